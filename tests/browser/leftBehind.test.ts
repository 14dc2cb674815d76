import type { Page, WebSocketRoute } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { owner } from '../../client/words/owner.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { openPhone } from '../support/browser.ts'
import { folder } from '../support/folder.ts'
import { claim, type Phone } from '../support/phone.ts'
import type { MadePlein } from '../support/server.ts'
import { button, sizes, type Theatre, theatre } from '../support/views.ts'

const meeting = async (it: Theatre): Promise<{ made: MadePlein; joost: Phone }> => {
  const made = (await (
    await fetch(`${it.server.origin}/api/v1/pleins`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ title: 'Plein Vogelbuurt', dilemma: 'Wie zorgt er voor het plein?', programme: [{ kind: 'ideas' }] }),
    })
  ).json()) as MadePlein
  const joost = await claim(it.server, 'Joost', made.links.coach)
  await joost.ask({ type: 'plein.open' })
  return { made, joost }
}
const field = (page: Page) => page.getByLabel(phone.write.idea.label, { exact: true })
const posts = async (page: Page, text: string, state: string) => {
  await field(page).fill(text)
  await button(page, phone.write.idea.send).click()
  await page.locator('.own li', { hasText: text }).getByText(state).waitFor()
}
const joins = async (page: Page, link: string, origin: string) => {
  await page.goto(`${origin}${new URL(link).pathname}${new URL(link).hash}`)
  await button(page, phone.join.go).click()
  await field(page).waitFor()
}

test('L1 L4 a page of another version than the server is told to load anew, and keeps its drafts, what was not sent, and prose', async () => {
  const it = await theatre()
  const { made, joost } = await meeting(it)
  /** What the page says when it takes its line, changed on the way: as if it were of another version. */
  let spoken: number | null = null
  const another = async (page: Page) =>
    page.routeWebSocket(/socket\.io/, (line: WebSocketRoute) => {
      const server = line.connectToServer()
      line.onMessage((said) => server.send(spoken === null ? said : String(said).replace(/"protocol":\d+/, `"protocol":${spoken}`)))
    })
  /** Documents of another version are not open to it either. */
  const shutOut = async (page: Page) =>
    page.routeWebSocket(/\/yjs\//, (line: WebSocketRoute) => {
      if (spoken === null) line.connectToServer()
      else void line.close({ code: 4404, reason: '' })
    })
  const [fatma, wim] = [await it.device(sizes.phone), await it.device(sizes.phone)]
  await another(fatma)
  await another(wim)
  await shutOut(wim)
  await joins(fatma, made.links.join, it.origin)
  await wim.goto(`${it.origin}${new URL(made.links.owner).pathname}${new URL(made.links.owner).hash}`)
  const prose = wim.getByLabel(owner.draft.label)
  await button(wim, owner.draft.heading).click()
  await prose.fill('Van wie is het plein?')
  await wim.getByText(owner.draft.saved, { exact: true }).waitFor()

  await it.server.kill()
  await fatma.getByText(shared.connection.away).first().waitFor()
  await wim.getByText(owner.draft.away).last().waitFor()
  await posts(fatma, 'Een bank bij de vijver', phone.own.state.held)
  await field(fatma).fill('En een half')
  await prose.fill('Van wie is het plein als het donker is?')
  // An older page on a newer server, and the other way round, look the same to both.
  spoken = 0
  await it.server.start()
  for (const page of [fatma, wim]) await page.getByRole('heading', { name: shared.ended.protocol.heading }).waitFor()
  await fatma.getByText(shared.ended.protocol.help).waitFor()

  spoken = null
  for (const page of [fatma, wim]) await button(page, shared.ended.reload).click()
  await fatma.locator('.own li', { hasText: 'Een bank bij de vijver' }).getByText(phone.own.state.sent).waitFor()
  expect(await field(fatma).inputValue()).toBe('En een half')
  await wim.getByText(shared.earlier.left).waitFor()
  await button(wim, shared.earlier.restore).click()
  await wim.getByText(owner.draft.saved, { exact: true }).waitFor()
  await expect.poll(() => prose.inputValue()).toBe('Van wie is het plein als het donker is?')
  await wim.getByText(shared.earlier.left).waitFor({ state: 'hidden' })
  const board = joost.open('text/draft')
  await expect.poll(() => board.doc.getText('text').toString(), { timeout: 20_000 }).toBe('Van wie is het plein als het donker is?')

  // One tap from before: the desk and the owner's page have the same list.
  await prose.fill('')
  await wim.getByText(shared.earlier.heading).last().click()
  await wim.getByRole('button', { name: /als het donker is/ }).click()
  await expect.poll(() => prose.inputValue()).toBe('Van wie is het plein als het donker is?')
  await wim.getByText(/staat er weer/).waitFor()
  expect(it.faults).toEqual([])
})

test('L1 L2 fifty ideas that waited on a phone whose browser was killed arrive once each', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200', LIMIT_BURST_PHONE: '120' })
  const { made, joost } = await meeting(it)
  const home = folder()
  const before = await openPhone(home)
  onTestFinished(() => before.close())
  const page = await before.newPage()
  await joins(page, made.links.join, it.server.origin)
  const here = page.url()
  await before.setOffline(true)
  await page.getByText(shared.connection.away).first().waitFor()
  const texts = Array.from({ length: 50 }, (_, place) => `Idee nummer ${place} van Fatma`)
  for (const text of texts) {
    await field(page).fill(text)
    await button(page, phone.write.idea.send).click()
    await expect.poll(() => field(page).inputValue()).toBe('')
  }
  await page
    .locator('.own li', { hasText: texts.at(-1)! })
    .getByText(phone.own.state.held)
    .waitFor()
  await before.close()

  const after = await openPhone(home)
  onTestFinished(() => after.close())
  const again = await after.newPage()
  const began = performance.now()
  await again.goto(here)
  await field(again).waitFor()
  const current = performance.now() - began
  const desk = joost.open('desk')
  const arrived = () => Object.values(desk.maps()['ideas'] ?? {}).map((one) => (one as { text: string }).text)
  await expect.poll(() => arrived().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(50)
  await again.locator('.own').getByText(phone.own.state.held).waitFor({ state: 'hidden' })
  expect(arrived().sort()).toEqual([...texts].sort())
  console.log(
    `The phone was current ${Math.round(current)} ms after it was opened, and everything there after ${Math.round(performance.now() - began)} ms`,
  )
})
