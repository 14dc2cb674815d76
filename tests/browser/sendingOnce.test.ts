import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { slowDisk } from '../support/disk.ts'
import { led } from '../support/led.ts'
import { stalled } from '../support/stalled.ts'
import { button, openDesk, sheet, sizes, theatre } from '../support/views.ts'

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

test('L4 syllables that a keyboard puts together while the former text is being stored, or answered, stand in the field once', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  await plein.ask({ type: 'plein.open' })
  /** As from the keyboard of a phone: what is being composed is written anew with each letter, until it is chosen. */
  const composes = async (page: Page) => {
    const line = await page.context().newCDPSession(page)
    return {
      so: (text: string) => line.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
      done: (text: string) => line.send('Input.insertText', { text }),
    }
  }
  const ria = await it.device(sizes.phone)
  const slow = await slowDisk(ria)
  await ria.goto(plein.at(plein.plein.links.join))
  await button(ria, phone.join.go).click()
  const composed = await composes(ria)
  const own = (text: string) => ria.locator('.own .said', { hasText: text }).waitFor()
  const sends = async (field: Locator, send: Locator, text: string, next: () => Promise<void>) => {
    await field.fill(text)
    await slow(true)
    await send.click()
    await field.press('End')
    await composed.so(' en sch')
    await slow(false)
    await next()
    await composed.so(' en schadu')
    expect(await field.inputValue()).toBe(`${text} en schadu`)
    await composed.done(' en schaduw')
    await expect.poll(() => field.inputValue()).toBe(' en schaduw')
    await field.pressSequentially('rijk')
    expect(await field.inputValue()).toBe(' en schaduwrijk')
  }
  const field = ria.getByLabel(phone.write.idea.label, { exact: true })
  const send = button(ria, phone.write.idea.send).last()
  await sends(field, send, 'Meer bankjes', () => ria.locator('.own').getByText(phone.own.state.sent).waitFor())
  // Pressed while a syllable is open: what is left goes, and nothing twice.
  await field.fill('Meer bomen')
  await slow(true)
  await send.click()
  await field.press('End')
  await composed.so(' en water')
  await slow(false)
  await own('Meer bomen')
  await send.click()
  await own('en water')
  await expect.poll(() => field.inputValue()).toBe('')
  // Its answer brings buttons, and what stands below slides: a press on it in that moment would not be heard.
  await expect.poll(() => ria.locator('.own').getByText(phone.own.state.sent).count()).toBe(3)
  expect((await ria.locator('.own .said').allInnerTexts()).map((text) => text.trim()).sort()).toEqual([
    'Meer bankjes',
    'Meer bomen',
    'en water',
  ])

  await ria.getByText(phone.cards.heading).click()
  const sealed = () => ria.locator('.sealed').getByText(phone.cards.state.sealed).waitFor()
  await sends(ria.getByLabel(phone.cards.label), button(ria, phone.cards.send), 'Dit moet gezegd', sealed)

  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'ideas')
  await desk.getByText(w.ideasSheet.enter).click()
  const paper = desk.getByLabel(w.ideasSheet.enterText)
  const atDesk = await composes(desk)
  await paper.fill('Minder hekken')
  await stalled(it, async () => {
    await button(desk, w.ideasSheet.enterGo).click()
    await paper.press('End')
    await atDesk.so(' en sch')
  })
  await expect.poll(() => button(desk, w.ideasSheet.enterGo).getAttribute('aria-busy')).not.toBe('true')
  await atDesk.so(' en schadu')
  await atDesk.done(' en schaduw')
  await expect.poll(() => paper.inputValue()).toBe(' en schaduw')
  expect(it.faults).toEqual([])
})

test('L4 who is in the next words when the former text has been stored is not taken along with the room, and is when they are sent', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'plenary'])
  await plein.ask({ type: 'plein.open' })
  const ria = await it.device(sizes.phone)
  const slow = await slowDisk(ria)
  await ria.goto(plein.at(plein.plein.links.join))
  await button(ria, phone.join.go).click()
  const field = ria.getByLabel(phone.write.idea.label, { exact: true })
  const send = button(ria, phone.write.idea.send).last()
  await field.fill('Meer bankjes')
  await plein.enter('plenary')
  await ria.getByText(phone.held.phase).waitFor()
  await slow(true)
  await send.click()
  await field.press('End')
  await field.pressSequentially(' en scha')
  await slow(false)
  await expect.poll(() => field.inputValue()).toBe(' en scha')
  await field.pressSequentially('duw')
  expect(await field.inputValue()).toBe(' en schaduw')
  expect(await ria.getByText(phone.held.phase).count()).toBe(1)
  await send.click()
  await ria.locator('.now').getByText(phone.now.plenary).waitFor()
  await expect.poll(() => ria.locator('.own .said').allInnerTexts()).toHaveLength(2)
  // Whoever has nothing left is, also when the room went on in between.
  await plein.enter('ideas')
  await field.fill('Meer water')
  await slow(true)
  await send.click()
  await field.press('End')
  await plein.enter('plenary')
  await ria.getByText(phone.held.phase).waitFor()
  await slow(false)
  await ria.locator('.now').getByText(phone.now.plenary).waitFor()
  expect(it.faults).toEqual([])
})
