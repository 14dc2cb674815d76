import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { Contribution } from '../../../shared/domain/state.ts'
import { useEntry } from '../../session/useDocument.ts'
import { Action, Button } from '../Action.tsx'
import { Fold } from '../Fold.tsx'
import { plainText } from '../groups/plainText.ts'
import { type Card, useCards } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { EditRow } from './EditRow.tsx'
import { IdeaRow } from './IdeaRow.tsx'
import { ReleaseDialog } from './ReleaseDialog.tsx'
import { type Extra, HiddenTools, many, SharedTools, WaitingTools } from './RowTools.tsx'
import { useChosen } from './useChosen.ts'
import '../../styles/searching.css'

type Props = {
  as: Contribution
  /** Adds a button to each. */
  extra?: Extra
  /** One page has one action in ink, and this panel is not the only one on it. */
  beside?: boolean
}

/** All contributions of one kind: what waits, edits that wait, what is hidden, what is shared. */
export const ReleasePanel = ({ as, extra, beside = false }: Props) => {
  const tone = beside ? 'plain' : 'main'
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const all = useCards()
  const { cards, waiting, hidden, edits, shared } = useMemo(() => sorted(all.filter((card) => card.as === as)), [all, as])
  const over = useEntry('board', 'plein', 'stage') === 'closed'
  const { chosen, toggle, choose } = useChosen(waiting)
  const [previewing, setPreviewing] = useState<'all' | 'some' | null>(null)
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(plainText(search.trim()))
  const fits = (card: Card) => wanted === '' || plainText(card.text).includes(wanted)
  const found = { waiting: waiting.filter(fits), shared: shared.filter(fits) }
  const waitingTools = useCallback(
    (card: Card) => (
      <>
        {extra?.(card)}
        <WaitingTools card={card} />
      </>
    ),
    [extra],
  )
  const sharedTools = useCallback(
    (card: Card) => (
      <>
        {extra?.(card)}
        <SharedTools card={card} />
      </>
    ),
    [extra],
  )
  const picked = new Set(chosen)
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          {w.contributions[as]} · {w.ideasSheet.waiting} <b>{waiting.length}</b>
        </h2>
        {waiting.length === 0 ? null : (
          <div className="row">
            {chosen.length === 0 ? (
              <Button tone={tone} why={whyNot('ideas.release')} onPress={() => setPreviewing('all')}>
                {w.ideasSheet.releaseAll}
              </Button>
            ) : (
              <>
                <Button tone={tone} why={whyNot('ideas.release')} onPress={() => setPreviewing('some')}>
                  {w.ideasSheet.releaseChosen(chosen.length)}
                </Button>
                <Action compact command={{ type: 'idea.hide', ideas: chosen }} onDone={() => choose([])}>
                  {w.ideasSheet.hide}
                </Action>
              </>
            )}
            <Button onPress={() => choose(chosen.length === waiting.length ? [] : waiting.map((card) => card.id))}>
              {chosen.length === waiting.length ? w.ideasSheet.chooseNone : w.ideasSheet.chooseAll}
            </Button>
          </div>
        )}
      </div>
      <p role="status" className="for-ears">
        {chosen.length === 0 ? '' : w.ideasSheet.chosen(chosen.length)}
      </p>
      {cards.length > many ? (
        <label className="field field-search">
          <span className="for-ears">{w.ideasSheet.search(w.contributions[as])}</span>
          <input
            type="search"
            value={search}
            placeholder={w.ideasSheet.search(w.contributions[as])}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
      ) : null}
      <p role="status" className="help">
        {wanted === '' ? '' : w.ideasSheet.found(found.waiting.length + found.shared.length)}
      </p>
      {waiting.length === 0 ? <p className="help">{over ? w.why.nothingWaits : w.ideasSheet.waitingNone}</p> : null}
      <ul className="rows">
        {found.waiting.map((card) => (
          <IdeaRow key={card.id} card={card} chosen={picked.has(card.id)} onToggle={toggle} tools={waitingTools} />
        ))}
      </ul>
      {edits.length === 0 ? null : (
        <>
          <h3>
            {w.ideasSheet.edits} <b>{edits.length}</b>
          </h3>
          <p className="help">{w.ideasSheet.editsHelp}</p>
          <ul className="rows">
            {edits.map((card) => (
              <EditRow key={card.id} card={card} />
            ))}
          </ul>
        </>
      )}
      {hidden.length === 0 ? null : (
        <Fold
          summary={
            <>
              {w.ideasSheet.hidden} <b>{hidden.length}</b>
            </>
          }
        >
          <p className="help">{w.ideasSheet.hiddenHelp}</p>
          <ul className="rows">
            {hidden.map((card) => (
              <IdeaRow key={card.id} card={card} tools={hiddenTools} />
            ))}
          </ul>
        </Fold>
      )}
      <Fold
        open={extra !== undefined || waiting.length === 0}
        summary={
          <>
            {w.ideasSheet.shared} <b>{shared.length}</b>
          </>
        }
      >
        {shared.length === 0 ? <p className="help">{w.ideasSheet.sharedNone}</p> : null}
        <ul className="rows">
          {found.shared.map((card) => (
            <IdeaRow key={card.id} card={card} tools={sharedTools} />
          ))}
        </ul>
      </Fold>
      {previewing === null ? null : (
        <ReleaseDialog
          as={as}
          waiting={waiting}
          hidden={hidden}
          {...(previewing === 'some' ? { only: waiting.filter((card) => picked.has(card.id)) } : {})}
          onClose={() => setPreviewing(null)}
          onDone={() => {
            choose([])
            setPreviewing(null)
          }}
        />
      )}
    </section>
  )
}

const sorted = (cards: Card[]) => ({
  cards,
  waiting: cards.filter((card) => !card.released && !card.hidden),
  hidden: cards.filter((card) => card.hidden),
  edits: cards.filter((card) => card.edit !== null && !card.hidden),
  shared: cards.filter((card) => card.released && !card.hidden),
})

const hiddenTools = (card: Card) => <HiddenTools card={card} />
