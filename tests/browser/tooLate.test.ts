import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { violations } from '../support/axe.ts'
import { led } from '../support/led.ts'
import { ownKeys } from '../support/ownKeys.ts'
import { button, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']

test('V3 L4 dots that waited for a line until the round was closed: the phone says that they came too late, until it was seen', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200', LIMIT_TAKE_BACK: '300' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote', 'pause'], { vote: { over: 'ideas' } })
  await plein.ask({ type: 'plein.open' })
  for (const text of ['Bomen', 'Banken', 'Bus']) await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await plein.enter('vote')
  const round = String((await plein.ask({ type: 'round.open', over: 'ideas', budget: 3, maximum: 3 }))['round'])
  const fatma = await it.device(sizes.phone)
  await fatma.goto(plein.at(plein.plein.links.join))
  await button(fatma, phone.join.go).click()
  await fatma.getByText(phone.vote.notYet).waitFor()
  await fatma.context().setOffline(true)
  await fatma.evaluate(() => void dispatchEvent(new Event('offline')))
  await fatma.locator('.vote-item .step:last-child').first().click()
  await fatma.getByText(phone.vote.away).waitFor()
  await plein.ask({ type: 'round.close', round, confirmed: true })
  await fatma.context().setOffline(false)
  const said = fatma.getByRole('status').getByText(phone.tooLate.said)
  await said.waitFor()
  await fatma.getByText(phone.vote.away).waitFor({ state: 'hidden' })
  expect(await violations(fatma)).toEqual([])
  if (pictures) {
    await fatma.screenshot({ path: `${pictures}/too-late.png` })
    await fatma.setViewportSize({ width: 320, height: 568 })
    await fatma.screenshot({ path: `${pictures}/too-late-narrow.png` })
    await fatma.setViewportSize(sizes.phone)
  }

  // Wherever the room is by now, and after a reload.
  await plein.enter('pause')
  await fatma.getByRole('heading', { level: 1 }).waitFor()
  await fatma.reload()
  await said.waitFor()
  await button(fatma, phone.tooLate.seen).click()
  await said.waitFor({ state: 'hidden' })
  // A page that is left before its disk has forgotten says it once more.
  await expect.poll(() => ownKeys(fatma, 'out:')).toEqual([])
  await fatma.reload()
  await fatma.getByRole('heading', { level: 1 }).waitFor()
  await fatma.getByText(phone.signals.hand).or(fatma.locator('.now')).first().waitFor()
  expect(await said.count()).toBe(0)
  expect(await fatma.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('dots')
  expect(it.faults).toEqual([])
})
