import { flushSync } from 'react-dom'
import { fewIn } from '../../../shared/domain/votes/enough.ts'
import { fewestItems, mostWordings } from '../../../shared/domain/votes/items.ts'
import { usePhase } from '../../session/useDocument.ts'
import { useNow } from '../../session/useNow.ts'
import { Action, Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useDeskWords } from '../deskWords.ts'
import { useCards, useGroups, useRounds } from '../model.ts'
import { CloseRound } from '../votes/CloseRound.tsx'
import { Lost } from '../votes/Lost.tsx'
import { NamesFirst } from '../votes/NamesFirst.tsx'
import { standsByItself, useWordings } from '../votes/useWordings.ts'

const lookAtAsking = (round: string): void => {
  const heading = document.getElementById(`asking-${round}`)
  heading?.focus()
  heading?.scrollIntoView()
}

/** The one act that the round of this phase waits for: open, close, show. */
export const NowVote = () => {
  const w = useDeskWords()
  const desk = useDesk()
  const phase = usePhase()
  const round = useRounds().findLast((one) => one.phase === phase?.id)
  const shown = useGroups().filter((group) => group.shown)
  const own = shown.filter(({ of }) => of === undefined)
  const groups = own.length > 0 ? own : shown
  const cards = useCards()
  const needs = cards.filter((card) => card.about?.round === round?.id && round !== undefined && !card.released && !card.hidden).length
  const ideas = cards.filter((card) => card.as === 'idea' && card.released && !card.hidden).length
  const now = useNow(round?.status === 'closed' ? 500 : null)
  const wordings = useWordings().filter(standsByItself).length
  const over = phase?.settings.over ?? 'clusters'
  const items = { clusters: groups.length, ideas, framings: wordings }[over]
  const tooFew = over === 'framings' ? w.why.tooFewWordings : w.why.tooFewItems
  const why = items < fewestItems ? tooFew : over === 'framings' && items > mostWordings ? w.why.tooManyWordings(mostWordings) : null
  const seconds = round?.closesAt == null ? 0 : Math.max(0, Math.ceil((round.closesAt - now) / 1000))
  return (
    <>
      {round === undefined ? over === 'clusters' ? <NamesFirst groups={groups} /> : null : <Lost round={round} />}
      <div className="row">
        {round === undefined ? (
          <Action command={{ type: 'round.open' }} why={why}>
            {w.votes.go}
          </Action>
        ) : round.status === 'open' ? (
          <CloseRound round={round} />
        ) : (
          <>
            <Action
              hint="R"
              command={{ type: 'round.reveal', round: round.id, revealed: !round.revealed }}
              why={round.result?.heldBack ? w.why.heldBack[fewIn(round.result)] : null}
            >
              {round.revealed ? w.votes.hideResult : w.votes.reveal}
            </Action>
            {round.status === 'counted' && round.revealed ? (
              <Action command={{ type: 'round.open', again: round.id }}>{w.votes.openAgain}</Action>
            ) : null}
            {round.status === 'closed' ? (
              <Action command={{ type: 'round.reopen', round: round.id }} why={seconds === 0 ? w.why.counting : null}>
                {w.votes.reopen(seconds)}
              </Action>
            ) : null}
          </>
        )}
        {needs === 0 || round === undefined ? null : (
          <Button
            onPress={() => {
              flushSync(() => desk.open('votes'))
              lookAtAsking(round.id)
            }}
          >
            {w.now.needs(needs)}
          </Button>
        )}
        <Button onPress={() => desk.open('votes')}>{w.now.allVotes}</Button>
      </div>
    </>
  )
}
