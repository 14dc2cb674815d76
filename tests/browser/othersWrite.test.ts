/** A coach sets who writes in this phase, while people write. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { owner as o } from '../../client/words/owner.nl.ts'
import { phone as w } from '../../client/words/phone.nl.ts'
import type { Poster } from '../../shared/domain/phases.ts'
import { violations } from '../support/axe.ts'
import { misfits } from '../support/fits.ts'
import { led } from '../support/led.ts'
import { button, joinByQr, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']
const soon = { timeout: 20_000, interval: 50 }
const typing = (page: Page) => page.evaluate(() => (document.activeElement as HTMLTextAreaElement | null)?.value ?? null)

test('L4 nobody is taken from their sentence when others write from now on: it waits, and goes when they may write again', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'plenary'], { ideas: { whoPosts: ['participant', 'owner'] } })
  await plein.ask({ type: 'plein.open' })
  const [fatma, omar] = [
    await joinByQr(it, plein.at(plein.plein.links.join)),
    await joinByQr(it, plein.at(plein.plein.links.join)),
  ] as const
  const writers = (...whoPosts: Poster[]) => plein.ask({ type: 'phase.edit', phase: plein.phase('ideas'), settings: { whoPosts } })
  const field = fatma.getByLabel(w.write.idea.label, { exact: true })
  const send = button(fatma, w.write.idea.send)
  await field.pressSequentially('Ik durf')
  await omar.getByText(w.cards.heading).click()
  await omar.getByLabel(w.cards.label).pressSequentially('Niemand luistert')

  await writers('owner')
  await fatma.getByText(w.held.others).waitFor()
  await fatma.keyboard.type(' nooit')
  expect(await typing(fatma)).toBe('Ik durf nooit')
  expect(await send.count()).toBe(0)
  await fatma.setViewportSize({ width: 320, height: 568 })
  expect([...(await misfits(fatma)), ...(await violations(fatma))]).toEqual([])
  if (pictures) await fatma.screenshot({ path: `${pictures}/others-write.png` })
  await fatma.setViewportSize(sizes.phone)
  // Who writes to the coaches is not kept from it.
  await omar.getByText(w.write.others).waitFor()
  await omar.keyboard.type(' naar mij')
  expect(await typing(omar)).toBe('Niemand luistert naar mij')
  expect(await omar.getByText(w.held.others).count()).toBe(0)
  await button(omar, w.cards.send).click()
  await omar.getByText(w.cards.state.sealed).waitFor()

  // Given back in the middle of it: the button is there again.
  await writers('participant', 'owner')
  await send.waitFor()
  await fatma.keyboard.type(' te zeggen')
  expect(await typing(fatma)).toBe('Ik durf nooit te zeggen')
  await writers('owner')
  await button(fatma, w.held.go).click()
  const kept = fatma.locator('.kept')
  for (const anew of [false, true]) {
    if (anew) await fatma.reload()
    await kept.getByText('Ik durf nooit te zeggen').waitFor()
    expect(await button(kept, w.write.resume).count()).toBe(0)
  }
  if (pictures) await fatma.screenshot({ path: `${pictures}/others-write-kept.png`, fullPage: true })
  await writers('participant', 'owner')
  await expect.poll(() => field.inputValue(), soon).toBe('Ik durf nooit te zeggen')
  await send.click()
  await fatma.locator('.own').getByText(w.own.state.sent).waitFor()
  expect(it.faults).toEqual([])
})

test('L4 E1 nor is the owner, who listens again: the button says so', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  await plein.ask({ type: 'plein.set', settings: { ownerListens: false } })
  await plein.ask({ type: 'plein.open' })
  const wim = await it.device(sizes.desk)
  await wim.goto(plein.at(plein.plein.links.owner))
  await wim.getByLabel(w.write.idea.label, { exact: true }).pressSequentially('Ik wil')
  await plein.ask({ type: 'plein.set', settings: { ownerListens: true } })
  await wim.getByRole('heading', { name: o.listens.heading }).waitFor()
  await wim.keyboard.type(' dat het lukt')
  expect(await typing(wim)).toBe('Ik wil dat het lukt')
  const send = button(wim, w.write.idea.send)
  expect(await send.getAttribute('aria-disabled')).toBe('true')
  await wim.getByText(w.write.others).waitFor()
  await plein.ask({ type: 'plein.set', settings: { ownerListens: false } })
  await send.and(wim.locator(':not([aria-disabled])')).click()
  await wim.locator('.own').getByText(w.own.state.sent).waitFor()
  expect(it.faults).toEqual([])
})
