import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { refusalsNl } from '../../client/words/refusals.nl.ts'
import { led } from '../support/led.ts'
import { button, openDesk, sheet, theatre } from '../support/views.ts'

const nowhere = (desk: Page) => desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
const alerts = (desk: Page) => desk.getByRole('alert').locator('visible=true').allInnerTexts()

test('A7 a key of the desk does what its button does: pressed without a line it says so, and nothing happens when the line is back', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote', 'plenary'], { vote: { over: 'ideas' } })
  await plein.ask({ type: 'plein.open' })
  for (const text of ['Een bank', 'Meer bomen']) await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await plein.enter('vote')
  const { round } = await plein.ask({ type: 'round.open' })
  await plein.ask({ type: 'round.close', round: String(round), confirmed: true })
  const board = () => plein.coach.opened('board').maps()
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await button(desk, w.votes.reveal).waitFor()
  await it.server.kill()
  await desk.getByText(w.lost).waitFor()
  await nowhere(desk)
  for (const key of ['ArrowRight', 'ArrowLeft', 't', 'r', 'Control+z']) {
    await desk.keyboard.press(key)
    await expect.poll(async () => (await alerts(desk)).join(), { message: key }).toContain(w.why.offline)
    await desk.locator('.desk-head .refused button').click()
    await expect.poll(() => alerts(desk)).toEqual([])
    await nowhere(desk)
  }
  await sheet(desk, 'groups')
  await nowhere(desk)
  await desk.keyboard.press('z')
  await desk.getByRole('status').filter({ hasText: w.why.offline }).first().waitFor()

  await it.server.start()
  await desk.getByText(w.lost).waitFor({ state: 'hidden' })
  await desk.getByRole('tab', { name: new RegExp(`^${w.sheets.now}`) }).click()
  await nowhere(desk)
  await desk.keyboard.press('t')
  // Whatever had been kept for later went before this.
  await expect.poll(() => (board()['plein']?.['timer'] as { status: string } | undefined)?.status).toBe('running')
  expect(board()['plein']?.['current']).toBe(plein.phase('vote'))
  expect(Object.values(board()['rounds'] ?? {})).toMatchObject([{ revealed: false }])
  expect(it.faults).toEqual([])
})

test('L5 a key that is refused says why: there is nothing to take back', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote'])
  await plein.ask({ type: 'plein.open' })
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await nowhere(desk)
  await desk.keyboard.press('Control+z')
  await expect.poll(async () => (await alerts(desk)).join()).toContain(refusalsNl['nothing-to-undo']({ code: 'nothing-to-undo' }))
  await plein.enter('vote')
  await desk.locator('.moves', { hasText: w.rail.nextNone }).waitFor()
  // Pressed in the very moment of the move it would be the move of before, which is so already.
  const pressed = async () => {
    await desk.keyboard.press('ArrowRight')
    return (await alerts(desk)).join()
  }
  await expect.poll(pressed).toContain(w.why.noNext)
})
