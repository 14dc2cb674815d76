import type { CSSProperties } from 'react'
import { ChalkedSign } from '../../parts/Change.tsx'
import { Strands } from '../../parts/Strands.tsx'
import type { Shown } from '../../shown/shown.ts'
import { strandsOf } from '../../shown/strands.ts'
import { paged } from '../paged.ts'
import { useCaption } from '../useCaption.ts'
import { useScreenWords } from '../words.ts'
import '../../styles/screenStory.css'

/** How the question changed, from the first wording down to the plate of now. */
export const Story = ({ shown }: { shown: Extract<Shown, { what: 'story' }> }) => {
  const w = useScreenWords()
  const caption = useCaption()
  return (
    <section className="stage-story" style={{ '--story': shown.size } as CSSProperties}>
      <h2 className="for-ears">{w.story.heading}</h2>
      <ol className="plain-list">
        {shown.links.map(({ id, place, text, before, after, sources, plate }) =>
          plate === null ? (
            <li key={id} value={place}>
              <p className="stage-story-from">
                {place === 1 ? w.story.first : (caption(sources, shown.shape, { letter: 0, lines: 1 }) ?? w.story.later)}
              </p>
              <p className="stage-story-text">
                <Strands strands={strandsOf(text, before, after)} />
              </p>
            </li>
          ) : (
            <li key={id} value={place} className="stage-story-now" style={{ '--plate-letter': plate.letter } as CSSProperties}>
              <ChalkedSign
                text={plate.text}
                before={plate.text === text ? before : null}
                caption={place === 1 ? null : caption(sources, shown.shape, plate)}
                size="screen"
                heading={1}
              />
            </li>
          ),
        )}
      </ol>
      {paged(shown) ? <p className="stage-story-page">{w.page(shown.page + 1, shown.pages)}</p> : null}
    </section>
  )
}
