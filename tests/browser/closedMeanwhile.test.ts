/** The Plein is closed, or deleted, while people are in the middle of a sentence: what they typed stays with them. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone as w } from '../../client/words/phone.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { violations } from '../support/axe.ts'
import { misfits } from '../support/fits.ts'
import { type Led, led, ok } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { typing } from '../support/typing.ts'
import { button, joinByQr, type Theatre, theatre, writes } from '../support/views.ts'

const pictures = process.env['PICTURES']
const soon = { timeout: 20_000, interval: 50 }
const narrow = { width: 320, height: 568 }

const begins = async (field: ReturnType<Page['getByLabel']>, text: string) => {
  await field.press('End')
  await field.pressSequentially(text)
}
const closes = (plein: Led) => plein.ask({ type: 'plein.close', confirmed: true })
const sealed = (plein: Led) =>
  expect.poll(() => plein.coach.ask({ type: 'mine', keys: [] }), soon).toMatchObject({ error: { code: 'plein-sealed' } })
const drafts = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')))

/** After a vote: Omar is asked what he needs, Ria whether the name of her group carries her idea. Yusuf has an idea of his own, Fatma nothing. */
const evening = async (it: Theatre) => {
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote'], { vote: { over: 'ideas' } })
  await plein.ask({ type: 'plein.open' })
  const comes = () => joinByQr(it, plein.at(plein.plein.links.join))
  const [fatma, ria, omar, yusuf] = [await comes(), await comes(), await comes(), await comes()] as [Page, Page, Page, Page]
  await writes(ria, 'idea', 'Meer bomen')
  await writes(yusuf, 'idea', 'Een bank')
  await expect.poll(() => plein.coach.opened('desk').doc.getMap('ideas').size, soon).toBe(2)
  await plein.ask({ type: 'ideas.release', ideas: 'all' })
  const ideas = () => [...plein.coach.opened('board').doc.getMap<{ text: string }>('ideas')]
  await expect.poll(() => ideas().length, soon).toBe(2)
  const [trees, bench] = ['Meer bomen', 'Een bank'].map((words) => ideas().find(([, { text }]) => text === words)![0]) as [string, string]
  await plein.enter('vote')
  const round = String((await plein.ask({ type: 'round.open', budget: 1, maximum: 1 }))['round'])
  await omar.getByRole('button', { name: /^Een stip erbij.*Een bank/ }).click()
  await omar.getByText(w.vote.counts).waitFor()
  for (const name of ['Samir', 'Mo']) {
    const other = await join(plein.server, name, plein.plein)
    ok(await other.ask({ type: 'ballot.cast', round, dots: { [bench]: 1 } }))
  }
  await plein.ask({ type: 'round.close', round, confirmed: true })
  await plein.ask({ type: 'round.reveal', round, revealed: true })
  await plein.ask({ type: 'round.ask', round, item: trees })
  const { cluster } = await plein.ask({ type: 'cluster.create', name: 'Groen', ideas: [trees] })
  await plein.ask({ type: 'cluster.ask', clusters: [String(cluster)], asking: true })
  return { plein, fatma, ria, omar, yusuf }
}

test('L4 nobody is taken from a card, another name, an answer or a change of their own when the Plein is closed, nor when it is closed for good', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100', LIMIT_TAKE_BACK: '2000' })
  const { plein, fatma, ria, omar, yusuf } = await evening(it)
  await fatma.getByText(w.cards.heading).click()
  await begins(fatma.getByLabel(w.cards.label), 'Ik ben bang')
  await button(ria, w.verify.words).and(ria.locator(':not([aria-busy])')).click()
  await begins(ria.getByLabel(w.verify.label), 'Schaduw')
  await omar.getByText(w.asked.open).click()
  await begins(omar.getByLabel(w.asked.label), 'Eerst een plan')
  await button(yusuf, w.own.show).click()
  await button(yusuf, w.own.editThis('Een bank')).click()
  await begins(yusuf.locator('form.card textarea'), ' voor mijn moeder')

  await closes(plein)
  const all = [
    [fatma, 'Ik ben bang voor mijn baas', ' voor mijn baas', w.cards.send],
    [ria, 'Schaduw bij het water', ' bij het water', w.verify.send],
    [omar, 'Eerst een plan voor de wortels', ' voor de wortels', w.asked.send],
    [yusuf, 'Een bank voor mijn moeder en mij', ' en mij', w.own.save],
  ] as const
  for (const [page] of all) await page.getByText(w.held.closed).waitFor()
  await sealed(plein)
  for (const [page, text, more, send] of all) {
    await page.keyboard.type(more)
    expect(await typing(page)).toBe(text)
    const go = button(page, send)
    expect(await go.getAttribute('aria-disabled')).toBe('true')
    expect(await page.locator(`[id="${await go.getAttribute('aria-describedby')}"]`).innerText()).toBe(w.why.over)
    if (pictures) await page.screenshot({ path: `${pictures}/closed-${text.slice(0, 5)}.png`, fullPage: true })
  }

  // Along with the room, or when the page is looked at anew: their words are there to read, and those for the coaches not for who looks along.
  for (const [page, text] of all) {
    if (page === omar) await button(page, w.held.go).click()
    else await page.reload()
    await page.getByRole('heading', { name: w.closed.home }).waitFor()
    const said = page.locator('.said').getByText(text, { exact: true })
    if (page === fatma) {
      expect(await said.isVisible()).toBe(false)
      await page.getByText(w.cards.heading).click()
    }
    await said.waitFor()
    await page.getByRole('heading', { name: w.closed.unsent }).waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
    await page.setViewportSize(narrow)
    expect([...(await misfits(page)), ...(await violations(page))]).toEqual([])
    if (pictures) await page.screenshot({ path: `${pictures}/unsent-${text.slice(0, 5)}.png`, fullPage: true })
  }
  for (const [page] of all) {
    expect(await drafts(page)).not.toEqual([])
    await button(page, w.closed.wipe).click()
    await button(page, w.closed.wipeYes).click()
    await page.getByText(w.closed.wiped).waitFor()
    expect(await drafts(page)).toEqual([])
  }
  expect(it.faults).toEqual([])
})

test('L4 J6 own words for a card stay under the hands when the card goes with the Plein, and its former words do not', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100', LIMIT_TAKE_BACK: '2000' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['plenary'])
  await plein.ask({ type: 'plein.open' })
  const fatma = await joinByQr(it, plein.at(plein.plein.links.join))
  await fatma.getByText(w.cards.heading).click()
  await fatma.getByLabel(w.cards.label).fill('Ik ben bang voor mijn baas')
  await button(fatma, w.cards.send).click()
  await button(fatma, w.cards.allow).click()
  const words = fatma.getByLabel(w.cards.words)
  await words.fill('')
  await begins(words, 'Niet iedereen')
  await closes(plein)
  await sealed(plein)
  await fatma.getByText('Ik ben bang voor mijn baas').waitFor({ state: 'detached' })
  await fatma.keyboard.type(' durft dit te zeggen')
  expect(await typing(fatma)).toBe('Niet iedereen durft dit te zeggen')
  expect(await button(fatma, w.cards.allowed).getAttribute('aria-disabled')).toBe('true')
  await fatma.reload()
  await fatma.getByText(w.cards.heading).click()
  await fatma.locator('.said').getByText('Niet iedereen durft dit te zeggen').waitFor()
  expect(await fatma.getByText('Ik ben bang').count()).toBe(0)
  expect(it.faults).toEqual([])
})

test('L4 half a commitment with its name and day is read after closing, also where only the name was typed', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['harvest'])
  await plein.ask({ type: 'plein.open' })
  const [ria, omar] = [await joinByQr(it, plein.at(plein.plein.links.join)), await joinByQr(it, plein.at(plein.plein.links.join))] as const
  await ria.getByLabel(w.promise.act, { exact: true }).fill('bel de havenmeester')
  await ria.getByLabel(w.promise.day).fill('2030-05-01')
  for (const page of [ria, omar]) await begins(page.getByLabel(w.promise.who), 'Ria')
  await closes(plein)
  for (const page of [ria, omar]) {
    await page.getByText(w.held.closed).waitFor()
    await button(page, w.held.go).click()
    await page.getByRole('heading', { name: w.closed.unsent }).waitFor()
  }
  const said = (page: Page) => page.locator('.closed .card.said').allInnerTexts()
  expect(await said(ria)).toEqual([`bel de havenmeester\n${shared.board.commitment({ who: 'Ria', by: null, day: '2030-05-01' })}`])
  expect(await said(omar)).toEqual([shared.board.commitment({ who: 'Ria', by: null })])
  // Taken back within the minute: everything goes on where it was.
  await plein.ask({ type: 'plein.reopen' })
  await expect.poll(() => ria.getByLabel(w.promise.act, { exact: true }).inputValue(), soon).toBe('bel de havenmeester')
  expect(await ria.getByLabel(w.promise.who).inputValue()).toBe('Ria')
  expect(await ria.getByRole('heading', { name: w.closed.unsent }).count()).toBe(0)
  expect(it.faults).toEqual([])
})

test('L4 who writes when the Plein is deleted reads what was not sent, beside what was, and can wipe it', async () => {
  const it = await theatre()
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  await plein.ask({ type: 'plein.open' })
  const fatma = await joinByQr(it, plein.at(plein.plein.links.join))
  await writes(fatma, 'idea', 'Een bank')
  await begins(fatma.getByLabel(w.write.idea.label, { exact: true }), 'Een lang verhaal')
  const gone = await fetch(`${it.server.origin}/api/v1/pleins/${plein.plein.id}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ confirm: true }),
  })
  expect(gone.status).toBe(204)
  await fatma.getByRole('heading', { name: shared.ended.deleted.heading }).waitFor()
  const under = (heading: string) =>
    fatma.locator('section', { has: fatma.getByRole('heading', { name: heading, exact: true }) }).locator('.said')
  await expect.poll(() => under(w.closed.left).allInnerTexts(), soon).toEqual(['Een bank'])
  expect(await under(w.own.state.refused).allInnerTexts()).toEqual(['Een lang verhaal'])
  if (pictures) await fatma.screenshot({ path: `${pictures}/deleted.png`, fullPage: true })
  await button(fatma, w.closed.wipe).click()
  await button(fatma, w.closed.wipeYes).click()
  await fatma.getByText(w.closed.wiped).waitFor()
  expect(await drafts(fatma)).toEqual([])
  expect(it.faults).toEqual([])
})
