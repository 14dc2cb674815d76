import type { Shown } from '../../shown/shown.ts'
import { Bands } from '../Cards.tsx'
import { Heading } from '../Heading.tsx'
import { paged } from '../paged.ts'
import { useScreenWords } from '../words.ts'

/** Beside a result: what those who did not choose something need to go along with it. */
export const Conditions = ({ shown }: { shown: Extract<Shown, { what: 'conditions' }> }) => {
  const w = useScreenWords()
  return (
    <section className="stage-body">
      <Heading shown={shown} aside={paged(shown) ? <p>{w.page(shown.page + 1, shown.pages)}</p> : null} />
      <div className="stage-help stage-sorted">
        <p>{w.votes.needed}</p>
        <p>{w.votes.answers(shown.answers)}</p>
      </div>
      <Bands {...shown} />
    </section>
  )
}
