const place = 'organiser:key'
let memory: string | null = null
/** It stands on the device too. Where the browser keeps nothing it lives in this page alone. */
let onDevice = false

/** Forgotten in another tab, or another one since, it is so here too. */
export const readKey = (): string | null => {
  try {
    const there = localStorage.getItem(place)
    if (there !== null) onDevice = true
    if (onDevice) memory = there
  } catch {}
  return memory
}
export const keepKey = (key: string): void => {
  memory = key
  onDevice = false
  try {
    localStorage.setItem(place, key)
    onDevice = true
  } catch {}
}
export const forgetKey = (): void => {
  memory = null
  try {
    localStorage.removeItem(place)
  } catch {}
}
/** As a link carries it behind its `#`. */
export const keyInFragment = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
/** From a whole link or from the bare key, which may hold any sign itself. */
export const keyIn = (text: string): string => {
  const key = text.trim()
  const link = /^https?:\/\/\S+?#(\S+)$/.exec(key)
  return link ? keyInFragment(link[1] ?? '') : key
}
/** As a header carries it: visible ASCII only. */
export const inHeader = (key: string): string => {
  try {
    return encodeURIComponent(key)
  } catch {
    // Half a sign: it can be no key.
    return 'none'
  }
}
