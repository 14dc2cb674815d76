import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { IntakeAuthor } from '../../shared/domain/intake/talk.ts'
import type { TextName } from '../../shared/wire/messages.ts'
import { useWorks } from './SessionProvider.tsx'

/** Somebody else who writes here: a role, and no more. */
export type Caret = { client: number; role: IntakeAuthor; line: string; head: unknown }

/** So many milliseconds between two places that are told. */
const every = 150

const heard = (awareness: Awareness): Caret[] =>
  [...awareness.getStates()].flatMap(([client, state]) =>
    client !== awareness.clientID && (state['role'] === 'owner' || state['role'] === 'coach')
      ? [{ client, role: state['role'], line: String(state['line']), head: state['head'] }]
      : [],
  )

const useAwareness = (name: TextName) => {
  const { documents } = useWorks().connection
  return useSyncExternalStore(documents.onText, () => documents.text(name))
}

/** All others who write in this document now. */
export const useWriters = (name: TextName): readonly Caret[] => {
  const awareness = useAwareness(name)?.awareness ?? null
  const [writers, setWriters] = useState<readonly Caret[]>([])
  useEffect(() => {
    if (awareness === null) return setWriters([])
    const look = () => setWriters(heard(awareness))
    look()
    awareness.on('change', look)
    return () => awareness.off('change', look)
  }, [awareness])
  return writers
}

/** `null`: it is no place here, whatever was told. */
export const indexOf = (head: unknown, doc: Y.Doc): number | null => {
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(head), doc)?.index ?? null
  } catch {
    // In the middle of drawing the page it would take all of it down.
    return null
  }
}

/** Where the others are in one text, as places in `words`, in their order. */
export const useCarets = (name: TextName, root: string, words: string): { role: IntakeAuthor; client: number; at: number }[] => {
  const doc = useAwareness(name)?.doc ?? null
  const writers = useWriters(name)
  return useMemo(() => {
    if (doc === null) return []
    return writers
      .flatMap(({ client, role, line, head }) => {
        const at = line === root ? indexOf(head, doc) : null
        return at === null ? [] : [{ client, role, at: Math.min(at, words.length) }]
      })
      .sort((one, other) => one.at - other.at)
  }, [doc, writers, root, words])
}

/** Tells the others where one writes oneself; `null`: nowhere any more. */
export const usePointing = (name: TextName, root: string): ((selection: { start: number; end: number } | null) => void) => {
  const shared = useAwareness(name)
  const now = useRef(shared)
  now.current = shared
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const last = useRef<{ start: number; end: number } | null>(null)
  const tell = useCallback(() => {
    timer.current = undefined
    const { doc, awareness } = now.current ?? {}
    if (!doc || !awareness) return
    const at = (index: number) =>
      Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(doc.getText(root), Math.min(index, doc.getText(root).length)))
    const place = last.current
    awareness.setLocalState(place === null ? null : { line: root, anchor: at(place.start), head: at(place.end) })
  }, [root])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      if (last.current !== null) now.current?.awareness?.setLocalState(null)
    },
    [],
  )
  return useCallback(
    (selection) => {
      last.current = selection
      if (selection === null) {
        clearTimeout(timer.current)
        tell()
      } else timer.current ??= setTimeout(tell, every)
    },
    [tell],
  )
}
