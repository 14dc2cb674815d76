/** A phone that is wiped keeps nothing for whoever has it next: not on a line that answers nothing, and not in another tab. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { door } from '../../client/words/door.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { stalled } from '../support/stalled.ts'
import { button, sizes, type Theatre, theatre } from '../support/views.ts'

const soon = { timeout: 20_000, interval: 50 }
const field = (page: Page) => page.getByLabel(phone.write.idea.label, { exact: true })
/** Ria’s phone, with half a text on it. */
const written = async (it: Theatre): Promise<Page> => {
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  await plein.ask({ type: 'plein.open' })
  const ria = await it.device(sizes.phone)
  await ria.goto(plein.at(plein.plein.links.join))
  await button(ria, phone.join.go).click()
  await field(ria).fill('Mijn buurman is bang')
  return ria
}

test('S2 a phone that is wiped while the server does not answer keeps nothing', async () => {
  const it = await theatre()
  const ria = await written(it)
  const left = () => ria.evaluate(() => Object.keys(localStorage).filter((key) => /^(seat|draft|joined):/.test(key)))
  expect(await left()).not.toEqual([])
  await button(ria, phone.closed.wipe).click()
  const sure = button(ria, phone.closed.wipeYes)
  await sure.waitFor()
  await stalled(it, async () => {
    await sure.click()
    await expect.poll(left, soon).toEqual([])
    await ria.getByText(phone.closed.wiped).waitFor()
  })
  expect(it.faults).toEqual([])
})

test('S2 what was wiped in one tab is not read in another one', async () => {
  const it = await theatre()
  const ria = await written(it)
  await button(ria, phone.write.idea.send).last().click()
  await ria.locator('.own').getByText(phone.own.state.sent).waitFor()
  const other = await ria.context().newPage()
  await other.goto(ria.url())
  await field(other).fill('en zijn vrouw ook')
  await other.getByText('Mijn buurman is bang').waitFor()
  await button(ria, phone.closed.wipe).click()
  await button(ria, phone.closed.wipeYes).click()
  await ria.getByText(phone.closed.wiped).waitFor()
  await other.getByRole('heading', { name: door.join.heading }).waitFor()
  expect(await other.locator('main').innerText()).not.toContain('buurman')
  expect(await other.evaluate(() => Object.keys(localStorage).filter((key) => /^(seat|draft):/.test(key)))).toEqual([])
  expect(it.faults).toEqual([])
})
