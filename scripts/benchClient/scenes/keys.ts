/** One act after another at a desk with a full board: how long from the key until the page shows it, and whether anything stood still. */
import type { Browser, Page } from 'playwright-core'
import type { Device } from '../device.ts'
import type { Room } from '../room.ts'
import { begin, end } from '../watch.ts'
import { deskOf } from './board.ts'

/** Milliseconds; `slowest`: of a key or tap to the next picture. */
export type Act = { act: string; slow: number; slowest: number; long: number; longest: number }

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

export const timed = async (act: string, { page }: Device, slow: number, deed: () => Promise<unknown>): Promise<Act> => {
  await pause(400)
  await begin(page)
  await deed()
  // The picture after the last key, and what was put off until after it.
  await pause(1200)
  const { keys, long } = await end(page)
  return { act, slow, slowest: Math.max(0, ...keys), long: long.length, longest: Math.max(0, ...long) }
}

const press =
  (page: Page, key: string, times = 1) =>
  async () => {
    for (let at = 0; at < times; at += 1) {
      await page.keyboard.press(key)
      await pause(60)
    }
  }
/** Before anything is timed, and by plain means: the search by role and name works in the page itself, for seconds among a thousand rows. */
const focus = (page: Page, selector: string, at = 0) =>
  page.evaluate(([selector, at]) => document.querySelectorAll<HTMLElement>(selector)[at]?.focus(), [selector, at] as const)
const type = (page: Page, text: string) => () => page.keyboard.type(text, { delay: 80 })
const chosen = (page: Page) => page.evaluate(() => document.querySelectorAll('.sheet input[type=checkbox]:checked').length)

/** `from`: where the focus is first; `so`: what must be true after it, or it was not the act that was timed. */
type Step = { act: string; from?: [string, number?]; deed: () => Promise<unknown>; so?: () => Promise<boolean> }

const play = async (desk: Device, slow: number, steps: readonly Step[]): Promise<Act[]> => {
  const acts: Act[] = []
  await desk.slow(slow)
  for (const { act, from, deed, so } of steps) {
    if (from) await focus(desk.page, ...from)
    acts.push(await timed(act, desk, slow, deed))
    const until = performance.now() + 20_000
    while (so && !(await so())) {
      if (performance.now() > until) throw new Error(`At the desk nothing came of it: ${act}.`)
      await pause(50)
    }
  }
  return acts
}

export const grouping = async (browser: Browser, room: Room, slow: number): Promise<Act[]> => {
  const desk = await deskOf(browser, room, 'groups')
  const { page } = desk
  try {
    await page.locator('[data-list=loose] [data-idea]').first().waitFor()
    const loose = () => page.evaluate(() => document.querySelectorAll('[data-list=loose] [data-idea]').length)
    const all = await loose()
    let found = 0
    const first: [string] = ['[data-list=loose] [data-idea]']
    return await play(desk, slow, [
      { act: 'arrow down, 20 times', from: first, deed: press(page, 'ArrowDown', 20) },
      { act: 'tick with X, 5 times', deed: press(page, 'x', 5), so: async () => (await chosen(page)) === 1 },
      { act: 'choose nothing', deed: press(page, 'Escape'), so: async () => (await chosen(page)) === 0 },
      { act: 'one idea into a group, 5 times', deed: press(page, '2', 5), so: async () => (await loose()) === all - 5 },
      { act: 'choose the whole pile', from: first, deed: press(page, 'Control+a'), so: async () => (await chosen(page)) === all - 5 },
      { act: 'choose nothing again', deed: press(page, 'Escape'), so: async () => (await chosen(page)) === 0 },
      { act: 'search, letter by letter', from: ['#search'], deed: type(page, 'buurt'), so: async () => (await loose()) < all - 5 },
      {
        act: 'choose what was found',
        deed: press(page, 'Enter'),
        so: async () => {
          found = await chosen(page)
          return found > 0 && found === (await loose())
        },
      },
      { act: 'all that was found into a group', deed: press(page, '3'), so: async () => (await loose()) === all - 5 - found },
      { act: 'take that back', deed: press(page, 'Control+z'), so: async () => (await loose()) === all - 5 },
    ])
  } finally {
    await desk.close()
  }
}

/** `room`: with ideas that all wait. */
export const releasing = async (browser: Browser, room: Room, slow: number): Promise<Act[]> => {
  const desk = await deskOf(browser, room, 'ideas')
  const { page } = desk
  try {
    await page.locator('.rows .idea').first().waitFor()
    const rows = () => page.evaluate(() => document.querySelectorAll('.rows input[type=checkbox]').length)
    const all = await rows()
    const buttons = '.panel-head .button'
    const dialog = () => page.evaluate(() => document.querySelector('dialog[open]') !== null)
    return await play(desk, slow, [
      {
        act: 'tick one that waits',
        from: ['.rows input[type=checkbox]', 3],
        deed: press(page, 'Space'),
        so: async () => (await chosen(page)) === 1,
      },
      { act: 'choose all that wait', from: [buttons, 2], deed: press(page, 'Enter'), so: async () => (await chosen(page)) === all },
      { act: 'choose none of them', from: [buttons, 2], deed: press(page, 'Enter'), so: async () => (await chosen(page)) === 0 },
      { act: 'search in what waits', from: ['.field-search input'], deed: type(page, 'buurt'), so: async () => (await rows()) < all },
      { act: 'empty the search', deed: press(page, 'Backspace', 5), so: async () => (await rows()) === all },
      { act: 'preview of sharing all', from: [buttons], deed: press(page, 'Enter'), so: dialog },
      { act: 'share all', from: ['dialog[open] .button-main'], deed: press(page, 'Enter'), so: async () => (await rows()) === 0 },
    ])
  } finally {
    await desk.close()
  }
}
