import { type RefObject, useId, useLayoutEffect, useMemo, useRef } from 'react'
import { blocksOf } from '../../shared/blog/blocks.ts'
import { plainWords, strangeQuotes } from '../../shared/blog/quotes.ts'
import { Button } from '../parts/Button.tsx'
import { EarlierVersions } from '../parts/EarlierVersions.tsx'
import { Notice } from '../parts/Notice.tsx'
import type { TextField } from '../session/useText.ts'
import { Kit } from './Kit.tsx'
import { putBelow } from './put.ts'
import type { Told } from './useBlog.ts'
import { useDayAfterWords } from './words.ts'

/** Quotes in it that are not shared with the room, or not any more; none while it is not known what is. */
export const useStrange = (text: string, told: Told | null): string[] => {
  const quotes = told?.quotes ?? null
  const shared = useMemo(() => quotes?.map((quote) => plainWords(quote.text)) ?? null, [quotes])
  return useMemo(() => (shared === null ? [] : strangeQuotes(blocksOf(text), shared)), [shared, text])
}

/** After a part was put in, the caret stands behind it: the next one comes below. */
const useCaret = (ref: RefObject<HTMLTextAreaElement | null>, text: string) => {
  const caret = useRef<number | null>(null)
  const put = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the words on the page are other ones
  useLayoutEffect(() => {
    if (!put.current || caret.current === null) return
    put.current = false
    ref.current?.setSelectionRange(caret.current, caret.current)
  }, [text, ref])
  return {
    at: caret,
    heard: (at: number) => {
      caret.current = at
    },
    after: (at: number) => {
      caret.current = at
      put.current = true
    },
  }
}

/** The field, what it was before, and what is at hand to put in it. */
export const Writing = ({
  field,
  told,
  label,
  strange,
}: {
  field: TextField
  told: Told | null
  label: string
  strange: readonly string[]
}) => {
  const w = useDayAfterWords()
  const id = useId()
  const { bind, text, write, ready, live, saved } = field
  const caret = useCaret(bind.ref, text)
  const state = !ready ? w.loading : !live ? w.away : !saved ? w.saving : text === '' ? '' : w.saved
  const put = (part: string) => {
    const { words, caret: at } = putBelow(text, caret.at.current, part)
    caret.after(at)
    write(words)
  }
  /** The button goes, so the field takes the focus, behind the first question. */
  const begin = () => {
    caret.after(`## ${w.skeleton[0]}`.length)
    write(`${w.skeleton.map((question) => `## ${question}`).join('\n\n')}\n`)
    bind.ref.current?.focus()
  }
  return (
    <>
      {ready && text.trim() === '' ? (
        <Button tone="main" onPress={begin}>
          {w.begin}
        </Button>
      ) : null}
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="blog-field"
        rows={14}
        aria-describedby={`${id}-signs`}
        {...bind}
        onSelect={({ currentTarget }) => document.activeElement === currentTarget && caret.heard(currentTarget.selectionStart)}
      />
      <div className="draft-foot">
        <small id={`${id}-signs`}>{w.signs}</small>
        <small role="status">{state}</small>
      </div>
      <EarlierVersions field={field} />
      {strange.length === 0 ? null : (
        <Notice tone="alarm">
          <p>{w.strange(strange.length)}</p>
          <ul>
            {strange.map((quote) => (
              <li key={quote} className="said">
                {quote}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {told !== null && ready ? <Kit told={told} onPut={put} /> : null}
    </>
  )
}
