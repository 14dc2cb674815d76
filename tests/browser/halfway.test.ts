import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { owner } from '../../client/words/owner.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { stalled } from '../support/stalled.ts'
import { button, openDesk, sheet, sizes, theatre } from '../support/views.ts'

const inField = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('type'))

test('L4 whoever stands in the day of half a commitment keeps the page, and goes along when they like', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['harvest', 'plenary'])
  await plein.ask({ type: 'plein.open' })
  const ria = await it.device(sizes.phone)
  await ria.goto(plein.at(plein.plein.links.join))
  await button(ria, phone.join.go).click()
  await ria.getByLabel(phone.promise.act).fill('ik bel de buurvrouw')
  await ria.locator('input[type=date]').focus()
  await plein.enter('plenary')
  await ria.getByText(phone.held.phase).waitFor()
  expect(await inField(ria)).toBe('date')
  expect(await ria.getByLabel(phone.promise.act).inputValue()).toBe('ik bel de buurvrouw')
  await button(ria, phone.held.go).click()
  await ria.getByText(phone.held.phase).waitFor({ state: 'hidden' })
  expect(it.faults).toEqual([])
})

test('E4 the owner empties the last word to say it anew, and the former one does not come back in the field', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['harvest', 'plenary'])
  await plein.ask({ type: 'plein.open' })
  const wim = await it.device(sizes.desk)
  await wim.goto(plein.at(plein.plein.links.owner))
  const field = wim.getByLabel(owner.word.label)
  await field.fill('Dank.')
  await button(wim, owner.word.send).click()
  await button(wim, owner.word.edit).click()
  await field.fill('')
  expect(await field.inputValue()).toBe('')
  await wim.getByText(owner.word.empty).first().waitFor({ state: 'attached' })
  await field.pressSequentially('Nieuw')
  expect(await field.inputValue()).toBe('Nieuw')
  await button(wim, owner.word.leave).click()
  await button(wim, owner.word.edit).click()
  expect(await field.inputValue()).toBe('Dank.')
  expect(it.faults).toEqual([])
})

test('L2 L4 what is typed at the desk while the answer before it is being kept stays in the field, and what is on its way goes once', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote'], { vote: { over: 'ideas' } })
  await plein.ask({ type: 'plein.open' })
  const ideas: string[] = []
  for (const text of ['Een bank', 'Meer bomen'])
    ideas.push(String((await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') }))['idea']))
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await plein.enter('vote')
  const round = String((await plein.ask({ type: 'round.open', budget: 1, maximum: 1 }))['round'])
  for (const paper of [1, 2, 3]) await plein.ask({ type: 'ballot.enter', round, paper, dots: { [ideas[0]!]: 1 } })
  await plein.ask({ type: 'round.close', round, confirmed: true })
  await plein.ask({ type: 'round.reveal', round, revealed: true })
  await plein.ask({ type: 'round.ask', round, item: ideas[1]! })
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'votes')
  await desk.getByText(w.votes.needsPaper).click()
  const field = desk.getByLabel(w.votes.needsPaperLabel)
  await field.fill('Een plek in de schaduw')
  await stalled(it, async () => {
    await button(desk, w.votes.paperGo).last().click()
    await field.press('End')
    await field.pressSequentially('En minder lawaai')
  })
  await desk.getByText(w.votes.needsPaperDone).waitFor()
  expect(await field.inputValue()).toBe('En minder lawaai')

  const go = button(desk, w.votes.paperGo).last()
  await stalled(it, async () => {
    await go.click()
    await sheet(desk, 'ideas')
    await sheet(desk, 'votes')
    await desk.getByText(w.votes.needsPaper).click()
    expect(await field.inputValue()).toBe('En minder lawaai')
    expect(await go.getAttribute('aria-busy')).toBe('true')
  })
  await expect.poll(() => field.inputValue()).toBe('')
  expect(it.faults).toEqual([])
})

test('V4 slips of paper under fast fingers: each is kept by itself with its own letters, and one that is not taken waits beside the field', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote'], { vote: { over: 'ideas' } })
  await plein.ask({ type: 'plein.open' })
  for (const text of ['Een bank', 'Meer bomen', 'Een steiger'])
    await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await plein.enter('vote')
  const round = String((await plein.ask({ type: 'round.open', budget: 3, maximum: 3 }))['round'])
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'votes')
  await desk.getByText(w.votes.paper).click()
  const [letters, number] = [desk.getByLabel(w.votes.paperLetters), desk.getByLabel(w.votes.paperNumber)]
  await letters.focus()
  await stalled(it, async () => {
    for (const slip of ['AAB', 'BCC']) {
      await desk.keyboard.type(slip)
      await desk.keyboard.press('Enter')
    }
    // A finger that is still on Enter.
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('AC')
    await desk.getByText(w.votes.paperSending('1, 2')).waitFor()
  })
  await desk.getByText(w.votes.paperDone(2)).waitFor()
  expect([await number.inputValue(), await letters.inputValue()]).toEqual(['3', 'AC'])
  await desk.getByText(w.votes.paperEntered('1, 2')).waitFor()

  // Another desk has a slip with this number; the next one is in the field before anybody knows.
  await plein.ask({ type: 'ballot.enter', round, paper: 3, dots: {} })
  await desk.getByText(w.votes.paperEntered('1–3')).waitFor()
  await desk.keyboard.press('Enter')
  await desk.keyboard.type('BB')
  const waits = desk.getByRole('alert').filter({ hasText: w.votes.paperTaken(3) })
  await waits.getByText(w.votes.paperSays('AC')).waitFor()
  expect([await number.inputValue(), await letters.inputValue()]).toEqual(['4', 'BB'])
  await button(waits, w.votes.paperOther(5)).click()
  await desk.getByText(w.votes.paperDone(5)).waitFor()
  await desk.keyboard.press('Enter')
  await desk.getByText(w.votes.paperEntered('1–5')).waitFor()
  expect(await number.inputValue()).toBe('6')

  await button(desk, w.votes.close).click()
  await button(desk, w.votes.closeGo).click()
  await button(desk, w.votes.reveal).first().click()
  for (const [letter, dots] of [
    ['A', 3],
    ['B', 4],
    ['C', 3],
  ] as const) {
    const row = desk.getByRole('row', { name: new RegExp(`^${letter} `) })
    await expect.poll(async () => Number.parseInt(await row.getByRole('cell').first().innerText(), 10), { message: letter }).toBe(dots)
  }
  expect(it.faults).toEqual([])
})
