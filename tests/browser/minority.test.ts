import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as d } from '../../client/words/coach.nl.ts'
import { phone as w } from '../../client/words/phone.nl.ts'
import { screen as s } from '../../client/words/screen.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { violations } from '../support/axe.ts'
import { led } from '../support/led.ts'
import { ownKeys } from '../support/ownKeys.ts'
import { join, type Phone } from '../support/phone.ts'
import { button, openDesk, openScreen, sheet, theatre } from '../support/views.ts'

const soon = { timeout: 20_000 }
const needs = 'Een halte binnen driehonderd meter, ook voor wie slecht loopt'

test('M1 M2 M3 M5 M6 S4 who did not choose what leads is asked what they need, alone knows it, and is heard from three answers on', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200', LIMIT_TAKE_BACK: '2000' })
  const plein = await led(it, 'Hoe blijft de havenkade van iedereen?', ['ideas', 'vote', 'plenary'], { vote: { over: 'ideas' } })
  const board = plein.coach.opened('board')
  await plein.ask({ type: 'plein.open' })
  for (const text of ['Bomen op de kade', 'Banken bij het water', 'Een bus naar de kade'])
    await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await plein.enter('vote')
  await expect.poll(() => board.doc.getMap('ideas').size, soon).toBe(3)
  const item = (words: string) => [...board.doc.getMap<{ text: string }>('ideas')].find(([, { text }]) => text === words)![0]
  const round = String((await plein.ask({ type: 'round.open', over: 'ideas', budget: 2, maximum: 2 }))['round'])

  const comesIn = async (): Promise<Page> => {
    const page = await it.device({ width: 320, height: 700 })
    await page.goto(plein.at(plein.plein.links.join))
    await button(page, w.join.go).click()
    return page
  }
  const gives = async (page: Page, words: string) => {
    await page.locator('.vote-item', { hasText: words }).locator('.step:last-child').click()
    await page.getByText(w.vote.counts).waitFor()
  }
  const [ria, fatma] = [await comesIn(), await comesIn()]
  await gives(ria, 'Banken bij het water')
  await gives(fatma, 'Bomen op de kade')
  const others: Phone[] = []
  for (const [name, words] of [
    ['Samir', 'Bomen op de kade'],
    ['Mo', 'Bomen op de kade'],
    ['Hanna', 'Een bus naar de kade'],
    ['Teun', null],
  ] as const) {
    const phone = await join(plein.server, name, plein.plein)
    others.push(phone)
    await phone.ask({ type: 'ballot.cast', round, dots: words === null ? {} : { [item(words)]: 2 } })
  }
  const [, , hanna, teun] = others as [Phone, Phone, Phone, Phone]

  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  const screen = await openScreen(it, desk)
  await sheet(desk, 'votes')
  const asks = button(desk, d.votes.needsAsk(3))
  await plein.ask({ type: 'round.close', round, confirmed: true })
  await button(desk, d.votes.reveal).first().click()
  // One tap, by keyboard.
  await asks.focus()
  await desk.keyboard.press('Enter')
  await desk.getByText(d.votes.needsNone).waitFor()

  // Until they are opened two phones of which one is asked are the same, also after a reload.
  await ria.reload()
  const panel = (page: Page) => page.locator('.asked')
  for (const page of [ria, fatma]) await panel(page).getByText(w.asked.everybody).waitFor()
  await expect.poll(async () => (await panel(ria).innerText()) === (await panel(fatma).innerText()), soon).toBe(true)
  for (const page of [ria, fatma]) await panel(page).getByText(w.asked.open).click()
  await panel(fatma).getByText(w.asked.notYou).waitFor()
  expect(await panel(fatma).getByRole('textbox').count()).toBe(0)
  expect([...(await violations(ria)), ...(await violations(desk))]).toEqual([])
  const field = panel(ria).getByLabel(w.asked.label)
  await field.fill(needs)
  expect(await ria.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await button(panel(ria), w.asked.send).click()
  await panel(ria).getByText(w.own.state.sent).waitFor()
  await expect.poll(() => panel(ria).getByRole('textbox').count(), soon).toBe(0)

  // Two answers: nothing, to anybody.
  const about = { round, item: item('Bomen op de kade') }
  const answer = (phone: Phone, text: string) => phone.ask({ type: 'condition.post', key: phone.key(text), ...about, text })
  const before = plein.coach.opened('desk').maps()
  expect(await answer(hanna, 'Een bankje in de zon')).toMatchObject({ ok: true })
  expect(await answer(hanna, 'Nog een van mij')).toMatchObject({ ok: false, error: { code: 'answered-already' } })
  // What a later act tells the desk shows that the batch in between told it nothing.
  await teun.ask({ type: 'idea.post', key: teun.key('laat'), as: 'idea', text: 'Een laat idee', phase: plein.phase('ideas') })
  await expect.poll(() => JSON.stringify(plein.coach.opened('desk').maps()), soon).toContain('Een laat idee')
  expect(Object.keys(plein.coach.opened('desk').maps()['ideas'] ?? {})).toHaveLength(Object.keys(before['ideas'] ?? {}).length + 1)
  expect(await desk.getByText(needs).count()).toBe(0)
  expect(await desk.getByText(d.votes.needsNone).count()).toBe(1)

  // The third one.
  expect(await answer(teun, 'Iemand die de bomen water geeft')).toMatchObject({ ok: true })
  await desk.getByText(needs).waitFor()
  await button(desk, d.votes.needsShare(3)).click()
  await button(desk, d.ideasSheet.previewGo(3)).click()

  // On phones, on the screen and in the outcome, beside what they are about.
  for (const page of [ria, fatma]) await page.locator('.needed').getByText(needs).waitFor()
  await fatma.getByRole('heading', { name: shared.result.needed(3) }).waitFor()
  await screen.getByText(s.votes.needs(3)).waitFor()
  await plein.ask({ type: 'screen.show', show: { on: 'phase', page: 1 } })
  await screen.getByText(needs).waitFor()
  await screen.getByText(s.votes.answers(3)).waitFor()
  const outcome = async () => {
    const answer = await fetch(`${it.server.origin}/api/v1/pleins/${plein.plein.id}/outcome.json`, {
      headers: { Authorization: `Bearer ${plein.coach.token}` },
    })
    return (await answer.json()) as { conditions: { text: string; item: string }[] }
  }
  expect((await outcome()).conditions.map(({ text }) => text)).toContain(needs)

  // It leads to another wording, which says so; the phone that wrote it says no more of it than the others.
  await sheet(desk, 'question')
  await desk.getByLabel(d.question.text).fill('Hoe komt iedereen op de havenkade?')
  await desk.locator('summary', { hasText: d.contributions.condition }).click()
  await desk.getByRole('checkbox', { name: needs }).check()
  await button(desk, d.question.go).click()
  const from = shared.source.line(shared.source.by.coach, [], 0, 0, false, true)
  for (const page of [ria, fatma]) await page.locator('.question').getByText(from, { exact: true }).waitFor()

  // Taken back by its author, it is gone everywhere.
  await panel(ria).getByText(w.own.withdraw, { exact: true }).click()
  await button(panel(ria), w.own.yes).click()
  await panel(ria).getByText(w.asked.back).waitFor()
  await expect.poll(async () => (await outcome()).conditions.length, soon).toBe(2)
  await expect.poll(() => screen.getByText(needs).count(), soon).toBe(0)

  // What the phone kept to know it goes with the Plein.
  const kept = async () => (await ownKeys(ria, 'gave:')).length
  expect(await kept()).toBe(1)
  await plein.ask({ type: 'plein.close', confirmed: true })
  await expect.poll(kept, soon).toBe(0)
  expect(it.faults).toEqual([])
})
