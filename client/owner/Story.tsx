import { useId } from 'react'
import { ChalkedSign, Was } from '../parts/Change.tsx'
import { useSourceLine } from '../parts/useSourceLine.ts'
import { useSharedWords } from '../parts/words.ts'
import { useEntries, useFramings } from '../session/useDocument.ts'
import { useOwnerWords } from './words.ts'

/** So many voices under one wording; the rest stands in the outcome. */
const voices = 3

/** How the question changed, told from the beginning: what was asked, what the room said, and what was asked then. */
export const Story = () => {
  const w = useOwnerWords()
  const { time } = useSharedWords()
  const id = useId()
  const framings = useFramings()
  const ideas = useEntries('board', 'ideas')
  const source = useSourceLine()
  if (framings.length === 0) return null
  return (
    <section className="story" aria-labelledby={id}>
      <h2 id={id}>{w.story.heading}</h2>
      <ol className="plain-list">
        {framings.map((framing, at) => {
          const before = framings[at - 1] ?? null
          const said = framing.sources.flatMap(({ kind, id: from }) => (kind === 'idea' ? [ideas.get(from)?.text ?? null] : []))
          const quotes = said.filter((text) => text !== null && text !== framing.text).slice(0, voices)
          return (
            <li key={framing.id}>
              <h3>
                {before === null ? w.story.first : at === framings.length - 1 ? w.story.now : w.story.later} <span>{time(framing.at)}</span>
              </h3>
              {quotes.length === 0 ? null : (
                <>
                  <p className="help">{w.story.said}</p>
                  <ul className="story-voices">
                    {quotes.map((text) => (
                      <li key={text} className="said">
                        {text}
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {before === null ? null : <Was before={before.text} after={framing.text} />}
              <ChalkedSign
                size="small"
                text={framing.text}
                before={before?.text ?? null}
                caption={before === null ? null : source(framing)}
              />
            </li>
          )
        })}
      </ol>
      {framings.length === 1 ? <p className="help">{w.story.same}</p> : null}
    </section>
  )
}
