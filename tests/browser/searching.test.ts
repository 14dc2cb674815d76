import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { led } from '../support/led.ts'
import { openDesk, sheet, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']

test('In a long list the search stays in view, and covers nothing that a keyboard comes to', async () => {
  const it = await theatre({ LIMIT_BURST_COACH: '1000', LIMIT_RATE_COACH: '1000' })
  const { plein, at, ask, phase } = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  await ask({ type: 'plein.open' })
  for (let n = 1; n <= 40; n++) await ask({ type: 'idea.enter', as: 'idea', text: `Een bank bij steiger ${n}`, phase: phase('ideas') })
  const desk = await openDesk(it, at(plein.links.coach))
  await sheet(desk, 'ideas')
  const search = desk.getByRole('searchbox', { name: w.ideasSheet.search(w.contributions.idea) })
  const rows = desk.locator('.rows > li')
  await expect.poll(() => rows.count()).toBe(40)
  const seen = () =>
    search.evaluate((field) => {
      const { left, top, bottom } = field.getBoundingClientRect()
      const over = document.elementFromPoint(left + 8, (top + bottom) / 2)
      return over === field || field.closest('label')?.contains(over) === true
    })
  for (const size of [sizes.desk, { width: 400, height: 800 }]) {
    await desk.setViewportSize(size)
    await rows.last().scrollIntoViewIfNeeded()
    await expect.poll(seen).toBe(true)
    if (pictures) await desk.screenshot({ path: `${pictures}/desk-search-${size.width}.png` })
    // Back up by keyboard, row by row: what has the focus is never under it.
    await rows.last().getByRole('checkbox').focus()
    for (let n = 0; n < 60; n++) {
      await desk.keyboard.press('Shift+Tab')
      const covered = await desk.evaluate(() => {
        const bar = document.querySelector('.field-search')
        const focused = document.activeElement
        if (bar === null || focused === null || bar.contains(focused) || focused.closest('.rows') === null) return false
        return focused.getBoundingClientRect().top < bar.getBoundingClientRect().bottom - 1
      })
      expect(covered).toBe(false)
    }
  }
  await search.fill('steiger 40')
  await expect.poll(() => rows.count()).toBe(1)
  expect(it.faults).toEqual([])
})
