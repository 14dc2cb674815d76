/** On a slow line somebody writes on before what they sent is answered: the answer wipes nothing of it. */
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { owner } from '../../client/words/owner.nl.ts'
import { led } from '../support/led.ts'
import { stalled } from '../support/stalled.ts'
import { button, openDesk, sheet, sizes, theatre } from '../support/views.ts'

const soon = { timeout: 20_000, interval: 50 }

test('L4 the next wording that a coach begins before the former one is answered stays in the field, and so does a correction', async () => {
  const it = await theatre()
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['reframe'])
  await plein.ask({ type: 'plein.open' })
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'question')
  const field = desk.getByLabel(w.question.text, { exact: true })
  await field.fill('Van wie is de kade?')
  await stalled(it, async () => {
    await button(desk, w.question.go).click()
    await field.fill('En van wie is hij ’s avonds?')
  })
  await desk.locator('.chain-now').getByText('Van wie is de kade?').waitFor()
  await expect.poll(() => button(desk, w.question.go).getAttribute('aria-disabled'), soon).toBeNull()
  expect(await field.inputValue()).toBe('En van wie is hij ’s avonds?')

  const now = desk.locator('.chain-now')
  await button(now, w.question.correct).click()
  const correction = now.getByRole('textbox')
  await correction.fill('Van wie is de Kade?')
  await stalled(it, async () => {
    await button(now, w.save).click()
    await correction.fill('Van wie is de Havenkade?')
  })
  await expect
    .poll(() => plein.coach.opened('board').doc.getMap<{ text: string }>('framings').toJSON(), soon)
    .toMatchObject(
      expect.toSatisfy((framings) =>
        Object.values(framings as Record<string, { text: string }>).some(({ text }) => text === 'Van wie is de Kade?'),
      ),
    )
  await expect.poll(() => button(now, w.save).getAttribute('aria-disabled'), soon).toBeNull()
  expect(await correction.inputValue()).toBe('Van wie is de Havenkade?')
  await button(now, w.save).click()
  await expect.poll(() => now.getByRole('textbox').count(), soon).toBe(0)
  await now.getByText('Van wie is de Havenkade?').waitFor()
  expect(it.faults).toEqual([])
})

test('L4 what is changed in the settings, or in the owner’s last word, before it is answered stays', async () => {
  const it = await theatre()
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['harvest'])
  await plein.ask({ type: 'plein.open' })
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'manage')
  const form = desk.locator('section', { has: desk.getByRole('heading', { name: w.manage.settings, exact: true }) })
  const title = form.getByLabel(w.manage.pleinTitle, { exact: true })
  await title.fill('De havenkade')
  await stalled(it, async () => {
    await button(form, w.save).click()
    await title.fill('De havenkade, ’s avonds')
  })
  await expect.poll(() => plein.coach.opened('board').maps()['plein']?.['title'], soon).toBe('De havenkade')
  await expect.poll(() => button(form, w.save).getAttribute('aria-disabled'), soon).toBeNull()
  expect(await title.inputValue()).toBe('De havenkade, ’s avonds')

  const wim = await it.device(sizes.desk)
  await wim.goto(plein.at(plein.plein.links.owner))
  const word = wim.getByLabel(owner.word.label)
  await word.fill('Ik neem u mee.')
  await stalled(it, async () => {
    await button(wim, owner.word.send).click()
    await word.fill('Ik neem jullie mee.')
  })
  const change = button(wim, owner.word.change)
  await expect.poll(() => change.getAttribute('aria-disabled'), soon).toBeNull()
  expect(await word.inputValue()).toBe('Ik neem jullie mee.')
  await change.click()
  await wim.locator('blockquote').getByText('Ik neem jullie mee.').waitFor()
  expect(it.faults).toEqual([])
})
