import { AxeBuilder } from '@axe-core/playwright'
import jsqr from 'jsqr'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { organiser as w } from '../../client/words/organiser.nl.ts'
import { button, sizes, theatre } from '../support/views.ts'

const readCode = ('default' in jsqr ? jsqr.default : jsqr) as typeof jsqr.default
const pictures = process.env['PICTURES']

const qrs = async (page: Page): Promise<string[]> => {
  const found: string[] = []
  for (const code of await page.locator('svg.qr').all()) {
    const { data, width, height } = PNG.sync.read(await code.screenshot())
    found.push(readCode(new Uint8ClampedArray(data), width, height)?.data ?? '')
  }
  return found
}
const violations = async (page: Page): Promise<string[]> => {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

test('A1 A11 the organiser makes a Plein in a minute, prints its links, practises, and deletes after hearing what that destroys', async () => {
  const it = await theatre()
  const page = await it.device(sizes.desk)
  const look = async (name: string) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      if (pictures) await page.screenshot({ path: `${pictures}/organiser-${name}-${width}.png`, fullPage: true })
      expect(await sideways(page), `${name} at ${width}`).toBeLessThanOrEqual(0)
    }
    expect(await violations(page), name).toEqual([])
  }
  await page.goto(`${it.origin}/organisator`)
  await page.getByRole('heading', { name: w.key.heading }).waitFor()
  await page.getByLabel(w.key.field).fill('een-sleutel-die-niet-klopt')
  await button(page, w.key.go).click()
  await page.getByText(w.key.wrong).waitFor()
  await look('key')
  await page.getByLabel(w.key.field).fill(`${it.origin}/organisator#${it.server.key}`)
  await button(page, w.key.go).click()
  await page.getByRole('heading', { name: w.empty }).waitFor()
  await look('empty')

  await button(page, w.make).click()
  await page.getByLabel(w.form.title).fill('Plein over de haven')
  await page.getByLabel(w.form.dilemma).fill('Hoe blijft de haven van iedereen?')
  await page.getByLabel(w.form.meeting).fill('2030-03-12')
  await page.getByText(w.form.retained('10 juni 2030')).waitFor()
  await look('make')
  await button(page, w.form.go).click()
  await page.getByRole('heading', { name: w.ready.heading('Plein over de haven') }).waitFor()
  await look('ready')
  const link = (name: string) => page.getByRole('textbox', { name, exact: true }).inputValue()
  const [coach, screen, owner, join] = [
    await link(w.links.coach),
    await link(w.links.screen),
    await link(w.links.owner),
    await link(w.links.participant),
  ]
  expect(await qrs(page)).toEqual([coach, screen, owner, join])

  // On paper: a poster with the way in and nothing secret, then the links of those who lead.
  await button(page, w.print.go).click()
  await page.getByLabel(w.print.network).fill('Zaal-gast')
  await look('print')
  await page.emulateMedia({ media: 'print' })
  expect(await qrs(page.locator('.paper-poster').page())).toEqual([join, coach, screen, owner])
  expect(await page.locator('.print-desk').isVisible()).toBe(false)
  const poster = await page.locator('.paper-poster').innerText()
  expect(poster).toContain(w.print.cost)
  expect(poster).toContain('12 maart 2030')
  expect(poster).toContain('Zaal-gast')
  for (const secret of [coach, screen, owner]) expect(poster).not.toContain(secret)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
  await page.emulateMedia({ media: 'screen' })
  await button(page, w.print.back).click()
  await button(page, w.ready.done).click()

  await button(page, w.practice.make).click()
  await page.getByText(w.practice.steps[0] ?? '').waitFor()
  await look('practice')
  await button(page, w.ready.done).click()
  const practice = page.getByRole('listitem').filter({ hasText: 'Oefen-Plein' })
  await practice.getByText(w.practice.word, { exact: true }).waitFor()

  await button(page, `${w.detail.open}: Plein over de haven`).click()
  await look('list')
  await page.getByText(w.detail.counts(0, 0, 0)).waitFor()
  await button(page, w.detail.links).click()
  expect(await link(w.links.coach)).toBe(coach)
  await button(page, w.ready.done).click()
  await button(page, `${w.detail.open}: Plein over de haven`).click()
  await button(page, w.deeds.read).click()
  await page.getByRole('cell', { name: w.deeds.what['plein.make'] }).waitFor()
  await button(page, w.detail.remove).click()
  const dialog = page.getByRole('dialog')
  for (const line of w.detail.removes(0, 0, 0, 1)) await dialog.getByText(line).waitFor()
  await dialog.getByText(w.detail.removeFinal).waitFor()
  await look('remove')
  await button(dialog, w.detail.removeGo).click({ force: true })
  expect(await dialog.isVisible()).toBe(true)
  await dialog.getByLabel(w.detail.removeType('Plein over de haven')).fill('plein over de  haven')
  await button(dialog, w.detail.removeGo).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'Plein over de haven', exact: true }).waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: /Oefen-Plein/ }).waitFor()
  expect(it.faults).toEqual([])
})
