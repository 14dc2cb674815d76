/** What a page says about its own smoothness, by the clock and the observers of the browser. */
import type { Page } from 'playwright-core'

/** Milliseconds. `keys`: from a key or a tap to the next picture, those of 16 ms and more. `shift`: layout shift that nobody's hand caused, as the browser counts it. */
export type Seen = { frames: number[]; long: number[]; keys: number[]; shift: number }

/** Runs in the page before its own scripts. Nothing is observed before `begin`. */
const watching = () => {
  const seen: Seen = { frames: [], long: [], keys: [], shift: 0 }
  let since = Number.POSITIVE_INFINITY
  let last = 0
  const frame = (at: number) => {
    if (at >= since && last >= since) seen.frames.push(at - last)
    last = at
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  const observe = (type: string, take: (entry: PerformanceEntry) => void, more = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.startTime >= since) take(entry)
    }).observe({ type, buffered: true, ...more })
  observe('longtask', ({ duration }) => seen.long.push(duration))
  observe('layout-shift', (entry) => {
    const { hadRecentInput, value } = entry as PerformanceEntry & { hadRecentInput: boolean; value: number }
    if (!hadRecentInput) seen.shift += value
  })
  observe('event', ({ name, duration }) => (name === 'keydown' || name === 'click') && seen.keys.push(duration), { durationThreshold: 16 })
  Object.assign(window, {
    bench: {
      begin: () => {
        Object.assign(seen, { frames: [], long: [], keys: [], shift: 0 })
        since = performance.now()
      },
      end: () => {
        since = Number.POSITIVE_INFINITY
        return seen
      },
    },
  })
}
type Watched = Window & { bench: { begin(): void; end(): Seen } }

/** Before the page goes anywhere. */
export const watch = (page: Page): Promise<unknown> => page.addInitScript(watching)
export const begin = (page: Page): Promise<void> => page.evaluate(() => (window as unknown as Watched).bench.begin())
export const end = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as Watched).bench.end())
