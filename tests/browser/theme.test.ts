import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { button, makePlein, openDesk, sizes, theatre } from '../support/views.ts'

const example = fileURLToPath(new URL('../../docs/theme-example', import.meta.url))

const tooPale = async (page: Page): Promise<string[]> => {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 90)} ${any[0]?.message}`).join(' | ')}`,
  )
}
const colour = (page: Page, token: string) =>
  page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim(), token)

test('a theme of Hoogeveld is seen on the phone in je, at the desk in the light and in the dark, and every letter is readable', async () => {
  const it = await theatre({ THEME_DIR: example })
  const links = await makePlein(it, { title: 'Plein over de kade', dilemma: 'Hoe blijft de kade van iedereen?' })

  const fatma = await it.device(sizes.phone)
  await fatma.goto(links.join)
  await fatma.getByText('Gemeente Hoogeveld aan de Lede').first().waitFor()
  expect(await fatma.getByRole('link', { name: 'plein@hoogeveld.example' }).getAttribute('href')).toBe('mailto:plein@hoogeveld.example')
  expect(await colour(fatma, '--sign')).toBe('#0d4a40')
  expect(await fatma.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(245, 242, 236)')
  expect(await fatma.locator('body').innerText()).not.toMatch(/\b(u|uw)\b/i)
  await fatma.getByRole('button', { name: 'Doe mee' }).click()
  await fatma.getByRole('heading', { name: 'Je bent binnen' }).waitFor()
  expect(await fatma.locator('body').innerText()).not.toMatch(/\b(u|uw)\b/i)
  expect(await tooPale(fatma)).toEqual([])

  const coach = await openDesk(it, links.coach)
  await coach.getByRole('tab', { name: w.sheets.manage }).click()
  await coach.getByRole('radio', { name: shared.shade.dark }).check()
  await expect.poll(() => colour(coach, '--page')).toBe('#171614')
  // Plate and chalk are those of the light set.
  expect(await colour(coach, '--sign')).toBe('#0d4a40')
  expect(await coach.locator('meta[name="theme-color"]').getAttribute('content')).toBe('#171614')
  expect(await coach.locator('body').innerText()).not.toMatch(/\b(u|uw)\b/i)
  expect(await tooPale(coach)).toEqual([])
  await coach.reload()
  await coach.getByRole('tab', { name: w.sheets.now }).waitFor()
  expect(await colour(coach, '--page')).toBe('#171614')
  await button(coach, /Open het Plein/).click()
  // Nothing moves before the Plein is open.
  await coach.getByRole('button', { name: /^Volgende/, disabled: false }).click()
  await coach.locator('.rail-now').getByText(w.kinds.checkin).waitFor()
  expect(await tooPale(coach)).toEqual([])
  // Paper is white, whatever the screen was; the plate on it is that of Hoogeveld.
  await coach.emulateMedia({ media: 'print' })
  const paper = await Promise.all(['--page', '--card', '--ink', '--sign'].map((token) => colour(coach, token)))
  expect(paper).toEqual(['#fff', '#fff', '#000', '#0d4a40'])
  // The letters of the other pages stay dark on light.
  expect(await colour(fatma, '--page')).toBe('#f5f2ec')
  expect(it.faults).toEqual([])
})
