import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { privacy } from '../../client/words/privacy.nl.ts'
import type { MadePlein } from '../support/server.ts'
import { button, openDesk, sheet, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']

test('A15 a door that asks: three phones wait, a reload keeps the place, one is refused, and one tap at the desk lets in who is left', async () => {
  const it = await theatre()
  const made = await fetch(`${it.server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Plein Oost', dilemma: 'Wie zorgt er voor de kade?', programme: [{ kind: 'ideas' }] }),
  })
  const plein = (await made.json()) as MadePlein
  const here = (link: string) => link.replace(new URL(link).origin, it.origin)
  const desk = await openDesk(it, here(plein.links.coach))
  await sheet(desk, 'manage')
  await button(desk, w.manage.askFirst).click()
  await desk.getByText(w.manage.doorAsks).waitFor()

  const phones = []
  for (const size of [sizes.phone, { width: 320, height: 568 }, sizes.phone]) {
    const page = await it.device(size)
    await page.goto(here(plein.links.join))
    await button(page, phone.join.go).click()
    await page.getByRole('heading', { name: phone.join.waiting.heading }).waitFor()
    phones.push(page)
  }
  const [fatma, samir, ria] = phones as [(typeof phones)[number], (typeof phones)[number], (typeof phones)[number]]
  await samir.reload()
  await samir.getByRole('heading', { name: phone.join.waiting.heading }).waitFor()
  expect(await samir.getByRole('link', { name: privacy.link }).getAttribute('target')).toBe('_blank')
  const panel = desk.locator('.side')
  await panel.getByText(w.manage.waiting(3)).waitFor()
  if (pictures) {
    await desk.screenshot({ path: `${pictures}/desk-three-wait.png` })
    await samir.screenshot({ path: `${pictures}/phone-waits.png` })
  }
  for (const page of [desk, samir]) expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  await button(panel, w.manage.sendFirstAway).click()
  await fatma.getByRole('heading', { name: phone.join.stops.refused.heading }).waitFor()
  if (pictures) await fatma.screenshot({ path: `${pictures}/phone-refused.png` })
  await button(panel, w.manage.letAllIn).click()
  for (const page of [samir, ria]) await page.getByRole('heading', { name: phone.inside.prepared.heading }).waitFor()
  await panel.getByText(w.manage.waiting(2)).waitFor({ state: 'detached' })
  // Asked once more, and let in alone.
  await button(fatma, phone.join.again).click()
  await panel.getByText(w.manage.waiting(1)).waitFor()
  await button(panel, w.manage.letIn).click()
  await fatma.getByRole('heading', { name: phone.inside.prepared.heading }).waitFor()
  if (pictures) {
    await button(desk, w.manage.lock).focus()
    await desk.setViewportSize({ width: 820, height: 1180 })
    await desk.screenshot({ path: `${pictures}/desk-tablet.png` })
  }
  expect(it.faults).toEqual([])
})
