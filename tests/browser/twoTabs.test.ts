/** One phone, two tabs: its QR code was scanned twice. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { button, joinByQr, type Theatre, theatre } from '../support/views.ts'

const soon = { timeout: 20_000, interval: 50 }
const field = (tab: Page) => tab.getByLabel(phone.write.idea.label, { exact: true })
const send = (tab: Page) => button(tab, phone.write.idea.send).last().click()

/** `before`: what is done in the first one before the second one is there. */
const twice = async (it: Theatre, before: (tab: Page) => Promise<void> = async () => {}) => {
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  await plein.ask({ type: 'plein.open' })
  const address = plein.at(plein.plein.links.join)
  const first = await joinByQr(it, address)
  await field(first).waitFor()
  await before(first)
  const second = await first.context().newPage()
  await second.goto(address)
  const join = button(second, phone.join.go)
  await field(second).or(join).first().waitFor()
  if ((await join.count()) > 0) await join.click()
  await field(second).waitFor()
  const ideas = () => [...plein.coach.opened('desk').doc.getMap<{ text: string }>('ideas').values()].map(({ text }) => text).sort()
  return { ideas, first, second }
}

test('L4 what is half-written in one tab and sent from another does not wait in the first one to be sent again', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const { ideas, first, second } = await twice(it, (tab) => field(tab).fill('Meer bomen'))
  expect(await field(second).inputValue()).toBe('Meer bomen')
  await send(second)
  await expect.poll(ideas, soon).toEqual(['Meer bomen'])
  await expect.poll(() => field(first).inputValue(), soon).toBe('')

  // What is written on in the other one is sent with what was there.
  await field(first).fill('Een hek')
  await expect.poll(() => field(second).inputValue(), soon).toBe('Een hek')
  await field(second).press('End')
  await field(second).pressSequentially(' minder')
  await send(second)
  await expect.poll(ideas, soon).toEqual(['Een hek minder', 'Meer bomen'])
  await expect.poll(() => field(first).inputValue(), soon).toBe('')
  expect(it.faults).toEqual([])
})

test('L4 what is typed in a second tab neither takes the place of what is typed in the first one nor comes into it when that is sent', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const { ideas, first, second } = await twice(it)
  await field(first).fill('Meer bomen')
  await field(second).fill('Minder auto’s')
  await send(first)
  await expect.poll(ideas, soon).toEqual(['Meer bomen'])
  await expect.poll(() => field(first).inputValue(), soon).toBe('')
  expect(await field(second).inputValue()).toBe('Minder auto’s')
  await second.reload()
  await expect.poll(() => field(second).inputValue(), soon).toBe('Minder auto’s')
  await send(second)
  await expect.poll(ideas, soon).toEqual(['Meer bomen', 'Minder auto’s'])
  expect(await field(first).inputValue()).toBe('')
  expect(it.faults).toEqual([])
})
