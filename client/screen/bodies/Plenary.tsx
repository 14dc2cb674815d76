import type { Current } from '../Body.tsx'
import { useScreenWords } from '../words.ts'

export const Plenary = ({ phase }: { phase: Current }) => {
  const w = useScreenWords()
  return (
    <section className="body body-quiet">
      <h2>{phase.settings.prompt ?? phase.title ?? w.prompts.plenary}</h2>
      <p>{w.plenary}</p>
    </section>
  )
}
