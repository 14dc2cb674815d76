/** How smooth a page stays while the board changes under it. */
import type { Device } from './device.ts'
import { share } from './figures.ts'
import { begin, end, type Seen } from './watch.ts'

/** What goes on all the time; `stop` answers how often it was done. */
export type Work = { stop(): Promise<number> }
export type Load = { perSecond: number; slow: number }
/** `busy`: milliseconds of processor time of the main thread for each second. `missing`: what the page did not show at the end. */
export type Smooth = Load & {
  scene: string
  updates: number
  p50: number
  p95: number
  worst: number
  long: number
  longest: number
  shift: number
  busy: number
  missing: string[]
}

const patience = 20_000
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Until the page shows what it should; else what is wrong with it. */
const untilRight = async (missing: () => Promise<string[]>): Promise<string[]> => {
  const until = performance.now() + patience
  for (;;) {
    const wrong = await missing()
    if (wrong.length === 0 || performance.now() > until) return wrong
    await pause(100)
  }
}

export const summed = (seen: Seen) => ({
  p50: share(seen.frames, 0.5),
  p95: share(seen.frames, 0.95),
  worst: share(seen.frames, 1),
  long: seen.long.length,
  longest: Math.max(0, ...seen.long),
  shift: seen.shift,
})

export const smooth = async (
  scene: string,
  device: Device,
  { perSecond, slow }: Load,
  seconds: number,
  begun: (perSecond: number) => Work,
  missing: () => Promise<string[]>,
): Promise<Smooth> => {
  const wrong = await untilRight(missing)
  if (wrong.length > 0) throw new Error(`${scene}: the page was not right to begin with: ${wrong.slice(0, 3).join(' · ')}`)
  await device.slow(slow)
  await pause(500)
  const before = await device.busy()
  await begin(device.page)
  const work = begun(perSecond)
  await pause(seconds * 1000)
  const seen = await end(device.page)
  const busy = (await device.busy()) - before
  const updates = await work.stop()
  await device.slow(1)
  return { scene, perSecond, slow, updates, ...summed(seen), busy: busy / seconds, missing: await untilRight(missing) }
}
