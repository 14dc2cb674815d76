/** What people tell the coaches alone, and what they say of the name of a group, with a phone in the hand. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { violations } from '../support/axe.ts'
import { claim } from '../support/phone.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { button, joinByQr, press, releaseAll, sheet, sizes, type Theatre, theatre, writes } from '../support/views.ts'

const soon = { timeout: 60_000 }
const folder = process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'pleinbord-cards-'))
const picture = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
const ok = (answer: Answer): Record<string, unknown> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer
}

/** A Plein in its ideas, with a desk and three phones that have each written one. */
const meeting = async (it: Theatre) => {
  const server = { origin: it.server.origin } as TestServer
  const made = await fetch(`${server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: 'Plein over het groen',
      dilemma: 'Wie zorgt er voor het groen?',
      programme: [{ kind: 'ideas' }, { kind: 'plenary' }],
    }),
  })
  const plein = (await made.json()) as MadePlein
  const here = (link: string) => link.replace(/^https?:\/\/[^/]+/, it.origin)
  const anneke = await claim(server, 'Anneke', plein.links.coach)
  anneke.open('board')
  ok(await anneke.ask({ type: 'plein.open' }))
  const desk = await it.device(sizes.desk)
  await desk.goto(here(plein.links.coach))
  await button(desk, w.cover.no).click()
  const names = ['Fatma', 'Ria', 'Samir']
  const phones = await Promise.all(names.map(() => joinByQr(it, here(plein.links.join))))
  for (const [at, page] of phones.entries()) await writes(page, 'idea', `Een idee van ${names[at]}`)
  await sheet(desk, 'ideas')
  await releaseAll(desk, w.contributions.idea, 3)
  return { plein, anneke, desk, phones: phones as [Page, Page, Page], here }
}

test('G1 G3 G4 G5 authors say on their phones whether the name of their group fits; the desk is warned, and another name is one tap', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const { anneke, desk, phones } = await meeting(it)
  const [fatma, ria, samir] = phones
  const shared = () => Object.keys(anneke.opened('board').maps()['ideas'] ?? {})
  await expect.poll(() => shared().length, soon).toBe(3)
  const ideas = shared()
  ok(await anneke.ask({ type: 'phase.next' }))
  ok(await anneke.ask({ type: 'cluster.create', name: 'Groen', ideas }))
  // Offered where dots are given to groups, and the round does not wait for it.
  await sheet(desk, 'votes')
  await desk.getByText(w.names.unasked(1)).waitFor()
  await button(desk, w.names.askFirst).click()
  await desk.getByText(w.names.waits).waitFor()
  await sheet(desk, 'groups')
  await desk.getByText(w.names.asked).waitFor()
  for (const page of phones) await page.getByRole('heading', { name: phone.verify.heading }).waitFor()
  await picture(fatma, 'verify-phone')
  await fatma.setViewportSize({ width: 320, height: 568 })
  expect(await violations(fatma)).toEqual([])
  expect(await fatma.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await picture(fatma, 'verify-phone-320')

  await button(fatma, phone.verify.yes).click()
  await fatma.getByText(phone.verify.thanks).first().waitFor()
  await button(ria, phone.verify.words).click()
  await ria.getByLabel(phone.verify.label).fill('Bomen en schaduw')
  // The browser is not to offer them to whoever has this phone next.
  expect(await ria.getByLabel(phone.verify.label).getAttribute('autocomplete')).toBe('off')
  await picture(ria, 'verify-words')
  await button(ria, phone.verify.send).click()
  // By the keyboard, with no pointer.
  await button(samir, phone.verify.out).press('Enter')
  const group = desk.locator('section.group')
  await expect.poll(() => group.getByText(w.names.figures(1, 2)).count(), soon).toBe(1)
  expect(await group.getByText(w.names.flagged).count()).toBe(1)
  await picture(desk, 'verify-desk')
  await sheet(desk, 'votes')
  await desk.getByRole('region', { name: 'Groen' }).getByText(w.names.flagged).waitFor()
  await picture(desk, 'verify-votes')
  expect(await violations(desk)).toEqual([])
  await sheet(desk, 'groups')
  expect(await violations(desk)).toEqual([])
  // Taken out, it stands loose for all to see.
  await expect.poll(() => Object.keys(anneke.opened('board').maps()['places'] ?? {}).length, soon).toBe(2)

  await press(button(group, w.names.takeThis('Bomen en schaduw')))
  await group.getByText('Bomen en schaduw').first().waitFor()
  // Another name is another question, and what was said of the old one is gone.
  await fatma.getByRole('heading', { name: phone.verify.heading }).waitFor()
  await fatma.locator('.verify').getByText('Bomen en schaduw').waitFor()
  await expect.poll(() => group.getByText(w.names.figures(1, 2)).count(), soon).toBe(0)
  expect(it.faults).toEqual([])
})

test('J1 J2 J3 J5 R2 one card is shared in the words of the coach after its author said yes, another one never is', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const { desk, phones, plein, here } = await meeting(it)
  const [fatma, ria, samir] = phones
  const hard = 'De wethouder luistert nooit naar ons'
  const own = 'Dit blijft tussen ons'
  const softer = 'Niet iedereen voelt zich gehoord'
  const seal = async (page: Page, text: string) => {
    await page.locator('.sealed summary').click()
    await page.getByText(phone.cards.sees).waitFor()
    await page.getByLabel(phone.cards.label).fill(text)
    await button(page, phone.cards.send).click()
    await page.locator('.sealed').getByText(phone.cards.state.sealed).waitFor()
  }
  await fatma.setViewportSize({ width: 320, height: 568 })
  await seal(fatma, hard)
  await picture(fatma, 'card-phone-320')
  expect(await violations(fatma)).toEqual([])
  expect(await fatma.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await seal(ria, own)

  await sheet(desk, 'cards')
  const row = (text: string) => desk.locator('li.idea', { hasText: text })
  await row(hard).waitFor()
  await row(own).waitFor()
  await picture(desk, 'cards-desk')
  // A second desk, which the room can see: the words stand behind a flap.
  const seen = await it.device(sizes.desk)
  await seen.goto(here(plein.links.coach))
  await button(seen, w.cover.yes).click()
  await sheet(seen, 'cards')
  await seen.locator('.flap').first().waitFor()
  expect(await seen.locator('body').innerText()).not.toMatch(/wethouder|tussen ons/)

  await button(row(hard), w.cards.ask).click()
  await row(hard).getByLabel(w.cards.words).fill(softer)
  await picture(desk, 'cards-ask')
  await button(row(hard), w.cards.askWords).click()
  await row(hard).getByText(w.cards.waiting).waitFor()

  // Nothing on the phone says what it is about until its author looks.
  await fatma.reload()
  await fatma.getByText(phone.cards.notice).waitFor(soon)
  expect(await fatma.locator('body').innerText()).not.toMatch(/wethouder/)
  await button(fatma, phone.cards.look).click()
  await fatma.getByText(softer).waitFor()
  await picture(fatma, 'card-asked-320')
  expect(await violations(fatma)).toEqual([])
  await button(fatma, phone.cards.yesCoach).click()
  await row(hard).getByText(w.cards.allowed.coach).waitFor(soon)
  expect(await samir.locator('body').innerText()).not.toMatch(/gehoord|wethouder|tussen ons/)
  await picture(desk, 'cards-allowed')
  expect(await violations(desk)).toEqual([])
  await press(button(row(hard), w.cards.share))
  await samir.getByText(softer).waitFor(soon)
  await row(hard).waitFor({ state: 'detached' })
  // It is one of her own ideas now, which she can withdraw like others.
  await expect.poll(() => fatma.locator('.own').getByText(softer).count(), soon).toBe(1)

  await press(button(row(own), w.cards.aside))
  await desk.getByText(w.cards.asideCount(1)).click()
  await row(own).waitFor()
  await picture(desk, 'cards-aside')
  // Its author takes it back: it is gone at the desk too.
  await button(ria.locator('.sealed'), phone.cards.withdraw).click()
  await button(ria, phone.cards.withdrawYes).click()
  await row(own).waitFor({ state: 'detached' })
  expect(await samir.locator('body').innerText()).not.toMatch(/wethouder|tussen ons/)
  expect(it.faults).toEqual([])
})
