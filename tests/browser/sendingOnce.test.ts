import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { slowDisk } from '../support/disk.ts'
import { led } from '../support/led.ts'
import { button, sizes, theatre } from '../support/views.ts'

test('L4 one tap or three on a slow disk send one idea and one card, and what is typed meanwhile stays in the field', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  await plein.ask({ type: 'plein.open' })
  const ria = await it.device(sizes.phone)
  const slow = await slowDisk(ria)
  await ria.goto(plein.at(plein.plein.links.join))
  await button(ria, phone.join.go).click()
  const field = ria.getByLabel(phone.write.idea.label, { exact: true })
  await field.fill('Meer bankjes')
  await slow(true)
  const send = button(ria, phone.write.idea.send).last()
  for (let tap = 0; tap < 3; tap++) await send.click()
  await field.press('End')
  await field.pressSequentially(' en schaduw')
  await slow(false)
  await expect.poll(() => field.inputValue()).toBe(' en schaduw')
  await ria.locator('.own').getByText(phone.own.state.sent).waitFor()
  expect(await ria.locator('.own .said').allInnerTexts()).toEqual(['Meer bankjes'])
  await ria.reload()
  await expect.poll(() => field.inputValue()).toBe(' en schaduw')

  await ria.getByText(phone.cards.heading).click()
  const card = ria.getByLabel(phone.cards.label)
  await card.fill('Dit moet gezegd')
  await slow(true)
  for (let tap = 0; tap < 3; tap++) await button(ria, phone.cards.send).click()
  await card.pressSequentially(' en dit ook')
  await slow(false)
  await expect.poll(() => card.inputValue()).toBe(' en dit ook')
  await ria.locator('.sealed').getByText(phone.cards.state.sealed).waitFor()
  expect(await ria.locator('.sealed .said').allInnerTexts()).toEqual(['Dit moet gezegd'])
  expect(it.faults).toEqual([])
})
