import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { claim, join } from '../support/phone.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { button, joinByQr, sizes, theatre } from '../support/views.ts'

test('H1 H3 H4 R2 one tap on a phone says how it is; from five people on the desk has a picture and one thing to think of, covered where the room sees it', async () => {
  const it = await theatre()
  const server = { origin: it.server.origin } as TestServer
  const made = await fetch(`${server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Plein', dilemma: 'Van wie is de kade?', programme: [{ kind: 'plenary' }, { kind: 'ideas' }] }),
  })
  const plein = (await made.json()) as MadePlein
  const at = (link: string) => link.replace(/^https?:\/\/[^/]+/, it.origin)
  const anneke = await claim(server, 'Anneke', plein.links.coach)
  await anneke.ask({ type: 'plein.open' })
  const desk = await it.device(sizes.desk)
  await desk.goto(at(plein.links.coach))
  await button(desk, w.cover.no).click()
  const panel = desk.locator('.pulse-panel')
  await panel.getByText(w.pulse.few).waitFor()

  const fatma = await joinByQr(it, at(plein.links.join))
  await fatma.setViewportSize({ width: 320, height: 568 })
  // Folded: nothing of it stands in the way, nor open to who looks along.
  const fold = fatma.locator('details.pulse')
  expect(await fold.getByRole('button').count()).toBe(0)
  await fold.locator('summary').focus()
  await fatma.keyboard.press('Enter')
  await fold.getByText(phone.pulse.who).waitFor()
  await button(fold, phone.pulse.calm).click()
  await expect.poll(() => button(fold, phone.pulse.calm).getAttribute('aria-pressed')).toBe('true')
  await button(fold, phone.pulse.tense).focus()
  await fatma.keyboard.press('Enter')
  await expect.poll(() => button(fold, phone.pulse.tense).getAttribute('aria-pressed')).toBe('true')
  expect(await button(fold, phone.pulse.calm).getAttribute('aria-pressed')).toBe('false')
  await fold.getByText(phone.pulse.back).waitFor()
  expect(await fatma.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  // What was given is kept by the server, and comes back with the page.
  await fatma.reload()
  await fold.locator('summary').click()
  await expect.poll(() => button(fold, phone.pulse.tense).getAttribute('aria-pressed')).toBe('true')

  const give = async (name: string, value: 'calm' | 'tense' | 'unsaid') =>
    expect(await (await join(server, name, plein)).ask({ type: 'tap.set', on: 'pulse', value })).toMatchObject({ ok: true })
  for (const [name, value] of [
    ['Ria', 'tense'],
    ['Samir', 'calm'],
    ['Teun', 'calm'],
  ] as const)
    await give(name, value)
  // Four people: the desk knows nothing of it.
  expect([await panel.getByText(w.pulse.few).count(), await panel.locator('dd').count()]).toEqual([1, 0])
  await give('Mo', 'unsaid')
  await panel.getByText(w.pulse.says.tense(2, 5)).waitFor()
  await panel.getByText(w.pulse.could.tense).waitFor()
  expect(await panel.locator('dd').allInnerTexts()).toEqual(['2', '2', '0', '1'])
  expect(await panel.getByRole('button').count()).toBe(0)

  // Where the room sees the desk, it does not see this.
  await desk.evaluate(() => localStorage.clear())
  await desk.goto(at(plein.links.coach))
  await button(desk, w.cover.yes).click()
  await button(panel, w.cover.covered).waitFor()
  expect(await panel.innerText()).not.toContain(w.pulse.could.tense)
  await button(panel, w.cover.covered).click()
  await panel.getByText(w.pulse.could.tense).waitFor()
  expect(it.faults).toEqual([])
})
