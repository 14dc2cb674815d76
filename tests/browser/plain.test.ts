import { expect, test } from 'vitest'
import { coach } from '../../client/words/coach.nl.ts'
import { owner } from '../../client/words/owner.nl.ts'
import { plain } from '../../client/words/plain.nl.ts'
import { violations } from '../support/axe.ts'
import { led } from '../support/led.ts'
import { button, openDesk, sheet, sizes, theatre } from '../support/views.ts'

const heavy = 'Hoe borgen wij het draagvlak i.h.k.v. de WMO?'
const light = 'Hoe houden wij de steun van de buurt?'

test('a question for the room gets hints with their reasons at the desk and at the owner’s, and is adopted all the same', async () => {
  const it = await theatre()
  const plein = await led(it, 'Hoe blijft de kade van iedereen?', ['reframe'])
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'question')
  const field = desk.getByLabel(coach.question.text, { exact: true })
  const hints = desk.locator('.panel', { has: field }).locator('.plain-hints')
  await field.fill(heavy)
  await hints.getByText(plain.official('draagvlak', 'steun')).waitFor()
  expect(await hints.locator('li').allInnerTexts()).toEqual([
    plain.official('borgen', 'zorgen dat het zo blijft'),
    plain.official('draagvlak', 'steun'),
    plain.official('i.h.k.v.', 'voor'),
    plain.shortForm('WMO'),
  ])
  await hints.getByText(plain.why).waitFor()
  expect(await violations(desk)).toEqual([])
  await field.fill(light)
  await expect.poll(() => hints.locator('li').count()).toBe(0)
  await field.fill(heavy)
  await hints.locator('li').first().waitFor()
  await button(desk, coach.question.go).click()
  await desk.locator('.plate', { hasText: heavy }).first().waitFor()

  const seat = await it.device(sizes.phone)
  await seat.goto(plein.at(plein.plein.links.owner))
  const draft = seat.getByLabel(owner.draft.label)
  await expect.poll(() => draft.getAttribute('readonly')).toBeNull()
  await draft.fill(heavy)
  await seat.locator('.draft .plain-hints li').first().waitFor()
  expect(await seat.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  const pictures = process.env['PICTURES']
  if (pictures) {
    await desk.screenshot({ path: `${pictures}/plain-desk.png` })
    await seat.screenshot({ path: `${pictures}/plain-owner.png`, fullPage: true })
  }
})

test('L4 a list of words that did not come is asked for again on the page as it is, which is not loaded anew', async () => {
  const it = await theatre()
  const plein = await led(it, 'Hoe blijft de kade van iedereen?', ['reframe'])
  const desk = await it.device(sizes.desk)
  // Of a page that is just there nothing is loaded anew, whatever failed.
  await desk.addInitScript(() => {
    const since = performance.now.bind(performance)
    performance.now = () => since() + 60_000
  })
  let asked = 0
  await desk.route('**/api/v1/plain-words/nl', (route) => {
    asked += 1
    return asked === 1 ? route.abort('connectionreset') : route.continue()
  })
  await desk.goto(plein.at(plein.plein.links.coach))
  await button(desk, coach.cover.no).click()
  await sheet(desk, 'question')
  let pages = 0
  desk.on('domcontentloaded', () => {
    pages += 1
  })
  const field = desk.getByLabel(coach.question.text, { exact: true })
  await field.fill(heavy)
  await expect.poll(() => asked).toBe(1)
  // Nor under the hands of who writes.
  await field.blur()
  await desk.locator('.plain-hints li').first().waitFor()
  expect([asked, pages]).toEqual([2, 0])
})
