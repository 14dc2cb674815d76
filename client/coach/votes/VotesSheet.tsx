import { useDesk } from '../desk.ts'
import { useRounds } from '../model.ts'
import { useCoachWords } from '../words.ts'
import { OpenRound } from './OpenRound.tsx'
import { RoundPanel } from './RoundPanel.tsx'

export const VotesSheet = () => {
  const w = useCoachWords()
  const { plein } = useDesk()
  const rounds = useRounds()
  return (
    <>
      <OpenRound key={plein} />
      {rounds.length === 0 ? <p className="help">{w.votes.none}</p> : null}
      {[...rounds].reverse().map((round, at) => (
        <RoundPanel key={round.id} round={round} latest={at === 0} />
      ))}
    </>
  )
}
