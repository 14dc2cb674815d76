import type { CSSProperties } from 'react'
import { asksOf } from '../../../shared/domain/phases/asked.ts'
import { useSharedWords } from '../../parts/words.ts'
import { useEntry, usePhase } from '../../session/useDocument.ts'
import { lettersIn } from '../../shown/plate.ts'
import type { Shown } from '../../shown/shown.ts'
import { surfaces } from '../../shown/surface.ts'
import { useScreenWords } from '../words.ts'

/** Phases in which the screen asks nothing: one sentence in the middle, and what it means for the phones. */
export const Quiet = ({ shown }: { shown: Shown }) => {
  const w = useScreenWords()
  const { time } = useSharedWords()
  const timer = useEntry('board', 'plein', 'timer')
  const phase = usePhase()
  const asked = shown.kind === null || phase === null ? '' : w.prompts[asksOf(phase)]
  const said = shown.what === 'closed' ? w.closed.heading : (shown.heading?.text ?? asked)
  const help = {
    pause: timer?.status === 'running' ? w.back(time(timer.endsAt)) : w.pause,
    closed: w.closed.help,
    waiting: shown.kind === 'cluster' ? w.groupsNone : w.votes.waiting,
  } as Partial<Record<Shown['what'], string>>
  const letter = lettersIn(said, 'bold', surfaces[shown.shape].width - 10, Math.max(8, 72 - (shown.plate?.height ?? 0) - 10), 8, 5)
  return (
    <section className="stage-quiet" style={{ '--asked': letter } as CSSProperties}>
      <h2>{said}</h2>
      <p>{help[shown.what] ?? w.plenary}</p>
    </section>
  )
}
