import {
  type ChangeEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type * as Y from 'yjs'
import type { TextName } from '../../shared/wire/messages.ts'
import { useWorks } from './SessionProvider.tsx'
import { type Delta, moveCaret, typeInto } from './textBinding.ts'

export type TextField = {
  name: TextName
  root: string
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

/** The field lags behind the text: a key may come before others' words are drawn, or in the middle of a composed word.
 *  So what was typed is compared with what the field showed, and then carried over what it had missed. */
type Lag = {
  shown: string
  missed: Delta[] /** How many of others' changes came before `missed`. */
  drawn: number
  composing: boolean
  caret: [number, number] | null
}

/** Co-written prose in a plain textarea: others' words come in while one types. */
export const useText = (name: TextName, root = 'text'): TextField => {
  const { documents } = useWorks().connection
  const shared = useSyncExternalStore(documents.onText, () => documents.text(name))
  const doc = shared?.doc ?? null
  const text = useMemo(() => doc?.getText(root) ?? null, [doc, root])
  const ready = shared?.ready ?? false
  const [picture, setPicture] = useState({ value: '', upTo: 0 })
  const ref = useRef<HTMLTextAreaElement | null>(null)
  const lag = useRef<Lag>({ shown: '', missed: [], drawn: 0, composing: false, caret: null })

  useEffect(() => {
    // A fresh document is empty until its first sync; the old words stay on the page until then.
    if (text === null || !ready) return
    const now = lag.current
    const draw = () => setPicture({ value: text.toString(), upTo: now.drawn + now.missed.length })
    const heard = (event: Y.YTextEvent) => {
      if (event.transaction.local) return
      now.missed.push(event.delta)
      if (now.composing) return
      const field = ref.current
      if (field && document.activeElement === field) {
        const [start, end] = now.caret ?? [field.selectionStart, field.selectionEnd]
        now.caret = [moveCaret(start, event.delta), moveCaret(end, event.delta)]
      }
      draw()
    }
    now.drawn += now.missed.length
    now.missed = []
    draw()
    text.observe(heard)
    return () => text.unobserve(heard)
  }, [text, ready])

  useLayoutEffect(() => {
    const now = lag.current
    if (now.composing) return
    now.missed.splice(0, picture.upTo - now.drawn)
    now.drawn = picture.upTo
    now.shown = picture.value
    const caret = now.caret
    now.caret = null
    if (caret !== null) ref.current?.setSelectionRange(caret[0], caret[1])
  }, [picture])

  const write = useCallback(
    (after: string) => {
      if (text === null) return
      const now = lag.current
      const field = ref.current
      typeInto(text, after, { before: now.shown, missed: now.missed })
      if (now.missed.length > 0 && field)
        now.caret = [
          now.missed.reduce((at, delta) => moveCaret(at, delta), field.selectionStart),
          now.missed.reduce((at, delta) => moveCaret(at, delta), field.selectionEnd),
        ]
      else now.caret = null
      setPicture({ value: text.toString(), upTo: now.drawn + now.missed.length })
    },
    [text],
  )
  const onChange = useCallback(
    (event: ChangeEvent<HTMLTextAreaElement>) => {
      const { value } = event.currentTarget
      if (lag.current.composing) setPicture(({ upTo }) => ({ value, upTo }))
      else write(value)
    },
    [write],
  )
  const onCompositionStart = useCallback(() => {
    lag.current.composing = true
  }, [])
  const onCompositionEnd = useCallback(() => {
    lag.current.composing = false
    if (ref.current) write(ref.current.value)
  }, [write])

  return {
    name,
    root,
    bind: { ref, value: picture.value, readOnly: !ready, onChange, onCompositionStart, onCompositionEnd },
    text: picture.value,
    write,
    ready,
    live: shared?.live ?? false,
    saved: shared?.saved ?? true,
  }
}
