import { useDeferredValue, useMemo } from 'react'
import { type PlainHint, plainHints } from '../../shared/text/plain.ts'
import { useLater } from '../session/later.ts'
import { usePlein } from '../session/useDocument.ts'
import { plainLists } from './list.ts'
import { usePlainWords } from './words.ts'
import '../styles/plain.css'

/** Under a text that the room is going to read: what could be plainer, and why. It holds nothing up. */
export const PlainHints = ({ text }: { text: string }) => {
  const w = usePlainWords()
  const locale = usePlein()?.locale ?? 'nl'
  const written = useDeferredValue(text.trim())
  const list = useLater(plainLists[locale], written !== '')
  const hints = useMemo(() => (list === null ? [] : plainHints(written, list)), [written, list])
  const say = (hint: PlainHint): string =>
    hint.hint === 'long' ? w.long(hint.count) : hint.hint === 'short-form' ? w.shortForm(hint.said) : w.official(hint.said, hint.plain)
  return (
    <div className="plain-hints" role="status">
      {hints.length === 0 ? null : (
        <>
          <p>
            <strong>{w.heading}</strong> {w.why}
          </p>
          <ul>
            {hints.map((hint) => (
              <li key={say(hint)}>{say(hint)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
