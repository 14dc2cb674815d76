import { useId, useState } from 'react'
import { readDraft } from '../session/drafts.ts'
import type { OwnLine } from '../session/ownIdeas.ts'
import type { OwnStore } from '../session/ownStore.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { editDraft } from './forms.ts'
import { OwnIdea } from './OwnIdea.tsx'
import { useWritingWords } from './words.ts'

/** What one has written, with its state; always at hand, unfolded while something is asked. */
export const OwnIdeas = ({
  lines,
  post,
  forget,
  unfolded,
  listed = false,
}: {
  lines: readonly OwnLine[]
  post: OwnStore['post']
  forget: OwnStore['forget']
  unfolded: boolean
  /** What was not sent stands elsewhere on the page. */
  listed?: boolean
}) => {
  const w = useWritingWords()
  const id = useId()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const { plein } = useSession()
  // A change that somebody is writing is never folded away by the room moving on.
  const writing = !listed && lines.some((line) => readDraft(plein, editDraft(line.key)) !== '')
  const open = writing || (chosen ?? unfolded)
  if (lines.length === 0) return null
  return (
    <section className="own" aria-labelledby={id}>
      <div className="own-head">
        <h2 id={id}>{w.own.heading(lines.length)}</h2>
        <button type="button" className="button button-quiet" aria-expanded={open} onClick={() => setChosen(!open)}>
          {open ? w.own.hide : w.own.show}
        </button>
      </div>
      <ul className="plain-list cards" hidden={!open}>
        {[...lines].reverse().map((line) => (
          <li key={line.key}>
            <OwnIdea line={line} post={post} forget={forget} listed={listed} />
          </li>
        ))}
      </ul>
    </section>
  )
}
