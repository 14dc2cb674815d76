import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { button, joinByQr, openDesk, sheet, theatre } from '../support/views.ts'

const broken = `De kade\n${'\n'.repeat(236)}is\nvan\nons`
const list = Array.from({ length: 12 }, (_, at) => `- ${at}`).join('\n')
const height = async (it: Locator) => (await it.first().boundingBox())!.height

test('L4 R5 an idea of 240 line breaks pushes nothing away in the lists of phone and desk and is edited as it was written; one of twelve lines has them all', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'cluster', 'vote'], { vote: { over: 'ideas' } })
  await plein.ask({ type: 'plein.open' })
  const ria = await joinByQr(it, plein.at(plein.plein.links.join))
  const field = ria.getByLabel(phone.write.idea.label, { exact: true })
  await field.fill(broken)
  await button(ria, phone.write.idea.send).last().click()
  const own = ria.locator('.own .said')
  await own.waitFor()
  expect.soft(await height(own)).toBeLessThan(90)
  await ria
    .locator('.own')
    .getByRole('button', { name: /^Pas aan/ })
    .click()
  expect(await ria.getByLabel(phone.own.edited, { exact: true }).inputValue()).toBe(broken)
  await button(ria, phone.own.cancel).click()
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'ideas')
  const main = desk.locator('main')
  const atDesk = main.locator('.text', { hasText: 'De kade' })
  await atDesk.waitFor()
  expect.soft(await height(atDesk)).toBeLessThan(90)

  await plein.ask({ type: 'idea.enter', as: 'idea', text: list, phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all' })
  const shared = ria.locator('.cards .card:not(.own *) .said')
  await expect.poll(() => shared.count()).toBe(2)
  for (const fold of await ria.locator('details:not([open]):has(.cards .said) > summary').all()) await fold.click()
  await expect.poll(() => shared.allInnerTexts()).toContain(list)
  expect.soft(await height(shared.filter({ hasText: 'De kade' }))).toBeLessThan(90)
  await sheet(desk, 'groups')
  const toPlace = main.locator('.work-card', { hasText: 'De kade' })
  await toPlace.waitFor()
  await expect.poll(() => main.locator('.work-card .text').allInnerTexts()).toContain(list)
  expect.soft(await height(toPlace)).toBeLessThan(120)

  await plein.enter('vote')
  await plein.ask({ type: 'round.open', over: 'ideas', budget: 3, maximum: 1 })
  const item = ria.locator('.vote-item', { hasText: 'De kade' })
  await item.waitFor()
  expect.soft(await height(item.locator('.said'))).toBeLessThan(90)
  expect(it.faults).toEqual([])
})
