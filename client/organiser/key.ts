const place = 'organiser:key'
let memory: string | null = null

export const readKey = (): string | null => {
  try {
    return localStorage.getItem(place) ?? memory
  } catch {
    return memory
  }
}
export const keepKey = (key: string): void => {
  memory = key
  try {
    localStorage.setItem(place, key)
  } catch {}
}
export const forgetKey = (): void => {
  memory = null
  try {
    localStorage.removeItem(place)
  } catch {}
}
/** From a whole link or from the bare key. */
export const keyIn = (text: string): string => {
  const key = text.slice(text.indexOf('#') + 1).trim()
  try {
    return decodeURIComponent(key)
  } catch {
    return key
  }
}
