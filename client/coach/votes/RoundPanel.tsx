import { fewIn } from '../../../shared/domain/votes/enough.ts'
import { outOf } from '../../session/outOf.ts'
import { useEntry, usePhase } from '../../session/useDocument.ts'
import { useNow } from '../../session/useNow.ts'
import { useCrowd, useSlips, useVoted } from '../../session/useSeat.ts'
import { Action } from '../Action.tsx'
import { type DeskRound, useRounds } from '../model.ts'
import { useCoachWords } from '../words.ts'
import { CloseRound } from './CloseRound.tsx'
import { useItemName } from './itemName.ts'
import { Lost } from './Lost.tsx'
import { PaperBallot } from './PaperBallot.tsx'
import { Results } from './Results.tsx'
import { SlipsOut } from './SlipsOut.tsx'

/** One round, from open to counted. */
export const RoundPanel = ({ round }: { round: DeskRound }) => {
  const w = useCoachWords()
  const crowd = useCrowd()
  const voted = useVoted(round.id)
  const slips = useSlips(round.id)
  const itemName = useItemName()
  const now = useNow(round.status === 'closed' ? 500 : null)
  const sealed = useEntry('board', 'plein', 'sealed')
  const seconds = round.closesAt === null ? 0 : Math.max(0, Math.ceil((round.closesAt - now) / 1000))
  const heldBack = round.result?.heldBack ? w.why.heldBack[fewIn(round.result)] : null
  const phase = usePhase()
  const rounds = useRounds()
  const first = rounds.find((one) => one.id === round.again)
  const running = rounds.some((one) => one.status === 'open' && one.phase === phase?.id)
  const whyNotAgain =
    phase?.kind !== 'vote' ? w.why.notVote : running ? w.why.roundOpen : round.status === 'counted' ? null : w.why.notCounted
  return (
    <section className="panel round">
      <div className="panel-head">
        <h2>
          {w.votes.round(round.number)} · {w.votes.status[round.status]}
        </h2>
        {round.status !== 'open' || voted === null ? null : (
          <p className="big">{w.votes.voted(voted, outOf(voted, crowd), slips.length)}</p>
        )}
      </div>
      <Lost round={round} />
      {round.status === 'closed' ? <SlipsOut round={round.id} /> : null}
      {round.question === null ? null : <p>“{round.question}”</p>}
      {first === undefined ? null : <p>{w.votes.again(first.number)}</p>}
      <p className="help">{w.votes.rules(round.budget, round.maximum)}</p>
      {round.status === 'open' ? (
        <>
          <ol className="letters">
            {round.items.map((item) => (
              <li key={item.id}>
                <b>{item.letter}</b> {itemName(item)}
              </li>
            ))}
          </ol>
          <CloseRound round={round} />
          <PaperBallot round={round} />
        </>
      ) : (
        <div className="row">
          {round.status === 'closed' ? (
            <Action command={{ type: 'round.reopen', round: round.id }} why={seconds === 0 ? w.why.counting : null}>
              {w.votes.reopen(seconds)}
            </Action>
          ) : null}
          {round.revealed ? (
            <Action hint="R" command={{ type: 'round.reveal', round: round.id, revealed: false }}>
              {w.votes.hideResult}
            </Action>
          ) : (
            <Action
              hint="R"
              tone="main"
              command={{ type: 'round.reveal', round: round.id, revealed: true }}
              why={heldBack ?? (sealed ? w.why.sealed : null)}
            >
              {w.votes.reveal}
            </Action>
          )}
          <Action command={{ type: 'round.open', again: round.id }} why={whyNotAgain}>
            {w.votes.openAgain}
          </Action>
          <span>{round.revealed ? w.votes.revealed : round.status === 'closed' ? w.votes.revealHelp : w.votes.notRevealed}</span>
        </div>
      )}
      {heldBack !== null ? (
        <p className="held">{heldBack}</p>
      ) : round.result === null ? null : (
        <Results round={round} result={round.result} />
      )}
    </section>
  )
}
