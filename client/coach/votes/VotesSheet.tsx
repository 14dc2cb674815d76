import { usePhase } from '../../session/useDocument.ts'
import { Fold } from '../Fold.tsx'
import { useRounds } from '../model.ts'
import { useCoachWords } from '../words.ts'
import { OpenRound } from './OpenRound.tsx'
import { RoundPanel } from './RoundPanel.tsx'
import '../../styles/votes.css'

/** What is open or was counted last comes first, with the round before it beside it; older ones are folded. */
export const VotesSheet = () => {
  const w = useCoachWords()
  const phase = usePhase()
  const rounds = [...useRounds()].reverse()
  const older = rounds.slice(2)
  return (
    <>
      <OpenRound key={phase?.id} />
      {rounds.length === 0 ? <p className="help">{w.votes.none}</p> : null}
      <div className="rounds">
        {rounds.slice(0, 2).map((round) => (
          <RoundPanel key={round.id} round={round} />
        ))}
      </div>
      {older.length === 0 ? null : (
        <Fold summary={w.votes.older(older.length)}>
          <div className="rounds">
            {older.map((round) => (
              <RoundPanel key={round.id} round={round} />
            ))}
          </div>
        </Fold>
      )}
    </>
  )
}
