import type { Shown } from '../../shown/shown.ts'
import { Bands } from '../Cards.tsx'
import { Heading, Total } from '../Heading.tsx'
import { useScreenWords } from '../words.ts'

/** Names stand here and nowhere else: the ones that people gave with a commitment that was shared. */
export const Harvest = ({ shown }: { shown: Extract<Shown, { what: 'harvest' }> }) => {
  const w = useScreenWords()
  const count =
    shown.total === 0 ? null : <Total said={w.harvest.count(shown.commitments, shown.total - shown.commitments)} shown={shown} />
  return (
    <section className="stage-body">
      <Heading shown={shown} aside={count} />
      <p className="stage-help">
        {shown.as === null ? w.harvest.none : shown.as === 'commitment' ? w.harvest.commitments : w.harvest.closings}
      </p>
      <Bands bands={shown.bands} size={shown.size} />
    </section>
  )
}
