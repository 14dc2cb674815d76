/** The page that goes home, opened from a disk, as somebody does who has never seen the server. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { outcomeNl as w } from '../../client/words/outcome.nl.ts'
import { renderOutcome } from '../../server/outcome/outcome.ts'
import { addFraming, addIdea, afternoon } from '../outcome/plein.ts'
import { silent, violations } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { hardToHear } from '../support/ears.ts'
import { misfits } from '../support/fits.ts'
import { still } from '../support/still.ts'

const pictures = process.env['PICTURES']

const night = () => {
  const plein = afternoon()
  addIdea(plein, 'idea-noor', 'Wie ’s nachts wakker ligt, belt nu niemand', { cluster: 'cluster-night' })
  addFraming(plein, 'framing-2', 'Hoe slapen wij allemaal, buren en gasten, en wie neemt ’s nachts op?', {
    by: 'coach',
    phase: 'phase-vote',
    sources: [
      { kind: 'idea', id: 'idea-noor' },
      { kind: 'cluster', id: 'cluster-night' },
    ],
  })
  addFraming(plein, 'framing-3', 'Wat spreken buren en gasten af, zodat wij allemaal slapen, en wie neemt ’s nachts op?', {
    by: 'owner',
    phase: 'phase-vote',
  })
  return plein
}

const opened = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pleinbord-'))
  const browser = await openBrowser()
  onTestFinished(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const file = join(folder, 'opbrengst.html')
  writeFileSync(file, renderOutcome(night(), 'html', 'nl').body)
  const faults: string[] = []
  const page = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const made = await (
      await browser.newContext({ offline: true, locale: 'nl', viewport: { width: 1000, height: 900 }, ...options })
    ).newPage()
    made.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    made.on('pageerror', (error) => faults.push(String(error)))
    made.on('request', (request) => request.url() !== pathToFileURL(file).href && faults.push(request.url()))
    await made.goto(pathToFileURL(file).href)
    return made
  }
  return { page, faults }
}
const seen = (page: Page): Promise<string[]> =>
  page
    .locator('.step')
    .evaluateAll((steps) => steps.flatMap((step) => (step.checkVisibility() ? [step.querySelector('h3')?.textContent ?? ''] : [])))
const all = [w.first, w.nth(2), w.nth(3), w.now]
const look = async (page: Page, name: string) => pictures && page.screenshot({ path: `${pictures}/outcome-${name}.png`, fullPage: true })

test('F7 WCAG 2.2: from a disk, without a network, the change of the question is stepped through by keyboard and by button', async () => {
  const { page: open, faults } = await opened()
  const page = await open()
  expect(await seen(page)).toEqual(all)
  await look(page, 'whole')
  const press = (name: string) => page.getByRole('button', { name, exact: true })
  await press(w.replay.play).focus()
  await page.keyboard.press('Enter')
  expect(await seen(page)).toEqual([w.first])
  await expect.poll(() => page.getByRole('status').innerText()).toBe(w.replay.where(1, 4, w.first))
  // The focus went along, and the old button is gone.
  await page.keyboard.press('Enter')
  expect(await seen(page)).toEqual([w.nth(2)])
  await page.keyboard.press('ArrowRight')
  expect(await seen(page)).toEqual([w.nth(3)])
  await still(page)
  await look(page, 'step')
  expect(await violations(page)).toEqual([])
  await page.locator('.step.here summary').click()
  expect(await page.locator('.step.here').getByText('Mijn kinderen slapen niet').isVisible()).toBe(true)
  await press(w.replay.next).click()
  await press(w.replay.next).click({ force: true })
  expect(await seen(page)).toEqual([w.now])
  expect(await silent(page)).toEqual([])
  expect(await press(w.replay.next).getAttribute('aria-disabled')).toBe('true')
  await press(w.replay.back).focus()
  await page.keyboard.press('ArrowLeft')
  expect(await seen(page)).toEqual([w.nth(3)])
  await page.keyboard.press('Escape')
  expect(await seen(page)).toEqual(all)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(w.replay.play)
  expect([...(await violations(page)), ...(await hardToHear(page))]).toEqual([])
  expect(faults).toEqual([])
})

test('without a script it reads as a story; with less motion nothing moves; at 320 px and on paper it fits', async () => {
  const { page: open, faults } = await opened()
  const bare = await open({ javaScriptEnabled: false })
  expect(await bare.locator('.replay').isVisible()).toBe(false)
  await look(bare, 'bare')
  const still = await open({ reducedMotion: 'reduce' })
  await still.getByRole('button', { name: w.replay.play }).click()
  await still.getByRole('button', { name: w.replay.next }).click()
  await still.getByRole('button', { name: w.replay.next }).click()
  expect(await still.evaluate(() => document.getAnimations().length)).toBe(0)
  const moving = await open()
  await moving.getByRole('button', { name: w.replay.play }).click()
  await moving.getByRole('button', { name: w.replay.next }).click()
  await moving.getByRole('button', { name: w.replay.next }).click()
  expect(await moving.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0)
  const narrow = await open({ viewport: { width: 320, height: 640 } })
  expect([...(await misfits(narrow)), ...(await violations(narrow))]).toEqual([])
  await look(narrow, 'narrow')

  // Also from the middle of stepping the paper tells all of it, black on white.
  await moving.emulateMedia({ media: 'print' })
  expect(await seen(moving)).toEqual(all)
  expect(await moving.locator('.replay').isVisible()).toBe(false)
  const colours = await moving
    .locator('.plate')
    .evaluateAll((plates) => plates.map((plate) => [getComputedStyle(plate).color, getComputedStyle(plate).backgroundColor]))
  for (const colour of colours) expect(colour).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  await look(moving, 'print')
  const pdf = await moving.pdf({ preferCSSPageSize: true })
  // A4 in points.
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/)
  expect(faults).toEqual([])
})
