import { useId } from 'react'
import { useFramings } from '../session/useDocument.ts'
import { ChalkedSign, Was } from './Change.tsx'
import { useSourceLine } from './useSourceLine.ts'
import { useSharedWords } from './words.ts'

/** How the question changed, newest first, each with the words that were lost and the words that came. */
export const Chain = () => {
  const w = useSharedWords()
  const id = useId()
  const framings = useFramings()
  const source = useSourceLine()
  if (framings.length < 2) return null
  const links = framings.map((framing, at) => ({ framing, before: framings[at - 1] ?? null })).reverse()
  return (
    <section className="chain" aria-labelledby={id}>
      <h2 id={id}>{w.chain.heading}</h2>
      <ol className="plain-list" reversed>
        {links.map(({ framing, before }) => (
          <li key={framing.id}>
            {before === null ? null : <Was before={before.text} after={framing.text} />}
            <ChalkedSign
              size="tiny"
              text={framing.text}
              before={before?.text ?? null}
              caption={before === null ? w.chain.first : source(framing)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
