import { useCallback, useState } from 'react'
import type { FramingEntry, PhaseEntry, PleinFields } from '../../shared/wire/documents.ts'

/** What the page is about. */
export type Scene = {
  plein: PleinFields
  phase: (PhaseEntry & { id: string }) | null
  framings: readonly (FramingEntry & { id: string })[]
  /** Whether this phone may write a contribution. */
  posts: boolean
}
/** What has changed in the room while the page waits for a sentence to be finished. */
export type Moved = 'no' | 'phase' | 'question' | 'others' | 'closed'

/** Half a commitment may be its day. */
const isTyped = (it: Element): it is HTMLTextAreaElement | HTMLInputElement =>
  it instanceof HTMLTextAreaElement || (it instanceof HTMLInputElement && (it.type === 'text' || it.type === 'date'))

/** The cursor stands in words that are not sent, of a contribution where only that matters. */
const midSentence = (moved: Moved): boolean => {
  const at = document.activeElement
  if (at === null || !isTyped(at)) return false
  if (moved === 'others' && at.closest('[data-form]') === null) return false
  const fields = at.form === null ? [at] : [...at.form.elements]
  return fields.some((field) => isTyped(field) && (field.value.trim() !== '' || field.validity.badInput))
}

const movedBetween = (shown: Scene, now: Scene): Moved => {
  if (shown.plein.stage !== now.plein.stage) return now.plein.stage === 'closed' ? 'closed' : 'phase'
  if (shown.plein.current !== now.plein.current) return 'phase'
  if (shown.posts && !now.posts) return 'others'
  return shown.framings.at(-1)?.text === now.framings.at(-1)?.text ? 'no' : 'question'
}

/** Nobody is yanked: while somebody is in the middle of a sentence the whole page stays as it was, until the text is sent or they go along. */
export const useHeld = (now: Scene): { shown: Scene; moved: Moved; goAlong: () => void } => {
  const [{ shown, holding }, set] = useState({ shown: now, holding: false })
  const moved = movedBetween(shown, now)
  const hold = moved !== 'no' && (holding || midSentence(moved))
  if (hold !== holding || (!hold && shown !== now)) set({ shown: hold ? shown : now, holding: hold })
  const goAlong = useCallback(() => set({ shown: now, holding: false }), [now])
  return { shown: hold ? shown : now, moved: hold ? moved : 'no', goAlong }
}
