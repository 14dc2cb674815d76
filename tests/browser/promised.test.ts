/** Who reads a text is what stood above the field when it was sent, whatever the room does before it comes in. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import { type Led, led } from '../support/led.ts'
import { button, joinByQr, sizes, theatre, writes } from '../support/views.ts'

const soon = { timeout: 20_000, interval: 50 }
const { sees } = phone.write
const pictures = process.env['PICTURES']

/** Whether the room reads it, as soon as the desk or the room does. */
const roomReads = async ({ coach }: Led, text: string): Promise<boolean> => {
  const texts = (document: 'board' | 'desk') => JSON.stringify(coach.opened(document).doc.getMap('ideas').toJSON())
  await expect.poll(() => texts('board') + texts('desk'), soon).toContain(text)
  return texts('board').includes(text)
}
const reads = ({ ask, phase }: Led, kind: PhaseKind, along: boolean) =>
  ask({ type: 'phase.edit', phase: phase(kind), settings: { hidden: !along } })
const away = async (page: Page) => {
  await page.context().setOffline(true)
  await page.evaluate(() => void dispatchEvent(new Event('offline')))
  await page.getByText(shared.connection.away).first().waitFor()
}
const kept = (page: Page) => page.locator('.own').getByText(phone.own.state.held).waitFor({ state: 'attached' })

test('S1 I8 what was sent for the coach first while there was no line stays with the coach when the room reads along by then, also from a page that was loaded anew', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'plenary'])
  await plein.ask({ type: 'plein.open' })
  const [fatma, ria] = [await joinByQr(it, plein.at(plein.plein.links.join)), await joinByQr(it, plein.at(plein.plein.links.join))]
  const texts = { fatma: 'Mijn baas slaat ons', ria: 'Mijn buurman drinkt' }
  await fatma.getByText(sees.hidden).waitFor()
  await away(fatma)
  await writes(fatma, 'idea', texts.fatma)
  await kept(fatma)

  await ria.getByLabel(phone.write.idea.label, { exact: true }).fill(texts.ria)
  await plein.enter('plenary')
  await button(ria, phone.held.go).click()
  await button(ria, phone.write.resume).click()
  await ria.getByText(phone.write.late).waitFor()
  await away(ria)
  await button(ria, phone.write.idea.send).click()
  await kept(ria)

  await plein.enter('ideas')
  await reads(plein, 'ideas', true)
  const at = fatma.url()
  await fatma.goto('about:blank')
  await fatma.context().setOffline(false)
  await fatma.goto(at)
  expect(await roomReads(plein, texts.fatma)).toBe(false)
  await ria.context().setOffline(false)
  await ria.evaluate(() => void dispatchEvent(new Event('online')))
  expect(await roomReads(plein, texts.ria)).toBe(false)
  // What was sent where the room was said to read along is there at once, after a while without a line too, and not when it reads along no more.
  const samir = await joinByQr(it, plein.at(plein.plein.links.join))
  await samir.getByText(sees.open).waitFor()
  await writes(samir, 'idea', 'Meer bankjes')
  expect(await roomReads(plein, 'Meer bankjes')).toBe(true)
  await away(samir)
  await writes(samir, 'idea', 'Meer bomen')
  await reads(plein, 'ideas', false)
  await samir.context().setOffline(false)
  await samir.evaluate(() => void dispatchEvent(new Event('online')))
  expect(await roomReads(plein, 'Meer bomen')).toBe(false)
  expect(it.faults).toEqual([])
})

test('S1 L4 a text that was begun for the coach first goes there, though the room reads along when it is sent; whatever is sent, who reads it stands above it', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['checkin', 'ideas'])
  await plein.ask({ type: 'plein.open' })
  const fatma = await joinByQr(it, plein.at(plein.plein.links.join))
  await writes(fatma, 'checkin', 'Ik ben Fatma')
  expect(await roomReads(plein, 'Ik ben Fatma')).toBe(false)
  // It has been read once, and is one line now, as long as it stays so.
  await expect.poll(() => fatma.getByText(sees.hidden).isVisible()).toBe(false)
  const field = fatma.getByLabel(phone.write.checkin.label, { exact: true })
  await field.fill('Ik woon hier, en ')
  await reads(plein, 'checkin', true)
  await fatma.locator('.now').getByText(phone.now.along).waitFor()
  await fatma.getByText(sees.hidden).waitFor()
  if (pictures) await fatma.screenshot({ path: `${pictures}/begun.png` })
  await field.press('End')
  await field.pressSequentially('ik ben bang')
  await button(fatma, phone.write.checkin.send).click()
  expect(await roomReads(plein, 'Ik woon hier, en ik ben bang')).toBe(false)
  await expect.poll(() => field.inputValue()).toBe('')
  await fatma.getByText(sees.open).waitFor()
  if (pictures)
    for (const width of [360, 320]) {
      await fatma.setViewportSize({ width, height: 780 })
      await fatma.screenshot({ path: `${pictures}/along-${width}.png` })
    }
  await fatma.setViewportSize(sizes.phone)
  // Found again: who reads it is said anew, and is the coach.
  await field.fill('En ik kom')
  await fatma.reload()
  await fatma.getByText(sees.hidden).waitFor()
  await expect.poll(() => field.inputValue()).toBe('En ik kom')
  await field.fill('')
  await fatma.getByText(sees.open).waitFor()
  await writes(fatma, 'checkin', 'Ik blijf')
  expect(await roomReads(plein, 'Ik blijf')).toBe(true)
  expect(it.faults).toEqual([])
})
