/** Half-written texts, kept at every keystroke so that a reload takes nothing. In localStorage: it is written before the key is up. */
import { stored } from './tokens.ts'

const place = (plein: string, name: string): string => `draft:${plein}:${name}`
/** What this browser did not keep: it keeps nothing, or is full. */
const memory = new Map<string, string>()

export const readDraft = (plein: string, name: string): string => {
  const key = place(plein, name)
  return memory.get(key) ?? stored(key) ?? ''
}
/** An empty text takes the draft away. */
export const keepDraft = (plein: string, name: string, text: string): void => {
  const key = place(plein, name)
  memory.delete(key)
  try {
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    if (text !== '') memory.set(key, text)
  }
}
/** Names of the drafts of one Plein. */
export const draftNames = (plein: string): string[] => {
  const prefix = place(plein, '')
  const names = new Set([...memory.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)))
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) names.add(key.slice(prefix.length))
  } catch {}
  return [...names]
}
