import { useMemo } from 'react'
import { useDraft } from './useDraft.ts'

const read = <T>(text: string): T | null => {
  try {
    return text === '' ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}
/** A draft of a form of several fields; `null`: nothing was changed. */
export const useFormDraft = <T>(plein: string, name: string): [T | null, (form: T | null) => void, () => T | null] => {
  const [text, keep, latest] = useDraft(plein, name)
  return [useMemo(() => read<T>(text), [text]), (form) => keep(form === null ? '' : JSON.stringify(form)), () => read<T>(latest())]
}
