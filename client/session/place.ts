/** Where this device is. The door and the phone share one page, and this is all that they need of a router. */
const listeners = new Set<() => void>()

export const pathNow = (): string => location.pathname

export const go = (path: string, replace = false): void => {
  history[replace ? 'replaceState' : 'pushState'](null, '', path)
  for (const listener of [...listeners]) listener()
}
/** Calls back after each step, also of the browser's own buttons. */
export const onPlace = (listener: () => void): (() => void) => {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}

/** True for a plain press, which stays on this page; whoever asks for another tab gets it from the browser. */
export const staysHere = (event: { button: number; metaKey: boolean; ctrlKey: boolean; shiftKey: boolean; altKey: boolean }): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

export const link = (path: string, look: string, words: string): HTMLAnchorElement => {
  const it = document.createElement('a')
  it.href = path
  it.className = look
  it.textContent = words
  it.addEventListener('click', (event) => {
    if (!staysHere(event)) return
    event.preventDefault()
    go(path)
  })
  return it
}
