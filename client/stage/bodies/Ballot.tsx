import { Paving } from '../../parts/Paving.tsx'
import { outOf } from '../../session/outOf.ts'
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
  const all = outOf(voted, crowd)
  const [part, rest] = w.voted(voted, all)
  const rules = open ? w.votes.rules(shown.budget, shown.maximum) : w.votes.closed
  return (
    <section className="stage-body">
      <Heading
        shown={shown}
        beside
        aside={
          open ? (
            <div className="stage-voted">
              <Paving present={all} chalked={voted} />
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
