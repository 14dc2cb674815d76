import type { CSSProperties } from 'react'
import { useCrowd } from '../../session/useSeat.ts'
import { useStage } from '../../session/useStage.ts'
import type { Shown } from '../../shown/shown.ts'
import { stagedIn } from '../../shown/staged.ts'
import { surfaces } from '../../shown/surface.ts'
import { Heading } from '../Heading.tsx'
import { useScreenWords } from '../words.ts'
import '../../styles/screenStaged.css'

/** The words that are being written, as large as they can be, and where the pen is: a line that stands still. */
export const Staged = ({ shown }: { shown: Extract<Shown, { what: 'stage' }> }) => {
  const w = useScreenWords()
  const staged = useStage()
  const counts = useCrowd()?.taps?.resonance
  const it = stagedIn(staged?.text ?? '', staged?.at ?? null, surfaces[shown.shape], shown)
  return (
    <section className="stage-body stage-staged">
      <Heading shown={shown} aside={counts ? <p>{w.staged.resonance(counts.touches, counts.off)}</p> : null} />
      {it.before + it.after === '' && staged !== null ? (
        <p className="stage-help">{w.staged.empty}</p>
      ) : (
        <p className="staged-words" style={{ '--letters': it.letter } as CSSProperties}>
          {it.cut ? <span className="staged-cut">… </span> : null}
          {it.before}
          {it.pen ? <span className="staged-pen" aria-hidden="true" /> : null}
          {it.after}
        </p>
      )}
    </section>
  )
}
