import { useSyncExternalStore } from 'react'
import { keepDraft, onDrafts, readDraft } from './drafts.ts'

/** Text that somebody is typing, kept on this device so that a reload or another sheet does not lose it. `name` is unique within the Plein.
 *  The last reads what stands there by the time an answer comes, be it in a form that was left and opened again (L4). */
export const useDraft = (plein: string, name: string): [string, (text: string) => void, () => string] => {
  const read = () => readDraft(plein, name)
  return [useSyncExternalStore(onDrafts, read), (text) => keepDraft(plein, name, text), read]
}
