import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { owner } from '../../client/words/owner.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { button, openDesk, sheet, sizes, type Theatre, theatre } from '../support/views.ts'

/** While this is done the server answers nothing, and no line ends. */
const stalled = async (it: Theatre, deed: () => Promise<unknown>): Promise<void> => {
  process.kill(it.server.pid(), 'SIGSTOP')
  await deed().finally(() => process.kill(it.server.pid(), 'SIGCONT'))
}
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
}, 60_000)

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
}, 60_000)

test('L4 what is typed at the desk while the answer before it is being kept stays in the field', async () => {
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
  expect(it.faults).toEqual([])
}, 60_000)
