import { useState } from 'react'
import { fewestAnswers, mayBeAsked } from '../../../shared/domain/conditions/asks.ts'
import { offers } from '../../../shared/domain/conditions/offers.ts'
import type { Result } from '../../../shared/domain/state.ts'
import { Action, Button } from '../Action.tsx'
import { EditRow } from '../ideas/EditRow.tsx'
import { IdeaRow } from '../ideas/IdeaRow.tsx'
import { ReleaseDialog } from '../ideas/ReleaseDialog.tsx'
import { HiddenTools, SharedTools, WaitingTools } from '../ideas/RowTools.tsx'
import { type Card, type DeskRound, useCards } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { useItemName } from './itemName.ts'
import { PaperAnswer } from './PaperAnswer.tsx'

/** What those who did not choose something need to go along: asked in one tap, about what leads and about what divides. */
export const Asking = ({ round, result }: { round: DeskRound; result: Result }) => {
  const w = useCoachWords()
  const offered = offers(result)
  const asks = round.asks ?? []
  const items = round.items.filter(({ id }) => offered.some(({ row }) => row.item === id) || asks.some(({ item }) => item === id))
  if (items.length === 0) return null
  const strong = result.rows.filter((row) => row.strongMinority && !offered.some((offer) => offer.row === row))
  const letters = strong.flatMap((row) => round.items.find(({ id }) => id === row.item)?.letter ?? [])
  return (
    <section className="asking">
      <h3 id={`asking-${round.id}`} tabIndex={-1}>
        {w.votes.needs}
      </h3>
      <p className="help">
        {w.votes.needsHelp} {letters.length === 0 ? null : w.votes.needsStrong(letters)}
      </p>
      {items.map(({ id }) => (
        <Item key={id} round={round} item={id} reasons={offered.find(({ row }) => row.item === id)?.reasons ?? []} result={result} />
      ))}
    </section>
  )
}

type ItemProps = { round: DeskRound; item: string; reasons: readonly ('most' | 'divided')[]; result: Result }

const Item = ({ round, item, reasons, result }: ItemProps) => {
  const w = useCoachWords()
  const itemName = useItemName()
  const { letter, name } = round.items.find(({ id }) => id === item) ?? { letter: '', name: null }
  const ask = round.asks?.find((one) => one.item === item)
  const row = result.rows.find((one) => one.item === item)
  const none = row?.spread[0] ?? 0
  const sure = row === undefined ? 0 : mayBeAsked(result, row)
  const why = !round.revealed ? w.votes.needsHidden : sure < fewestAnswers ? w.votes.needsFew(fewestAnswers) : null
  return (
    <div className="asking-item">
      <p>
        <span className="lettered">
          <b className="letter">{letter}</b> {itemName({ id: item, name })}
        </span>
        <small>{reasons.map((reason) => w.votes.needsWhy[reason]).join(' · ')}</small>
      </p>
      <div className="row">
        {ask?.asked ? (
          <Action command={{ type: 'round.ask', round: round.id, item, asked: false }}>{w.votes.needsEnd}</Action>
        ) : (
          <Action command={{ type: 'round.ask', round: round.id, item }} why={why}>
            {ask === undefined ? w.votes.needsAsk(none) : w.votes.needsAgain}
          </Action>
        )}
      </div>
      {ask === undefined ? null : <Answers round={round} item={item} asked={ask.asked} />}
    </div>
  )
}

const waitingTools = (card: Card) => <WaitingTools card={card} />
const sharedTools = (card: Card) => <SharedTools card={card} />
const hiddenTools = (card: Card) => <HiddenTools card={card} />

const Answers = ({ round, item, asked }: { round: DeskRound; item: string; asked: boolean }) => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const [previewing, setPreviewing] = useState(false)
  const cards = useCards().filter(({ about }) => about?.round === round.id && about.item === item)
  const waiting = cards.filter((card) => !card.released && !card.hidden)
  const hidden = cards.filter((card) => card.hidden)
  const edits = cards.filter((card) => card.edit !== null && !card.hidden)
  const shared = cards.filter((card) => card.released && !card.hidden)
  return (
    <>
      <p role="status" className="help">
        {cards.length === 0 ? (asked ? w.votes.needsNone : w.votes.needsHeld) : asked ? w.votes.needsMore : w.votes.needsOver}
      </p>
      {waiting.length === 0 ? null : (
        <div className="row">
          <Button why={whyNot('ideas.release')} onPress={() => setPreviewing(true)}>
            {w.votes.needsShare(waiting.length)}
          </Button>
        </div>
      )}
      {cards.length === 0 ? null : (
        <ul className="rows">
          {waiting.map((card) => (
            <IdeaRow key={card.id} card={card} tools={waitingTools} />
          ))}
          {edits.map((card) => (
            <EditRow key={`edit ${card.id}`} card={card} />
          ))}
          {shared.map((card) => (
            <IdeaRow key={card.id} card={card} tools={sharedTools} />
          ))}
          {hidden.map((card) => (
            <IdeaRow key={card.id} card={card} tools={hiddenTools} />
          ))}
        </ul>
      )}
      <PaperAnswer round={round.id} item={item} />
      {previewing ? (
        <ReleaseDialog as="condition" waiting={waiting} hidden={hidden} only={waiting} onClose={() => setPreviewing(false)} />
      ) : null}
    </>
  )
}
