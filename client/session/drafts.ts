/** Half-written texts, kept at every keystroke so that a reload takes nothing. In localStorage: it is written before the key is up. */
import type { Role } from '../../shared/domain/state.ts'
import { readToken } from './tokens.ts'

const place = (plein: string, name: string): string => `draft:${plein}:${name}`
const memory = new Map<string, string>()

export const readDraft = (plein: string, name: string): string => {
  const key = place(plein, name)
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? ''
  } catch {
    return memory.get(key) ?? ''
  }
}
/** An empty text takes the draft away. */
export const keepDraft = (plein: string, name: string, text: string): void => {
  const key = place(plein, name)
  if (text === '') memory.delete(key)
  else memory.set(key, text)
  try {
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {}
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

const roles: readonly Role[] = ['participant', 'owner', 'coach', 'screen']
/** Whose a draft is, by its name. What phones and the owner write into the same forms has no role in its name. */
const writers = (name: string): readonly Role[] => {
  const shared = /^prose\/(\w+)/.exec(name)?.[1]
  if (shared !== undefined) return roles.filter((role) => role === shared)
  return /^(?:write|edit)\//.test(name) ? ['participant', 'owner'] : ['coach']
}

/** What this role leaves behind. Several may sit in one browser: what somebody who is still in may have half written stays. */
export const dropDrafts = (plein: string, role: Role): void => {
  const others = roles.filter((one) => one !== role && readToken(one, plein) !== null)
  for (const name of draftNames(plein)) {
    const by = writers(name)
    const theirs = others.some((one) => by.includes(one))
    if (others.length === 0 || (by.includes(role) && !theirs)) keepDraft(plein, name, '')
  }
}
