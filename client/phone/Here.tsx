import { Paving } from '../parts/Paving.tsx'
import { useCrowd } from '../session/useSeat.ts'
import { usePhoneWords } from './words.ts'

/** Who is on the square, before it begins: one tile for each person, all the same. */
export const Here = () => {
  const w = usePhoneWords()
  const crowd = useCrowd()
  return (
    <section className="here">
      <div className="here-square">{crowd === null ? null : <Paving present={crowd.present} chalked={0} />}</div>
      {/* Its room is kept until the count is there, so that nothing below it jumps. */}
      <p className="help here-count">{crowd === null ? '' : crowd.present > 1 ? w.inside.present(crowd.present) : w.inside.alone}</p>
    </section>
  )
}
