import { type ChangeEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { useWorks } from './SessionProvider.tsx'
import { type Delta, moveCaret, typeInto } from './textBinding.ts'

export type TextField = {
  /** Spread on a `<textarea>`. */
  bind: {
    ref: RefObject<HTMLTextAreaElement | null>
    value: string
    readOnly: boolean
    onChange: (event: ChangeEvent<HTMLTextAreaElement>) => void
    onCompositionStart: () => void
    onCompositionEnd: () => void
  }
  text: string
  /** Puts other words in its place, as if they were typed. */
  write: (words: string) => void
  /** False before the text has come for the first time. */
  ready: boolean
  /** False while the line is away; what is typed stays and is merged later. */
  live: boolean
  /** Everything that was typed here is on the server's disk. */
  saved: boolean
}

const nothing: [number, number] = [0, 0]

/** Co-written prose in a plain textarea: others' words come in while one types. */
export const useText = (name: 'text/draft'): TextField => {
  const { documents } = useWorks().connection
  const shared = useSyncExternalStore(documents.onText, () => documents.text(name))
  const text = shared?.text ?? null
  const ready = shared?.ready ?? false
  const [value, setValue] = useState('')
  const ref = useRef<HTMLTextAreaElement | null>(null)
  /** While an input method composes a word: the text before it, and what others did meanwhile. */
  const composing = useRef<{ before: string; missed: Delta[] } | null>(null)
  const caret = useRef<[number, number] | null>(null)

  useEffect(() => {
    // A fresh document is empty until its first sync; the old words stay on the page until then.
    if (text === null || !ready) return
    setValue(text.toString())
    const heard = (event: Y.YTextEvent) => {
      if (event.transaction.local) return
      // The field must not be touched in the middle of a composed word; it catches up at its end.
      if (composing.current) {
        composing.current.missed.push(event.delta)
        return
      }
      const field = ref.current
      if (field && document.activeElement === field) {
        const [start, end] = [field.selectionStart, field.selectionEnd]
        caret.current = [moveCaret(start, event.delta), moveCaret(end, event.delta)]
      }
      setValue(text.toString())
    }
    text.observe(heard)
    return () => text.unobserve(heard)
  }, [text, ready])

  useLayoutEffect(() => {
    const field = ref.current
    if (field === null || caret.current === null || field.value !== value) return
    const [start, end] = caret.current ?? nothing
    caret.current = null
    field.setSelectionRange(start, end)
  }, [value])

  const write = useCallback(
    (after: string, cursor?: number) => {
      if (text === null) return
      typeInto(text, after, cursor, composing.current?.before, composing.current?.missed)
      composing.current = null
      setValue(text.toString())
    },
    [text],
  )
  const onChange = useCallback(
    (event: ChangeEvent<HTMLTextAreaElement>) => {
      const field = event.currentTarget
      if (composing.current) setValue(field.value)
      else write(field.value, field.selectionStart)
    },
    [write],
  )
  const onCompositionStart = useCallback(() => {
    composing.current = { before: text?.toString() ?? '', missed: [] }
  }, [text])
  const onCompositionEnd = useCallback(() => {
    const field = ref.current
    if (field) write(field.value, field.selectionStart)
  }, [write])

  return {
    bind: { ref, value, readOnly: !ready, onChange, onCompositionStart, onCompositionEnd },
    text: value,
    write,
    ready,
    live: shared?.live ?? false,
    saved: shared?.saved ?? true,
  }
}
