/** The views of one Plein in a real browser, opened and used as their people do. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsqr from 'jsqr'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { onTestFinished } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { organiser } from '../../client/words/organiser.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { screen } from '../../client/words/screen.nl.ts'
import { openBrowser } from './browser.ts'
import { type ServerProcess, serverProcess } from './process.ts'

/** A CommonJS module: its types promise a default export, at run time it is one of its keys. */
const readCode = ('default' in jsqr ? jsqr.default : jsqr) as typeof jsqr.default

/** A name of the room's own network: plain http and not localhost, so the browser gives no secure context. */
const host = 'plein.test'

export type Theatre = {
  server: ServerProcess
  browser: Browser
  origin: string
  /** A device of its own: nothing is shared with another one. `large`: its letters are twice the size, as its owner set them. */
  device(size: { width: number; height: number }, reader?: 'large'): Promise<Page>
  /** What went wrong in any page: errors, violations of the CSP, requests to another origin. */
  faults: string[]
}

/** Leaves pictures of all pages, and says where. */
const photograph = async (browser: Browser): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'pleinbord-failed-'))
  const pages = browser.contexts().flatMap((context) => context.pages())
  await Promise.all(pages.map((page, at) => page.screenshot({ path: join(folder, `${at}.png`), fullPage: true }).catch(() => undefined)))
  console.log(`Pictures of all pages: ${folder}`)
}

export const theatre = async (env: Record<string, string> = {}): Promise<Theatre> => {
  const server = await serverProcess(env)
  const flags = [`--host-resolver-rules=MAP ${host} 127.0.0.1`]
  const browser = await openBrowser(flags)
  let large: Promise<Browser> | null = null
  // One hook for both: of two, the closing one would come first and leave nothing to photograph.
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await photograph(browser)
    await browser.close()
    await (await large)?.close()
  })
  const origin = `http://${host}:${server.port}`
  const faults: string[] = []
  const device: Theatre['device'] = async (viewport, reader) => {
    if (reader === 'large') large ??= openBrowser([...flags, '--blink-settings=defaultFontSize=32'])
    const context: BrowserContext = await (reader === 'large' && large !== null ? await large : browser).newContext({
      viewport,
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy|Uncaught|React/.test(message.text())) faults.push(message.text())
    })
    page.on('request', (request) => {
      const { protocol, host: asked } = new URL(request.url())
      if (protocol.startsWith('http') && asked !== `${host}:${server.port}`) faults.push(`asked ${asked}`)
    })
    return page
  }
  return { server, browser, origin, device, faults }
}

/** Each view in the sizes that it is made for: its name, its size, and by which link it is opened. */
export const viewSizes = [
  ['phone', { width: 360, height: 780 }, 'join'],
  ['phone-narrow', { width: 320, height: 568 }, 'join'],
  ['desk', { width: 1280, height: 800 }, 'coach'],
  ['desk-tablet', { width: 820, height: 1180 }, 'coach'],
  ['screen', { width: 1920, height: 1080 }, 'screen'],
  ['screen-small', { width: 1024, height: 768 }, 'screen'],
  ['owner', { width: 1280, height: 800 }, 'owner'],
  ['owner-phone', { width: 360, height: 780 }, 'owner'],
  ['organiser', { width: 1280, height: 800 }, 'join'],
] as const

export const sizes = { phone: { width: 360, height: 780 }, desk: { width: 1280, height: 800 }, screen: { width: 1920, height: 1080 } }

export const button = (within: Page | Locator, name: string | RegExp, exact = true): Locator =>
  within.getByRole('button', typeof name === 'string' ? { name, exact } : { name })

/** What has just come or slid to its place, or says another thing than before, waits for half a second, and so does who sees it. */
export const settled = (one: Locator): Locator => one.and(one.page().locator(':not([aria-busy], [data-turning])'))
/** Presses it, once more when something slid under the pointer at that moment and the press was not heard. */
export const press = async (one: Locator): Promise<void> => {
  for (let heard = false; !heard; ) {
    await settled(one).waitFor()
    const last = await one.page().evaluateHandle(() => {
      const it = { heard: false }
      addEventListener('click', (event) => Object.assign(it, { heard: !event.defaultPrevented }), { once: true })
      return it
    })
    await settled(one).click()
    heard = await last.evaluate((it) => it.heard)
  }
}

export type Links = { coach: string; screen: string; owner: string; join: string; plein: string }

/** The organiser makes a Plein from the template of one hour. */
export const makePlein = async (it: Theatre, given: { title: string; dilemma: string }): Promise<Links> => {
  const page = await it.device(sizes.desk)
  await page.goto(`${it.origin}/organisator#${it.server.key}`)
  await button(page, organiser.make).click()
  await page.getByLabel(organiser.form.title).fill(given.title)
  await page.getByLabel(organiser.form.dilemma).fill(given.dilemma)
  await page.getByRole('radio', { name: organiser.form.templates['hour'] as string }).check()
  await button(page, organiser.form.go).click()
  await page.getByRole('heading', { name: organiser.ready.heading(given.title) }).waitFor()
  const link = (name: string) => page.getByRole('textbox', { name, exact: true }).inputValue()
  const links = {
    coach: await link(organiser.links.coach),
    screen: await link(organiser.links.screen),
    owner: await link(organiser.links.owner),
    join: await link(organiser.links.participant),
  }
  await button(page, organiser.ready.done).click()
  await page.getByRole('heading', { name: given.title }).waitFor()
  await page.context().close()
  return { ...links, plein: '' }
}

export const openDesk = async (it: Theatre, link: string): Promise<Page> => {
  const page = await it.device(sizes.desk)
  await page.goto(link)
  await button(page, w.cover.no).click()
  return page
}

/** The screen shows a short code; the coach lets it in. */
export const openScreen = async (it: Theatre, desk: Page): Promise<Page> => {
  const page = await it.device(sizes.screen)
  await page.goto(`${it.origin}/scherm`)
  await page.getByRole('heading', { name: screen.knock.heading }).waitFor()
  const code = await page.locator('.knock-code').innerText()
  await sheet(desk, 'manage')
  await desk.getByLabel(w.manage.admitCode).fill(code)
  await button(desk, w.manage.admitScreen).click()
  await page.waitForURL('**/scherm/*')
  return page
}

/** What a phone's camera reads from the picture. */
export const readQr = async (page: Page | Locator): Promise<string> => {
  await page.locator('svg.qr').waitFor()
  for (;;) {
    const { data, width, height } = PNG.sync.read(await page.screenshot())
    const found = readCode(new Uint8ClampedArray(data), width, height)
    if (found) return found.data
  }
}

export const joinByQr = async (it: Theatre, address: string): Promise<Page> => {
  const page = await it.device(sizes.phone)
  await page.goto(address)
  await button(page, phone.join.go).click()
  await page.waitForURL('**/p/*')
  return page
}

export const sheet = (desk: Page, name: keyof typeof w.sheets & string): Promise<void> =>
  desk.getByRole('tab', { name: new RegExp(`^${w.sheets[name as 'now']}`) }).click()

/** Next in one tap. A button that was the way back until just now shows that it waits, and so does who sees it. */
export const nextPhase = async (desk: Page, kind: keyof typeof w.kinds): Promise<void> => {
  await settled(button(desk, w.rail.next(w.kinds[kind]), false))
    .first()
    .click()
  await desk.locator('.rail-now').getByText(w.kinds[kind]).waitFor()
}

export const writes = async (
  page: Page,
  as: keyof typeof phone.write & ('idea' | 'checkin' | 'proposal' | 'closing'),
  text: string,
): Promise<void> => {
  const words = phone.write[as]
  if (as === 'closing') await button(page, phone.write.picks.closing).click()
  await page.getByLabel(words.label, { exact: true }).fill(text)
  await button(page, words.send).last().click()
  await page.locator('.own').getByText(text).waitFor()
}

/** The desk has been told of this many, and shares them all. */
export const releaseAll = async (desk: Page, heading: string, count: number): Promise<void> => {
  const panel = desk.locator('section.panel', { has: desk.getByRole('heading', { name: new RegExp(`^${heading} ·`) }) })
  await panel.locator('.panel-head h2 b').getByText(`${count}`, { exact: true }).waitFor()
  await button(panel, w.ideasSheet.releaseAll).click()
  await desk.getByRole('dialog').getByText(w.ideasSheet.preview(count, 0)).waitFor()
  await button(desk, w.ideasSheet.previewGo(count)).click()
  await panel.locator('.panel-head h2 b').getByText('0', { exact: true }).waitFor()
}
