import { useSharedWords } from '../../parts/words.ts'
import { useEntry } from '../../session/useDocument.ts'
import type { Current } from '../Body.tsx'
import { useScreenWords } from '../words.ts'

export const Pause = ({ phase }: { phase: Current }) => {
  const w = useScreenWords()
  const { time } = useSharedWords()
  const timer = useEntry('board', 'plein', 'timer')
  return (
    <section className="body body-quiet">
      <h2>{phase.settings.prompt ?? phase.title ?? w.prompts.pause}</h2>
      <p>{timer?.status === 'running' ? w.back(time(timer.endsAt)) : w.pause}</p>
    </section>
  )
}
