import type { Shown } from '../../shown/shown.ts'
import { Bands } from '../Cards.tsx'
import { Heading } from '../Heading.tsx'
import { paged } from '../paged.ts'
import { useScreenWords } from '../words.ts'

/** Names stand here and nowhere else: the ones that people gave with a commitment that was shared. */
export const Harvest = ({ shown }: { shown: Extract<Shown, { what: 'harvest' }> }) => {
  const w = useScreenWords()
  const count = shown.total === 0 ? null : <p>{w.harvest.count(shown.commitments, shown.total - shown.commitments)}</p>
  return (
    <section className="stage-body">
      <Heading shown={shown} aside={paged(shown) ? <p>{w.page(shown.page + 1, shown.pages)}</p> : null} />
      <div className="stage-help stage-sorted">
        <p>{shown.as === null ? w.harvest.none : shown.as === 'commitment' ? w.harvest.commitments : w.harvest.closings}</p>
        {count}
      </div>
      <Bands {...shown} />
    </section>
  )
}
