/** The form of a phase at one desk, while another coach changes the same programme. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import type { PhaseEntry } from '../../shared/wire/documents.ts'
import { violations } from '../support/axe.ts'
import { led } from '../support/led.ts'
import { button, openDesk, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']
const soon = { timeout: 20_000, interval: 50 }

const tool = async (desk: Page, phase: string, name: string) => {
  const item = desk.locator('.rail-item', { hasText: phase }).first()
  if ((await item.getAttribute('aria-expanded')) !== 'true') await item.click()
  if ((await desk.locator('.rail-tools details[open]').count()) === 0) await desk.locator('.rail-tools summary').click()
  await button(desk, name).click()
}

test('P6 two coaches change one phase: what one did not touch stays as the other set it, and a form is that of its own phase', async () => {
  const it = await theatre()
  const plein = await led(it, 'Wie mag er op de havenkade staan?', ['welcome', 'ideas', 'pause', 'plenary'], { ideas: { hidden: false } })
  await plein.ask({ type: 'plein.open' })
  const phases = plein.coach.opened('board').doc.getMap<PhaseEntry>('phases')
  const phase = (kind: PhaseKind) => phases.get(plein.phase(kind))!
  const before = phase('plenary')
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  const dialog = desk.getByRole('dialog')
  const kind = dialog.locator('select')
  const hidden = dialog.getByRole('checkbox', { name: w.phase.hidden })

  // Anneke types a name; Joost sees that ideas would go to the screen unread, and sets that right.
  await tool(desk, w.kinds.ideas, w.rail.edit)
  await dialog.getByLabel(w.phase.title).fill('Wat speelt hier?')
  // Ticked and taken back is not touched.
  await hidden.check()
  await hidden.uncheck()
  await plein.ask({ type: 'phase.edit', phase: plein.phase('ideas'), settings: { hidden: true, minutes: 7 } })
  await expect.poll(() => hidden.isChecked(), soon).toBe(true)
  await desk.reload()
  expect(await dialog.getByLabel(w.phase.title).inputValue()).toBe('Wat speelt hier?')
  expect(await hidden.isChecked()).toBe(true)
  await button(desk, w.save).click()
  await expect.poll(() => phase('ideas').title, soon).toBe('Wat speelt hier?')
  expect(phase('ideas').settings).toMatchObject({ hidden: true, minutes: 7 })

  // Joost takes the pause away while Anneke is in its form: she is told, keeps her words, and they do not come up in the form of another phase.
  await tool(desk, w.kinds.pause, w.rail.edit)
  await dialog.getByLabel(w.phase.title).fill('Koffie tot kwart over')
  await plein.ask({ type: 'phase.remove', phase: plein.phase('pause') })
  await dialog.getByText(w.phase.goneHelp.edit).waitFor()
  await desk.reload()
  await dialog.getByText('Koffie tot kwart over').waitFor()
  if (pictures) await desk.screenshot({ path: `${pictures}/phase-gone.png` })
  expect(await violations(desk)).toEqual([])
  await button(dialog, w.close).click()
  await expect.poll(() => dialog.count(), soon).toBe(0)
  await desk.reload()
  await desk.locator('.rail-item').first().waitFor()
  expect(await dialog.count()).toBe(0)
  await tool(desk, w.kinds.plenary, w.rail.edit)
  expect(await dialog.getByLabel(w.phase.title).inputValue()).toBe('')
  expect(await button(dialog, w.save).isDisabled()).toBe(true)
  await button(desk, w.cancel).click()
  expect(phase('plenary')).toEqual(before)

  // Nor in that of a new one.
  await tool(desk, w.kinds.plenary, w.rail.insert)
  await kind.selectOption('ideas')
  await dialog.getByLabel(w.phase.title).fill('Nog één keer')
  await dialog.getByLabel(w.phase.minutes).fill('4')
  await kind.selectOption('pause')
  await button(desk, w.save).click()
  await expect.poll(() => [...phases.values()].find(({ title }) => title === 'Nog één keer')?.kind, soon).toBe('pause')
  expect(it.faults).toEqual([])
})
