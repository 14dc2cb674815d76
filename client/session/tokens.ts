import type { Role } from '../../shared/domain/state.ts'

/** Where the tokens of this device stand: never in a cookie, so that nothing travels by itself. */
export const place = (role: Role, plein: string): string => `seat:${role}:${plein}`
/** Where the browser keeps nothing (some private windows), a token lives as long as the page. */
const memory = new Map<string, string>()

/** `null`: nothing stands there, or this browser keeps nothing. */
export const stored = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export const readToken = (role: Role, plein: string): string | null => stored(place(role, plein)) ?? memory.get(place(role, plein)) ?? null
/** The token that is gone when this page is; `null`: the browser keeps it, or there is none. */
export const onlyHere = (role: Role, plein: string): string | null => (stored(place(role, plein)) === null ? readToken(role, plein) : null)
export const keepToken = (role: Role, plein: string, token: string): void => {
  memory.set(place(role, plein), token)
  try {
    localStorage.setItem(place(role, plein), token)
  } catch {}
}
export const forgetToken = (role: Role, plein: string): void => {
  memory.delete(place(role, plein))
  try {
    localStorage.removeItem(place(role, plein))
  } catch {}
}
/** So many fit into one question. */
const most = 50
/** What this device shows for these roles, in whatever Plein. */
export const heldTokens = (roles: readonly Role[]): string[] =>
  roles
    .flatMap((role) => knownPleins(role).map((plein) => readToken(role, plein)))
    .filter((token) => token !== null)
    .slice(0, most)
/** Pleinen in which this device has a seat of that role. */
export const knownPleins = (role: Role): string[] => {
  const prefix = place(role, '')
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
  } catch {
    return [...memory.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
  }
}
