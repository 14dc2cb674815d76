/** Half-written texts, kept at every keystroke so that a reload takes nothing. In localStorage: it is written before the key is up. */
import { stored } from './tokens.ts'

/** Of another name for the group of an own idea. */
export const nameDraft = (key: string): string => `name/${key}`

const place = (plein: string, name: string): string => `draft:${plein}:${name}`
/** What was typed in this page, and what it left on disk: nothing of it where the browser keeps nothing, or is full. `false`: other words of
 *  another tab stand there. */
const typed = new Map<string, { text: string; disk: string | null | false }>()
const listeners = new Set<() => void>()

export const readDraft = (plein: string, name: string): string => {
  const key = place(plein, name)
  const disk = stored(key)
  const here = typed.get(key)
  if (here && here.disk !== disk) {
    // Another tab sent it, or wrote on in it. Other words of that tab do not come into this one.
    if (here.text === here.disk && (disk ?? here.text).startsWith(here.text)) typed.delete(key)
    else here.disk = false
  }
  return typed.get(key)?.text ?? disk ?? ''
}
/** An empty text takes the draft away. */
export const keepDraft = (plein: string, name: string, text: string): void => {
  const key = place(plein, name)
  readDraft(plein, name)
  const others = text === '' && typed.get(key)?.disk === false
  try {
    if (text !== '') localStorage.setItem(key, text)
    else if (!others) localStorage.removeItem(key)
  } catch {}
  if (text === '' && !others) typed.delete(key)
  else typed.set(key, { text, disk: !others && stored(key) })
  for (const listener of [...listeners]) listener()
}
/** Also what another tab wrote over it. */
export const dropDraft = (plein: string, name: string): void => {
  typed.delete(place(plein, name))
  keepDraft(plein, name, '')
}
/** Here, or in another tab. */
export const onDrafts = (listener: () => void): (() => void) => {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
/** Names of the drafts of one Plein. */
export const draftNames = (plein: string): string[] => {
  const prefix = place(plein, '')
  const names = new Set([...typed.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)))
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) names.add(key.slice(prefix.length))
  } catch {}
  return [...names]
}
