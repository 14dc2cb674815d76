import { type ReactNode, useState } from 'react'
import type { Contribution } from '../../../shared/domain/state.ts'
import { Action, Button } from '../Action.tsx'
import { Fold } from '../Fold.tsx'
import { type Card, useCards } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { EditRow } from './EditRow.tsx'
import { IdeaRow } from './IdeaRow.tsx'
import { ReleaseDialog } from './ReleaseDialog.tsx'
import { useChosen } from './useChosen.ts'

/** All contributions of one kind: what waits, edits that wait, what is hidden, what is shared. `extra` adds a button to each. */
export const ReleasePanel = ({ as, extra }: { as: Contribution; extra?: (card: Card) => ReactNode }) => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const cards = useCards().filter((card) => card.as === as)
  const waiting = cards.filter((card) => !card.released && !card.hidden)
  const hidden = cards.filter((card) => card.hidden)
  const edits = cards.filter((card) => card.edit !== null && !card.hidden)
  const shared = cards.filter((card) => card.released && !card.hidden)
  const { chosen, toggle, choose } = useChosen(waiting)
  const [previewing, setPreviewing] = useState(false)
  const none = chosen.length === 0 ? w.why.chooseIdeas : null
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          {w.contributions[as]} · {w.ideasSheet.waiting} <b>{waiting.length}</b>
        </h2>
        {waiting.length === 0 ? null : (
          <div className="row">
            <Button tone="main" why={whyNot('ideas.release')} onPress={() => setPreviewing(true)}>
              {w.ideasSheet.releaseAll}
            </Button>
            <Action compact command={{ type: 'ideas.release', ideas: chosen }} why={none} onDone={() => choose([])}>
              {w.ideasSheet.releaseChosen(chosen.length)}
            </Action>
            <Action compact command={{ type: 'idea.hide', ideas: chosen }} why={none} onDone={() => choose([])}>
              {w.ideasSheet.hide}
            </Action>
            <Button onPress={() => choose(chosen.length === waiting.length ? [] : waiting.map((card) => card.id))}>
              {chosen.length === waiting.length ? w.ideasSheet.chooseNone : w.ideasSheet.chooseAll}
            </Button>
          </div>
        )}
      </div>
      {waiting.length === 0 ? <p className="help">{w.ideasSheet.waitingNone}</p> : null}
      <ul className="rows">
        {waiting.map((card) => (
          <IdeaRow key={card.id} card={card} chosen={chosen.includes(card.id)} onToggle={() => toggle(card.id)}>
            {extra?.(card)}
            <Action compact command={{ type: 'ideas.release', ideas: [card.id] }}>
              {w.ideasSheet.releaseOne}
            </Action>
            <Action compact command={{ type: 'idea.hide', ideas: [card.id] }}>
              {w.ideasSheet.hide}
            </Action>
          </IdeaRow>
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
              <IdeaRow key={card.id} card={card}>
                <Action compact command={{ type: 'idea.show', ideas: [card.id] }}>
                  {w.ideasSheet.show}
                </Action>
              </IdeaRow>
            ))}
          </ul>
        </Fold>
      )}
      <Fold
        open={extra !== undefined}
        summary={
          <>
            {w.ideasSheet.shared} <b>{shared.length}</b>
          </>
        }
      >
        {shared.length === 0 ? <p className="help">{w.ideasSheet.sharedNone}</p> : null}
        <ul className="rows">
          {shared.map((card) => (
            <IdeaRow key={card.id} card={card}>
              {extra?.(card)}
              <Action compact command={{ type: 'idea.hide', ideas: [card.id] }}>
                {w.ideasSheet.hide}
              </Action>
            </IdeaRow>
          ))}
        </ul>
      </Fold>
      {previewing ? <ReleaseDialog as={as} waiting={waiting} hidden={hidden} onClose={() => setPreviewing(false)} /> : null}
    </section>
  )
}
