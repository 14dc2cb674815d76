import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { led } from '../support/led.ts'
import { press, tabTo } from '../support/tabbing.ts'
import { button, openDesk, theatre } from '../support/views.ts'

const letters = ['A', 'A', 'A', 'B', 'C', 'D']

test('V4 V6 V17 M1 the votes of a desk with nothing but a keyboard: what it is over, slips of paper, closed, taken back, shown, what is needed asked, held again', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const { plein, at, ask, phase, enter } = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote'])
  await ask({ type: 'plein.open' })
  for (const text of ['Een bank', 'Meer bomen', 'Geen hekken', 'Een steiger'])
    await ask({ type: 'idea.enter', as: 'idea', text, phase: phase('ideas') })
  await ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await enter('vote')
  const desk = await openDesk(it, at(plein.links.coach))
  /** Whatever a press takes off the page: the next Tab goes on from there, and not from the top. */
  const kept = () => expect.poll(() => desk.evaluate(() => document.activeElement !== document.body)).toBe(true)
  const does = async (...given: Parameters<typeof press>) => {
    await press(...given)
    await kept()
  }
  const tab = desk.getByRole('tab', { name: new RegExp(`^${w.sheets.votes}`) })
  await tabTo(desk, desk.getByRole('tab', { selected: true }))
  for (let n = 0; n < 9 && (await tab.getAttribute('aria-selected')) !== 'true'; n++) await desk.keyboard.press('ArrowRight')

  const over = desk.getByRole('radio', { name: w.votes.ideas(4) })
  await tabTo(desk, desk.locator('input[name=over]:checked'))
  for (let n = 0; n < 3 && !(await over.isChecked()); n++) await desk.keyboard.press('ArrowDown')
  expect(await over.isChecked()).toBe(true)
  await does(desk, button(desk, w.votes.go))
  await desk.getByRole('heading', { name: `${w.votes.round(1)} · ${w.votes.status.open}` }).waitFor()

  await does(desk, desk.locator('summary', { hasText: w.votes.paper }))
  await tabTo(desk, desk.getByLabel(w.votes.paperLetters))
  for (const [at, letter] of letters.entries()) {
    await desk.keyboard.type(letter)
    await desk.keyboard.press('Enter')
    await desk.getByText(w.votes.paperDone(at + 1)).waitFor()
  }
  const close = async () => {
    await does(desk, button(desk, w.votes.close))
    await does(desk, button(desk, w.votes.closeGo))
    await desk.getByRole('heading', { name: `${w.votes.round(1)} · ${w.votes.status.closed}` }).waitFor()
    await kept()
  }
  await close()
  await does(desk, desk.getByRole('button', { name: w.votes.reopen(0).slice(0, 20) }))
  await desk.getByRole('heading', { name: `${w.votes.round(1)} · ${w.votes.status.open}` }).waitFor()
  await kept()
  await close()
  await does(desk, button(desk, w.votes.reveal, false).and(desk.locator('.round *')))
  await desk.getByText(w.votes.revealed).waitFor()

  await does(desk, button(desk, w.votes.needsAsk(3)).first())
  await button(desk, w.votes.needsEnd).waitFor()
  await kept()
  await does(desk, desk.locator('summary', { hasText: w.votes.needsPaper }))
  await tabTo(desk, desk.getByLabel(w.votes.needsPaperLabel))
  await desk.keyboard.type('Een plek in de schaduw')
  await does(desk, button(desk, w.votes.paperGo))
  await desk.getByText(w.votes.needsPaperDone).waitFor()
  await does(desk, button(desk, w.votes.needsEnd))
  await button(desk, w.votes.needsAgain).waitFor()
  await kept()
  await does(desk, button(desk, w.votes.openAgain))
  await desk.getByRole('heading', { name: `${w.votes.round(2)} · ${w.votes.status.open}` }).waitFor()
  await kept()
  expect(it.faults).toEqual([])
})
