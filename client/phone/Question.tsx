import { Sign, Was } from '../parts/Sign.tsx'
import { useSourceLine } from '../parts/useSourceLine.ts'
import { useSharedWords } from '../parts/words.ts'
import type { Scene } from './held.ts'

/** The dilemma on its plate, always in view. As long as the phase lasts in which it changed, the old wording stands above it. */
export const Question = ({ phase, framings }: { phase: string | null; framings: Scene['framings'] }) => {
  const shared = useSharedWords()
  const source = useSourceLine()
  const now = framings.at(-1)
  const before = framings.at(-2)
  if (now === undefined) return null
  const fresh = before !== undefined && now.phase !== null && now.phase === phase
  return (
    <section className="question" aria-label={fresh ? shared.chain.changed : undefined}>
      {fresh ? <Was before={before.text} after={now.text} /> : null}
      <Sign text={now.text} before={fresh ? before.text : null} caption={before === undefined ? null : source(now)} />
    </section>
  )
}
