/** The sheet of the dots with more things than there are letters, and slips to go through. */
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import { misfits } from '../support/fits.ts'
import { led } from '../support/led.ts'
import { still } from '../support/still.ts'
import { button, openDesk, sheet, sizes, theatre } from '../support/views.ts'

const soon = { timeout: 20_000, interval: 50 }
const long = 'Kindercarnavalsoptochtvoorbereidingswerkzaamheden eerder beginnen'
/** Of its letter and of the words behind it. */
const apart = (row: Locator) =>
  row.evaluate((it) => {
    const letter = it.querySelector('b') as HTMLElement
    const range = document.createRange()
    range.setStartAfter(letter)
    range.setEnd(it, it.childNodes.length)
    const letters = document.createRange()
    letters.selectNodeContents(letter)
    return range.getBoundingClientRect().left - letters.getBoundingClientRect().right
  })
const box = async (it: Locator) => (await it.boundingBox())!

test('V4 WCAG 2.2: thirty things and slips: letters stand off their words, the field opens in view and stays where it is, and a result fits the narrowest desk', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200', LIMIT_TAKE_BACK: '300' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote'], { vote: { over: 'ideas' } })
  await plein.ask({ type: 'plein.open' })
  for (let n = 1; n <= 30; n++)
    await plein.ask({ type: 'idea.enter', as: 'idea', text: n % 5 === 0 ? `${n}. ${long}` : `Idee ${n}`, phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await plein.enter('vote')
  const round = String((await plein.ask({ type: 'round.open', over: 'ideas', budget: 4, maximum: 2 }))['round'])
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'votes')
  await desk.locator('.letters li').last().waitFor()
  expect(await apart(desk.locator('.letters li', { hasText: /^AA/ }))).toBeGreaterThan(3)

  await desk.getByText(w.votes.paper).click()
  const letters = desk.getByLabel(w.votes.paperLetters)
  const none = desk.getByText(w.votes.paperNone)
  await expect.poll(async () => (await box(none)).y + (await box(none)).height, soon).toBeLessThan(sizes.desk.height)
  const at = await box(letters)
  const go = button(desk, new RegExp(`^${w.votes.paperGo}`))
  const beside = await box(go)
  expect(Math.abs(beside.y - at.y)).toBeLessThan(8)
  await letters.fill('QZ')
  await desk.getByText(w.votes.paperUnknown('QZ')).waitFor()
  expect([await box(letters), await box(go)]).toEqual([at, beside])

  // What was said to stand there is never among those that do not.
  for (const [at, text] of ['A A', 'AA B', 'C'].entries()) {
    await letters.fill(text)
    await letters.press('Enter')
    await desk.getByText(w.votes.paperDone(at + 1)).waitFor()
    expect(await none.count()).toBe(0)
    expect(await desk.getByText(w.votes.paperEntered(['1', '1, 2', '1–3'][at]!)).count()).toBe(1)
  }
  await desk.getByLabel(w.votes.paperNumber).fill('2')
  await button(desk, w.votes.paperRemove(2)).click()
  await desk.getByText(w.votes.paperRemoved(2)).waitFor()
  expect(await desk.getByText(w.votes.paperEntered('1, 3')).count()).toBe(1)
  await plein.ask({ type: 'ballot.enter', round, paper: 2, dots: {} })

  await plein.ask({ type: 'round.close', round, confirmed: true })
  const rounds = plein.coach.opened('board').doc.getMap<RoundEntry>('rounds')
  await expect.poll(() => rounds.get(round)?.status, soon).toBe('counted')
  await desk.setViewportSize({ width: 360, height: 780 })
  const name = desk.locator('.result tbody th').first()
  await name.waitFor()
  await still(desk)
  expect((await box(name)).width).toBeGreaterThan(280)
  expect(await misfits(desk)).toEqual([])
  expect(it.faults).toEqual([])
})

test('V1 what is shared after a coach took one group out of a round is in it; after all were taken out only what was ticked is', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote'])
  await plein.ask({ type: 'plein.open' })
  const shares = async (name: string) => {
    const { idea } = await plein.ask({ type: 'idea.enter', as: 'idea', text: `Iets over ${name}`, phase: plein.phase('ideas') })
    await plein.ask({ type: 'ideas.release', ideas: 'all' })
    return String((await plein.ask({ type: 'cluster.create', name, ideas: [String(idea)] }))['cluster'])
  }
  await shares('Groen')
  const held = [await shares('Afval'), await shares('Licht')]
  await plein.enter('vote')
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'votes')
  await desk.getByText(w.votes.otherwise).click()
  await desk.getByText(w.votes.which(3, 3)).click()
  const tick = (name: string) => desk.locator('.ticks').getByRole('checkbox', { name })
  await tick('Groen').uncheck()
  held.push(await shares('Verkeer'))
  await tick('Verkeer').waitFor()
  expect(await tick('Verkeer').isChecked()).toBe(true)
  expect(await tick('Groen').isChecked()).toBe(false)

  await button(desk, w.votes.untick).click()
  await tick('Afval').check()
  const last = await shares('Water')
  await tick('Water').waitFor()
  expect(await tick('Water').isChecked()).toBe(false)
  for (const name of ['Licht', 'Verkeer', 'Water']) await tick(name).check()
  await button(desk, w.votes.go).click()
  const rounds = plein.coach.opened('board').doc.getMap<RoundEntry>('rounds')
  await expect.poll(() => [...rounds.values()].map(({ items }) => items.map(({ id }) => id).sort()), soon).toEqual([[...held, last].sort()])
  expect(it.faults).toEqual([])
})
