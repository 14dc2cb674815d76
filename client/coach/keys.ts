import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Text fields keep their letters; controls that use arrows keep their arrows (WCAG 2.1.4). */
const typing = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]') !== null
const ownArrows = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, [role=tablist], summary') !== null

export type KeyMap = Record<string, () => void>

/** `keys` by `event.key` in lower case; `ctrl+z` for the one chord. Silent while a dialog is open. `first`: before the keys of the whole desk. */
export const useKeys = (keys: KeyMap, on: boolean, first = false): void => {
  const latest = useRef(keys)
  // In the commit itself: a key means what stands on the page.
  useLayoutEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!on) return
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing || typing(event.target)) return
      if (document.querySelector('dialog[open]')) return
      if (event.key.startsWith('Arrow') && ownArrows(event.target)) return
      const chord = event.ctrlKey || event.metaKey
      const run = latest.current[chord ? `ctrl+${event.key.toLowerCase()}` : event.key.toLowerCase()]
      if (!run) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', pressed, first)
    return () => document.removeEventListener('keydown', pressed, first)
  }, [on, first])
}

/** A yes or no that this device remembers; `null` while nobody has chosen. */
export const useDeviceSwitch = (name: string): [boolean | null, (on: boolean) => void] => {
  const [on, setOn] = useState<boolean | null>(() => {
    try {
      const kept = localStorage.getItem(name)
      return kept === null ? null : kept === 'yes'
    } catch {
      return null
    }
  })
  const keep = (next: boolean) => {
    setOn(next)
    try {
      localStorage.setItem(name, next ? 'yes' : 'no')
    } catch {}
  }
  return [on, keep]
}
