import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { screen } from '../../client/words/screen.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import { silent, violations } from '../support/axe.ts'
import { heldLine } from '../support/heldLine.ts'
import { led } from '../support/led.ts'
import { button, joinByQr, openDesk, sheet, sizes, theatre } from '../support/views.ts'

/** Where pictures go, when somebody wants to look. */
const pictures = process.env['PICTURES']
const look = async (page: Page, name: string): Promise<void> => {
  if (!pictures) return
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${name}.png` })
}

test('S4 V4 V7 V16 thirteen proposals, two slips and one phone: the desk begins with the question of now, says what will be held back, and so do screen and phone', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Van wie is de kade ’s nachts?', ['reframe', 'vote'], { vote: { over: 'framings' } })
  await plein.ask({ type: 'plein.open' })
  for (let n = 1; n <= 13; n++)
    await plein.ask({ type: 'idea.enter', as: 'proposal', text: `Wie zorgt er voor kade ${n}?`, phase: plein.phase('reframe') })
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'proposal' })
  await plein.enter('vote')
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  const wall = await it.device(sizes.screen)
  await wall.goto(plein.at(plein.plein.links.screen))
  const fatma = await joinByQr(it, plein.at(plein.plein.links.join))

  await sheet(desk, 'votes')
  const ticked = () => desk.locator('.ticks input:checked').count()
  await desk.getByText(w.votes.wordingsMany(12)).waitFor()
  expect(await ticked()).toBe(1)
  expect(await desk.getByRole('checkbox', { name: /Van wie is de kade/ }).isChecked()).toBe(true)
  for (const n of [4, 5, 6]) await desk.getByRole('checkbox', { name: `kade ${n}?` }).check()
  await look(desk, 'desk-many')
  await button(desk, w.votes.untick).click()
  expect(await ticked()).toBe(0)
  for (const n of [4, 5]) await desk.getByRole('checkbox', { name: `kade ${n}?` }).check()
  await button(desk, w.votes.go).click()
  const rounds = plein.coach.opened('board').doc.getMap<RoundEntry>('rounds')
  await expect.poll(() => [...rounds.values()].map(({ items }) => items.length)).toEqual([2])

  await fatma
    .getByRole('button', { name: /^Een stip erbij/ })
    .first()
    .click()
  await fatma.getByText(phone.vote.counts).waitFor()
  await desk.getByText(w.votes.paper).click()
  const letters = desk.getByLabel(w.votes.paperLetters)
  for (const number of [1, 2]) {
    await letters.fill(number === 1 ? 'A' : '')
    await letters.press('Enter')
    await desk.getByText(w.votes.paperDone(number)).waitFor()
  }
  await desk.getByText(w.votes.paperEntered('1, 2')).waitFor()
  await plein.ask({ type: 'ballot.enter', round: [...rounds.keys()][0]!, paper: 3, dots: {} })
  await letters.fill('B')
  await letters.press('Enter')
  await desk.getByText(w.votes.paperTaken(3)).waitFor()
  await look(desk, 'desk-taken')
  await button(desk, w.votes.paperReplace(3)).click()
  await desk.getByText(w.votes.paperDone(3)).waitFor()

  await button(desk, w.votes.close).click()
  await desk.getByText(w.why.heldBack.phones).waitFor()
  expect(await violations(desk)).toEqual([])
  expect(await silent(desk)).toEqual([])
  await look(desk, 'desk-close')
  await button(desk, w.votes.closeGo).click()
  await button(desk, w.votes.reveal, false).click()
  await desk.locator('.held', { hasText: w.why.heldBack.phones }).waitFor()
  await wall.getByText(screen.votes.heldBack.phones).waitFor()
  await fatma.getByText(shared.result.heldBack.phones).first().waitFor()
  await look(desk, 'desk-held')
  await look(wall, 'screen-held')
  await look(fatma, 'phone-held')
  expect(it.faults).toEqual([])
})

test('V4 V6 a slip that was not taken waits while the coach looks at another sheet, closing says so first, and its number is typed like any other', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote'], { vote: { over: 'ideas' } })
  await plein.ask({ type: 'plein.open' })
  for (const text of ['Een bank', 'Meer bomen']) await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await plein.enter('vote')
  const round = String((await plein.ask({ type: 'round.open', budget: 3, maximum: 3 }))['round'])
  await plein.ask({ type: 'ballot.enter', round, paper: 1, dots: {} })

  const desk = await it.device(sizes.desk)
  const line = await heldLine(desk)
  await desk.goto(plein.at(plein.plein.links.coach))
  await button(desk, w.cover.no).click()
  await sheet(desk, 'votes')
  await desk.getByText(w.votes.paper).click()
  await desk.getByText(w.votes.paperEntered('1')).waitFor()
  const number = desk.getByLabel(w.votes.paperNumber)
  await expect.poll(() => number.inputValue()).toBe('2')
  await number.press('End')
  await number.press('Backspace')
  expect(await number.inputValue()).toBe('')
  await number.press('1')
  expect(await number.inputValue()).toBe('1')
  const letters = desk.getByLabel(w.votes.paperLetters)
  await letters.fill('AAB')
  line.holds()
  await letters.press('Enter')
  await sheet(desk, 'now')
  line.goesOn()
  const out = desk.getByRole('dialog').getByText(w.votes.slipsOut('1'))
  await expect
    .poll(async () => {
      await button(desk, w.votes.close).click()
      await desk.getByRole('dialog').getByText(w.votes.closeHelp).waitFor()
      const said = await out.count()
      await button(desk.getByRole('dialog'), w.cancel).click()
      return said
    })
    .toBe(1)
  await sheet(desk, 'votes')
  await desk.getByText(w.votes.paperTaken(1)).waitFor()
  await desk.getByText(w.votes.paperSays('AAB')).waitFor()
  await look(desk, 'desk-waits')
  await button(desk, w.votes.paperOther(2)).click()
  await desk.getByText(w.votes.paperDone(2)).waitFor()
  await button(desk, w.votes.close).click()
  await desk.getByRole('dialog').getByText(w.votes.closeHelp).waitFor()
  expect(await out.count()).toBe(0)
  expect(await violations(desk)).toEqual([])
  expect(it.faults).toEqual([])
})
