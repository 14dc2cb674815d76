import { useEffect, useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { stageText } from '../../shared/wire/messages.ts'
import type { Documents } from './documents.ts'
import { useWorks } from './SessionProvider.tsx'

/** `at`: where a letter came or went last, in UTF-16 units; `null`: nothing did while this page looked. */
export type Staged = { text: string; at: number | null }

const lastTouched = ({ delta }: Y.YTextEvent): number | null => {
  let at = 0
  let last: number | null = null
  for (const { retain = 0, insert, delete: gone } of delta) {
    at += retain
    if (typeof insert === 'string') {
      at += insert.length
      last = at
    } else if (gone !== undefined) last = at
  }
  return last
}

/** How many parts of the page look at it. */
const lookers = new WeakMap<Documents, number>()
const look = (documents: Documents, one: 1 | -1): void => {
  const many = (lookers.get(documents) ?? 0) + one
  lookers.set(documents, many)
  documents.look(many > 0)
}

/** Keeps it open for as long as the page has a use for it. */
export const useStageOpen = (): void => {
  const { documents } = useWorks().connection
  useEffect(() => {
    look(documents, 1)
    return () => look(documents, -1)
  }, [documents])
}

/** What is being written before the room, as it stands now; `null` until it has come. */
export const useStage = (): Staged | null => {
  const { documents } = useWorks().connection
  useStageOpen()
  const shared = useSyncExternalStore(documents.onText, () => documents.text(stageText))
  const doc = shared?.doc ?? null
  const ready = shared?.ready ?? false
  const [staged, setStaged] = useState<Staged | null>(null)
  useEffect(() => {
    // A fresh document is empty until its first sync; the old words stay on the page until then.
    if (doc === null || !ready) return
    const text = doc.getText('text')
    setStaged((before) => ({ text: text.toString(), at: before?.at ?? null }))
    const heard = (event: Y.YTextEvent) => setStaged((before) => ({ text: text.toString(), at: lastTouched(event) ?? before?.at ?? null }))
    text.observe(heard)
    return () => text.unobserve(heard)
  }, [doc, ready])
  return staged
}
