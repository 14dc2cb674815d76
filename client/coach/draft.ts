import { useState } from 'react'
import { keepDraft, readDraft } from '../session/drafts.ts'

/** Text that somebody is typing, kept on this device so that a reload or another sheet does not lose it. `name` is unique within the Plein. */
export const useDraft = (plein: string, name: string): [string, (text: string) => void] => {
  const [text, setText] = useState(() => readDraft(plein, name))
  const keep = (next: string) => {
    setText(next)
    keepDraft(plein, name, next)
  }
  return [text, keep]
}

const read = <T>(text: string): T | null => {
  try {
    return text === '' ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}
/** The same for a form of several fields; `null`: nothing was changed. */
export const useFormDraft = <T>(plein: string, name: string): [T | null, (form: T | null) => void] => {
  const [text, keep] = useDraft(plein, name)
  return [read<T>(text), (form) => keep(form === null ? '' : JSON.stringify(form))]
}
