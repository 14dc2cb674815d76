import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { organiser } from '../../client/words/organiser.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { visits } from '../../scripts/size/visits.ts'
import { loaded, readManifest } from '../../server/http/beginnings.ts'
import { led } from '../support/led.ts'
import { button, sizes, theatre } from '../support/views.ts'

const dilemma = 'Hoe blijft de havenkade van iedereen?'

/** Scripts and style sheets that a page asks for, in that order, each with what went over the line. */
const watched = (page: Page) => {
  const asked: string[] = []
  const bare: string[] = []
  page.on('request', (request) => {
    const file = /\/(assets\/[^?]+\.(?:js|css))$/.exec(request.url())?.[1]
    if (file !== undefined && !asked.includes(file)) asked.push(file)
  })
  page.on('response', (response) => {
    if (!/\/assets\/.*\.(?:js|css)$/.test(response.url())) return
    const { 'content-encoding': encoding, 'cache-control': kept } = response.headers()
    if (!kept?.includes('immutable') || (encoding === undefined && Number(response.headers()['content-length']) > 1000))
      bare.push(response.url())
  })
  return { asked, bare }
}

test('P9 P10 a real browser asks for what npm run size weighs, packed and to be kept; the door first, and what nobody waits for last', async () => {
  const it = await theatre()
  const plein = await led(it, dilemma, ['ideas'])
  await plein.ask({ type: 'plein.open' })
  const manifest = readManifest(fileURLToPath(new URL('../../dist', import.meta.url)))!
  const listed = (name: string) => loaded(manifest, visits.find((visit) => visit.name.startsWith(name))!.modules)

  const fatma = await it.device(sizes.phone)
  const { asked, bare } = watched(fatma)
  await fatma.goto(plein.at(plein.plein.links.join))
  await button(fatma, phone.join.go).waitFor()
  const door = listed('the door')
  expect(new Set(asked.slice(0, door.length))).toEqual(new Set(door))
  await button(fatma, phone.join.go).click()
  await fatma.getByLabel(phone.write.idea.label, { exact: true }).waitFor()
  const through = listed('phone, through voting')
  expect(new Set(asked.slice(0, through.length))).toEqual(new Set(through))
  const whole = listed('phone, every page')
  await expect.poll(() => new Set(asked), { timeout: 30_000 }).toEqual(new Set(whole))

  // Back by a reload: straight to the phone, and nothing of it is learned file by file.
  const html = await (await fetch(`${it.server.origin}/p/x`)).text()
  for (const file of through) expect(html, file).toContain(file)

  const others = [
    ['screen', plein.plein.links.screen, (page: Page) => page.getByText(dilemma).first().waitFor()],
    [
      'organiser',
      `${it.origin}/organisator#${it.server.key}`,
      (page: Page) => page.getByRole('heading', { name: organiser.heading }).waitFor(),
    ],
  ] as const
  for (const [name, link, stands] of others) {
    const page = await it.device(sizes.desk)
    const seen = watched(page)
    await page.goto(plein.at(link))
    await stands(page)
    const first = listed(name)
    expect(new Set(seen.asked.slice(0, first.length)), name).toEqual(new Set(first))
    // What nobody waits for comes by itself, after it.
    await expect.poll(() => seen.asked.slice(first.length).filter((file) => file.includes('later')), { timeout: 30_000 }).not.toEqual([])
    bare.push(...seen.bare)
  }
  expect(bare).toEqual([])
  expect(it.faults).toEqual([])
})

test('P9 nothing jumps: at the door, also when the letters come late, nor behind it; and who came in goes on from the heading', async () => {
  const it = await theatre()
  const plein = await led(it, dilemma, ['ideas'])
  await plein.ask({ type: 'plein.open' })
  for (const [size, language] of [
    [sizes.phone, null],
    [{ width: 320, height: 568 }, 'en'],
  ] as const) {
    const page = await it.device(size)
    await page.addInitScript((chosen) => {
      if (chosen !== null) localStorage.setItem('language', chosen)
      const shifts: [number, string][] = []
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources?: { node?: Node }[] })[])
          shifts.push([entry.value, entry.sources?.map(({ node }) => node?.textContent?.slice(0, 40)).join(' | ') ?? ''])
      }).observe({ type: 'layout-shift', buffered: true })
    }, language)
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue()
    })
    /** What moved by more than a word that stands at the right edge, and is some pixels wider in its own letters. */
    const jumped = () =>
      page.evaluate(() => (window as unknown as { shifts: [number, string][] }).shifts.filter(([value]) => value > 0.0005))
    await page.goto(plein.at(plein.plein.links.join))
    await page.locator('.join .button-main').waitFor()
    await page.evaluate(() => document.fonts.ready)
    await page.waitForFunction(() => [...document.fonts].some(({ status }) => status === 'loaded'))
    expect(await jumped(), 'at the door').toEqual([])
    // By keyboard, so that nothing hides behind a recent press of a pointer.
    await page.locator('.join .button-main').focus()
    await page.keyboard.press('Enter')
    await page.locator('textarea').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(await jumped(), 'coming in').toEqual([])
    // From here on with letters that are kept for a year: a paragraph may break otherwise in others.
    await page.unroute('**/*.woff2')
    await page.reload()
    await page.locator('textarea').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    expect(await jumped(), 'behind it').toEqual([])
    expect(await page.getByText(shared.loading).count()).toBe(0)
  }
  expect(it.faults).toEqual([])
})
