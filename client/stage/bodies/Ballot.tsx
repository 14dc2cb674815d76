import { Paving } from '../../parts/Paving.tsx'
import { useCrowd, useVoted } from '../../session/useSeat.ts'
import type { Shown } from '../../shown/shown.ts'
import { Bands } from '../Cards.tsx'
import { Heading } from '../Heading.tsx'
import { paged } from '../paged.ts'
import { useScreenWords } from '../words.ts'

/** While a round is open: the letters, and how many have voted. Dots only when a coach has revealed them. */
export const Ballot = ({ shown }: { shown: Extract<Shown, { what: 'ballot' }> }) => {
  const w = useScreenWords()
  const crowd = useCrowd()
  const open = shown.status === 'open'
  const voted = useVoted(shown.round) ?? 0
  const [part, rest] = w.voted(voted, crowd?.present ?? 0)
  const rules = open ? w.votes.rules(shown.budget, shown.maximum) : w.votes.closed
  return (
    <section className="stage-body">
      <Heading
        shown={shown}
        beside
        aside={
          open ? (
            <div className="stage-voted">
              <Paving present={crowd?.present ?? 0} chalked={voted} />
              <p>
                <strong>{part}</strong> {rest}
              </p>
            </div>
          ) : null
        }
      />
      <p className="stage-help">{paged(shown) ? `${rules} ${w.pageNote(shown.page + 1, shown.pages)}` : rules}</p>
      <Bands {...shown} />
    </section>
  )
}
