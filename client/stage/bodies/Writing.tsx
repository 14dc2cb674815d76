import type { CSSProperties } from 'react'
import { Paving } from '../../parts/Paving.tsx'
import { outOf } from '../../session/outOf.ts'
import { useCrowd } from '../../session/useSeat.ts'
import { lettersIn } from '../../shown/plate.ts'
import type { Shown } from '../../shown/shown.ts'
import { writing } from '../../shown/surface.ts'
import { useScreenWords } from '../words.ts'

/** Until something is shared the square fills with chalk: the question on the left, the room on the right. */
export const Writing = ({ shown }: { shown: Extract<Shown, { what: 'writing' }> }) => {
  const w = useScreenWords()
  const crowd = useCrowd()
  const asked = shown.heading?.text ?? (shown.kind === null ? '' : w.prompts[shown.kind])
  const height = 100 - (shown.plate?.height ?? 0) - 46
  const letter = lettersIn(asked, 'bold', writing[shown.shape], height, 8, 5)
  const written = crowd === null ? 0 : crowd.written
  const all = outOf(written, crowd)
  const [part, rest] = w.written(written, all)
  return (
    <section className="stage-writing">
      <div className="stage-asked" style={{ '--asked': letter } as CSSProperties}>
        <h2>{asked}</h2>
        <p>{!shown.silent ? w.aloud : shown.kind === 'burst' ? w.questionsOnly : w.silence}</p>
      </div>
      <div className="stage-square">
        <div className="stage-paving">
          <Paving present={all} chalked={written ?? 1} />
        </div>
        <p>
          <strong>{part}</strong> {rest}
        </p>
        <p className="stage-ready">{crowd !== null && crowd.ready > 0 ? w.ready(crowd.ready) : ''}</p>
      </div>
    </section>
  )
}
