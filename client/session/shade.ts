import { useLayoutEffect, useSyncExternalStore } from 'react'

/** Light or dark, as this device likes it at the desk. Nobody else's page follows it: a room reads from a light screen. */
export const shades = ['device', 'light', 'dark'] as const
export type Shade = (typeof shades)[number]

const place = 'shade'
const listeners = new Set<() => void>()
const stored = (): Shade => {
  try {
    const kept = localStorage.getItem(place)
    return shades.find((shade) => shade === kept) ?? 'device'
  } catch {
    return 'device'
  }
}
let chosen: Shade = stored()

export const chooseShade = (shade: Shade): void => {
  chosen = shade
  try {
    localStorage.setItem(place, shade)
  } catch {}
  for (const listener of [...listeners]) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useChosenShade = (): Shade => useSyncExternalStore(subscribe, () => chosen)

/** Call it once, at the root of a view that has a dark set; the page is light again when the view goes. */
export const useShade = (): void => {
  const shade = useChosenShade()
  useLayoutEffect(() => {
    const root = document.documentElement
    const likes = matchMedia('(prefers-color-scheme: dark)')
    const bar = document.querySelector<HTMLMetaElement>('meta[name="theme-color"]')
    const light = bar?.content
    const put = () => {
      root.dataset['shade'] = shade === 'dark' || (shade === 'device' && likes.matches) ? 'dark' : 'light'
      if (bar) bar.content = getComputedStyle(root).getPropertyValue('--page').trim()
    }
    put()
    likes.addEventListener('change', put)
    return () => {
      likes.removeEventListener('change', put)
      delete root.dataset['shade']
      if (bar && light !== undefined) bar.content = light
    }
  }, [shade])
}
