import { useState } from 'react'
import { keepDraft, readDraft } from './drafts.ts'

/** Text that somebody is typing, kept on this device so that a reload or another sheet does not lose it. `name` is unique within the Plein. */
export const useDraft = (plein: string, name: string): [string, (text: string) => void] => {
  const [text, setText] = useState(() => readDraft(plein, name))
  const keep = (next: string) => {
    setText(next)
    keepDraft(plein, name, next)
  }
  return [text, keep]
}
