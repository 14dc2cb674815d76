import type { RoundEntry } from '../../../shared/wire/documents.ts'
import { useEntries } from '../../session/useDocument.ts'
import { useCrowd } from '../../session/useSeat.ts'
import type { Current } from '../Body.tsx'
import { Heading } from '../Heading.tsx'
import { useName } from '../itemName.ts'
import { Pages } from '../Pages.tsx'
import { useScreenWords } from '../words.ts'
import { Result } from './Result.tsx'

/** While a round is open: the letters, and how many have voted. Dots only when a coach has revealed them. */
export const Vote = ({ phase }: { phase: Current }) => {
  const w = useScreenWords()
  const rounds = useEntries('board', 'rounds')
  const round = [...rounds.values()].findLast((one) => one.phase === phase.id)
  if (round === undefined)
    return (
      <section className="body">
        <Heading phase={phase} help={w.votes.waiting} />
      </section>
    )
  return round.revealed && round.result !== null ? (
    <Result phase={phase} round={round} result={round.result} />
  ) : (
    <Ballot phase={phase} round={round} />
  )
}

const Ballot = ({ phase, round }: { phase: Current; round: RoundEntry }) => {
  const w = useScreenWords()
  const name = useName()
  const crowd = useCrowd()
  const [part, rest] = w.voted(crowd?.voted ?? 0, crowd?.present ?? 0)
  const asked = round.question === null ? phase : { ...phase, settings: { ...phase.settings, prompt: round.question } }
  return (
    <Pages
      phase={asked}
      help={round.status === 'open' ? w.votes.rules(round.budget, round.maximum) : w.votes.closed}
      aside={
        round.status === 'open' ? (
          <p className="screen-count">
            <strong>{part}</strong> {rest}
          </p>
        ) : null
      }
      mark={round.items.length}
      sorted
    >
      {round.items.map((item) => (
        <p key={item.id} className="screen-item">
          <b>{item.letter}</b>
          <span>{name(item)}</span>
        </p>
      ))}
    </Pages>
  )
}
