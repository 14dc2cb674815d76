/** More than the server takes: each form names its limit and stops there, before anything is sent. */
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { organiser } from '../../client/words/organiser.nl.ts'
import { mostIn } from '../../shared/wire/mostIn.ts'
import { led } from '../support/led.ts'
import { button, openDesk, sheet, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']
const soon = { timeout: 20_000, interval: 50 }
const lenses = (n: number): string => Array.from({ length: n }, (_, at) => `bril ${at + 1}`).join('\n')

/** Visible beside the button, which does nothing. */
const stops = async (within: Page | Locator, go: string, sentence: string) => {
  await within.getByText(sentence, { exact: true }).waitFor()
  expect(await button(within, go).last().isDisabled()).toBe(true)
}

test('A9 P8 P9 V4 too many perspectives, minutes and too high a slip are named in the form, and what fits is taken', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie mag er op de havenkade staan?', ['ideas', 'vote'])
  const board = plein.coach.opened('board').doc
  await plein.ask({ type: 'plein.open' })
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'manage')
  const settings = desk.locator('form').filter({ has: desk.getByLabel(w.manage.perspectives) })
  const field = settings.getByLabel(w.manage.perspectives)
  await settings.getByText(w.manage.perspectivesHelp(mostIn.perspectives), { exact: true }).waitFor()
  await field.fill(lenses(mostIn.perspectives + 1))
  await stops(settings, w.save, w.why.tooManyLenses(mostIn.perspectives, 1))
  await field.fill(lenses(mostIn.perspectives))
  await button(settings, w.save).click()
  const known = () => (board.getMap('plein').get('settings') as { perspectives: string[] }).perspectives.length
  await expect.poll(known, soon).toBe(mostIn.perspectives)

  await desk.locator('.rail-item', { hasText: w.kinds.vote }).first().click()
  await desk.locator('.rail-tools summary').click()
  await button(desk, w.rail.edit).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByText(w.phase.minutesHelp(mostIn.minutes), { exact: true }).waitFor()
  // The longest of these forms: its action is in view, without scrolling.
  expect(await dialog.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0)
  await dialog.getByLabel(w.phase.minutes).fill(String(mostIn.minutes + 1))
  await stops(dialog, w.save, w.why.mostMinutes(mostIn.minutes))
  if (pictures) await desk.screenshot({ path: `${pictures}/limits-phase.png` })
  await dialog.getByLabel(w.phase.minutes).fill(String(mostIn.minutes))
  await button(dialog, w.save).click()
  await expect.poll(() => dialog.count(), soon).toBe(0)

  // The clock of the moment: a day at most, a second at least.
  await plein.ask({ type: 'timer.stop' })
  await desk.locator('.timer .menu summary').click()
  const own = desk.locator('.menu-body')
  // In the head a reason stands by its button once that is reached.
  const reach = () => button(own, w.timer.ownGo).focus()
  await own.getByLabel(w.timer.own).fill(String(mostIn.seconds / 60 + 1))
  await reach()
  await stops(own, w.timer.ownGo, w.why.mostMinutes(mostIn.seconds / 60))
  if (pictures) await desk.screenshot({ path: `${pictures}/limits-clock.png` })
  await own.getByLabel(w.timer.own).fill('0,001')
  await reach()
  await stops(own, w.timer.ownGo, w.why.noMinutes)

  const ideas: string[] = []
  for (const text of ['Minder hekken', 'Meer bankjes'])
    ideas.push(String((await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') }))['idea']))
  await plein.ask({ type: 'ideas.release', ideas: 'all' })
  await plein.enter('vote')
  await plein.ask({ type: 'round.open', over: 'ideas' })
  await sheet(desk, 'votes')
  await desk.getByText(w.votes.paper, { exact: true }).click()
  const paper = desk
    .locator('details')
    .filter({ has: desk.getByLabel(w.votes.paperNumber) })
    .last()
  await paper.getByLabel(w.votes.paperNumber).fill(String(mostIn.slips + 1))
  await stops(paper, w.votes.paperGo, w.why.mostSlips(mostIn.slips))
  await paper.getByLabel(w.votes.paperNumber).fill(String(mostIn.slips))
  await expect.poll(() => button(paper, w.votes.paperGo).isDisabled(), soon).toBe(false)
  expect(it.faults).toEqual([])
})

test('A9 a new Plein with too many perspectives is not sent', async () => {
  const it = await theatre()
  const page = await it.device(sizes.desk)
  await page.goto(`${it.origin}/organisator#${it.server.key}`)
  await button(page, organiser.make).click()
  await page.getByLabel(organiser.form.title).fill('Havenkade')
  await page.getByLabel(organiser.form.dilemma).fill('Wie mag er op de havenkade staan?')
  await page.locator('.form-fold > summary').last().click()
  const field = page.getByLabel(organiser.form.perspectives)
  await field.fill(lenses(mostIn.perspectives + 2))
  await stops(page, organiser.form.go, organiser.why.tooManyLenses(mostIn.perspectives, 2))
  await field.fill(lenses(2))
  await button(page, organiser.form.go).click()
  await page.getByRole('heading', { name: organiser.ready.heading('Havenkade') }).waitFor()
})
