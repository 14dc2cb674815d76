import { expect, test } from 'vitest'
import { organiser as w } from '../../client/words/organiser.nl.ts'
import { renderOutcome } from '../../server/outcome/outcome.ts'
import { addFraming, afternoon } from '../outcome/plein.ts'
import { violations } from '../support/axe.ts'
import { misfits } from '../support/fits.ts'
import { button, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']
const day = 86_400_000

const fileOf = (retainUntil: number) => {
  const plein = afternoon()
  addFraming(plein, 'framing-2', 'Hoe slapen wij allemaal, buren en gasten van de nachtopvang, ook in de winter?', {
    by: 'owner',
    phase: 'phase-vote',
  })
  const { filename, body } = renderOutcome({ ...plein, retainUntil }, 'json', 'nl')
  return { name: filename, mimeType: 'application/json', buffer: Buffer.from(body) }
}

test('O2 O3 O4 the organiser takes a Plein in from its file: what is none is refused, a date that has passed is asked for anew, and its screen tells how the question changed', async () => {
  const it = await theatre()
  const page = await it.device(sizes.desk)
  await page.goto(`${it.origin}/organisator#${it.server.key}`)
  await button(page, w.import.make).click()
  const file = page.getByLabel(w.import.file)
  const take = button(page, w.import.go)
  await file.setInputFiles({ name: 'lijst.json', mimeType: 'application/json', buffer: Buffer.from('{"plein":') })
  await take.click()
  await page.getByRole('alert').getByText(w.import.unreadable).waitFor()
  const whole = fileOf(Date.now() - day)
  await file.setInputFiles({ ...whole, buffer: Buffer.from(whole.buffer.toString().replace('"id": "idea-fatma"', '"id": "nergens"')) })
  await take.click()
  await page.getByRole('alert').waitFor()
  await file.setInputFiles(whole)
  await take.click()
  await page.getByLabel(w.form.retain).waitFor()
  expect([...(await misfits(page)), ...(await violations(page))]).toEqual([])
  if (pictures) await page.screenshot({ path: `${pictures}/import-form.png`, fullPage: true })
  await take.click()
  await page.getByRole('heading', { name: w.import.done('De nachtopvang in Zuid') }).waitFor()
  expect([...(await misfits(page)), ...(await violations(page))]).toEqual([])
  if (pictures) await page.screenshot({ path: `${pictures}/import-done.png`, fullPage: true })
  const screen = await page.getByRole('textbox', { name: w.links.screen, exact: true }).inputValue()
  await button(page, w.ready.done).click()
  await page.getByRole('heading', { name: 'De nachtopvang in Zuid' }).waitFor()

  const beamer = await it.device({ width: 1920, height: 1080 })
  await beamer.goto(screen)
  const story = beamer.locator('.stage-story')
  await story.getByText('Waar komt de nachtopvang?').waitFor()
  await expect.poll(() => story.locator('li').count()).toBe(3)
  if (pictures) await beamer.screenshot({ path: `${pictures}/import-screen.png` })
  expect(it.faults.filter((fault) => !fault.includes('400'))).toEqual([])
})
