/** Real devices with the views of one Plein, and the pictures of them. */
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { coach as coachWords } from '../../client/words/coach.nl.ts'
import { phone as phoneWords } from '../../client/words/phone.nl.ts'
import type { Made } from '../players/http.ts'
import { press } from './press.ts'
import { type Shot, type ShotName, shots, type View } from './shots.ts'

/** `wide`: how many pixels it can be scrolled sideways; 0 is as it should be. */
export type Taken = { file: string; group: string; moment: string; shot: string; wide: number }
export type Missing = { file: string; why: string }
export type Album = { folder: string; taken: Taken[]; missing: Missing[] }

export const whyNot = (error: unknown): string => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
const longest = 2400
const within = 20_000

/** Until nothing moved for a while: what a photographer waits for. A page without scripts stands still, and has no clock. */
const still = (page: Page): Promise<void> => Promise.race([settled(page), new Promise<void>((resolve) => setTimeout(resolve, 5000))])
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const begun = performance.now()
        let moved = begun
        const watch = new MutationObserver(() => {
          moved = performance.now()
        })
        watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
        const look = () => {
          const now = performance.now()
          // What plays once is waited for; what goes on as long as the page stands (a bar that shortens) is not.
          const plays = document.getAnimations().some(({ playState }) => playState === 'running')
          if ((plays || now - moved < 300) && now - begun < 3000) return void setTimeout(look, 50)
          watch.disconnect()
          document.fonts.ready.then(() => resolve())
        }
        look()
      }),
  )

export const device = async (browser: Browser, { width, height }: { width: number; height: number }, extra = {}): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    ...extra,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(within)
  return page
}

/** Size and light as asked; a screen says its shape when it connects, so it comes in again. A desk goes where the room is. */
const arrange = async (page: Page, shot: Shot): Promise<void> => {
  const before = page.viewportSize()
  await page.setViewportSize({ width: shot.width, height: shot.height })
  await page.emulateMedia({ forcedColors: shot.forced ? 'active' : 'none', colorScheme: shot.dark ? 'dark' : 'light' })
  if (shot.view === 'screen' && before?.width !== shot.width) await page.reload()
  const follow = page.getByRole('button', { name: coachWords.sheets.follow, exact: true })
  if (shot.view === 'desk' && (await follow.count()) > 0) await follow.first().click({ timeout: 5000 })
}

export const shoot = async (album: Album, page: Page, { file, ...told }: Omit<Taken, 'wide'>, whole: boolean): Promise<void> => {
  try {
    await still(page)
    const path = join(album.folder, file)
    await mkdir(dirname(path), { recursive: true })
    const { width, height } = page.viewportSize() as { width: number; height: number }
    const tall = await page.evaluate(() => document.documentElement.scrollHeight)
    const clip = { x: 0, y: 0, width, height: Math.min(longest, Math.max(height, tall)) }
    await page.screenshot(whole ? { path, fullPage: true, clip, timeout: within } : { path, timeout: within })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    album.taken.push({ file, ...told, wide: Math.max(0, wide) })
  } catch (error) {
    album.missing.push({ file, why: whyNot(error) })
  }
}

/** `large`: with letters of twice the size, as a reader may set them; its layout answers to that as it would on a phone. */
export type Browsers = { usual: Browser; large: Browser }
export const largeLetters = '--blink-settings=defaultFontSize=32'

export type Camera = {
  page(view: View): Promise<Page>
  take(group: string, moment: string, name: ShotName): Promise<void>
  /** In the sizes that will be asked for. */
  open(names: Iterable<ShotName>): Promise<void>
  close(): Promise<void>
}

/** `at`: the address that people would use; every view is opened by its own link, once. */
export const camera = (browsers: Browsers, album: Album, at: string, made: Made, key: string): Camera => {
  const open = new Map<string, Promise<Page>>()
  const links: Record<View, string> = {
    phone: made.links.join,
    desk: made.links.coach,
    screen: made.links.screen,
    owner: made.links.owner,
    organiser: `${at}/organisator#${key}`,
  }
  const enter = async (view: View, large: boolean) => {
    const page = await device(large ? browsers.large : browsers.usual, shots[view])
    await page.goto(links[view].replace(/^https?:\/\/[^/]+/, at))
    if (view === 'phone') await page.getByRole('button', { name: phoneWords.join.go, exact: true }).click()
    // The organiser's page alone has no question on it.
    if (view !== 'organiser') await page.locator('.plate').first().waitFor()
    if (view === 'desk') await page.getByRole('button', { name: coachWords.cover.no, exact: true }).click()
    return page
  }
  const get = (view: View, large = false, own = false) => {
    const name = `${view} ${large} ${own}`
    const known = open.get(name) ?? enter(view, large)
    open.set(name, known)
    return known
  }
  const pageOf = (shot: Shot) => get(shot.view, shot.text === 200, shot.open === 'own')
  /** The desk counts screens: until it has heard of this one. */
  const heard = async () => {
    if (!['desk', 'screen'].every((view) => open.has(`${view} false false`))) return
    const desk = await get('desk')
    await desk.getByText(coachWords.side.screens(0)).first().waitFor({ state: 'hidden' })
  }
  return {
    page: (view) => get(view),
    open: async (names) => {
      for (const name of names) await pageOf(shots[name])
      await heard()
    },
    take: async (group, moment, name) => {
      const shot: Shot = shots[name]
      const file = `${group}/${moment}-${name}.png`
      try {
        const page = await pageOf(shot)
        const open = press(page, shot, moment)
        if (open === null) return
        await arrange(page, shot)
        const back = await open()
        await shoot(album, page, { file, group, moment, shot: name }, shot.view !== 'screen' && shot.view !== 'desk')
        await back?.()
      } catch (error) {
        album.missing.push({ file, why: whyNot(error) })
      }
    },
    close: async () => {
      for (const page of open.values()) await page.then((it) => it.context().close()).catch(() => undefined)
    },
  }
}
