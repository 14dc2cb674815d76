import { expect, test } from 'vitest'
import { organiser as w } from '../../client/words/organiser.nl.ts'
import { renderOutcome } from '../../server/outcome/outcome.ts'
import { afternoon } from '../outcome/plein.ts'
import { fillsIn, holdsBack, loses, organises, read, rowsOf } from '../support/organising.ts'
import { button, theatre } from '../support/views.ts'

const titles = async (it: Parameters<typeof rowsOf>[0]) => (await rowsOf(it)).map(({ title }) => title).sort()
const shelter = () => ({
  name: 'opbrengst.json',
  mimeType: 'application/json',
  buffer: Buffer.from(renderOutcome({ ...afternoon(), retainUntil: Date.now() + 30 * 86_400_000 }, 'json', 'nl').body),
})

test('A1 L2 L4 an answer that is lost on the line makes no second Plein, also over a reload; the whole form outlives that, and nobody is taken from it', async () => {
  const it = await theatre()
  const page = await organises(it)
  await fillsIn(page, 'Haven')
  const fold = () => page.locator('summary').filter({ hasText: w.form.perspectivesFold(2) })
  await page.locator('summary').last().click()
  await page.getByLabel(w.form.perspectives).fill('schipper\nhavenmeester')
  await page.getByLabel(w.form.meeting).fill('2030-03-12')
  await page.getByRole('radio', { name: w.form.templates['hour'] as string }).check()
  await page.getByLabel(w.form.locale).selectOption('en')
  await loses(it, page, 'POST', 'pleins')
  await button(page, w.form.go).click()
  await page.getByText(w.away).waitFor()
  await page.reload()
  await button(page, w.make).click()
  await fold().click()
  expect(await page.getByLabel(w.form.title).inputValue()).toBe('Haven')
  expect(await page.getByLabel(w.form.perspectives).inputValue()).toBe('schipper\nhavenmeester')
  expect(await page.getByLabel(w.form.meeting).inputValue()).toBe('2030-03-12')
  expect(await page.getByLabel(w.form.locale).inputValue()).toBe('en')
  expect(await page.getByRole('radio', { name: w.form.templates['hour'] as string }).isChecked()).toBe(true)
  await button(page, w.form.go).click()
  await page.getByRole('heading', { name: w.ready.heading('Haven') }).waitFor()
  const [{ id } = { id: '' }, ...others] = await rowsOf(it)
  expect(others).toEqual([])
  const { code } = await read<{ code: string }>(it, `pleins/${id}`)
  await page.locator('.ready-code .code').getByText(code, { exact: true }).waitFor()
  // Neither what was typed nor what the links follow from stays.
  expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('draft:')))).toEqual([])
  await button(page, w.ready.done).click()

  // An emptied list of choices is a choice; the next form begins with its own.
  await button(page, w.make).click()
  await page.locator('summary').last().click()
  const choices = page.getByLabel(w.form.perspectives)
  expect(await choices.inputValue()).toBe(w.form.perspectivesStart)
  await choices.fill('')
  expect(await choices.inputValue()).toBe('')
  await button(page, w.form.cancel).click()

  // Asked for once more with another title it is another wish, and that is said.
  await loses(it, page, 'POST', 'practice')
  await button(page, w.practice.make).click()
  await page.getByText(w.away).waitFor()
  await page.unrouteAll()
  const goOn = await holdsBack(page, 'practice')
  await button(page, w.practice.make).click()
  await button(page, w.make).click()
  await page.getByLabel(w.form.title).fill('Kade')
  const [practised] = await Promise.all([page.waitForResponse('**/api/v1/practice'), page.waitForResponse('**/api/v1/pleins'), goOn()])
  expect(practised.status()).toBe(201)
  expect(await titles(it)).toHaveLength(2)
  expect(await page.getByLabel(w.form.title).inputValue()).toBe('Kade')
  await button(page, w.form.cancel).click()
  // Its links were not lost: the list leads to them.
  await button(page, /^Meer: Oefen/).click()
  await button(page, w.detail.links).click()
  await page.getByText(w.practice.steps[0] ?? '').waitFor()
  await button(page, w.ready.done).click()

  await button(page, w.import.make).click()
  await page.getByLabel(w.import.file).setInputFiles(shelter())
  const takenIn = await holdsBack(page, 'imports')
  await button(page, w.import.go).click()
  await button(page, w.form.cancel).and(page.locator('[aria-disabled]')).click({ force: true })
  takenIn()
  await page.getByRole('heading', { name: w.import.done('De nachtopvang in Zuid') }).waitFor()
  await button(page, w.ready.done).click()
  await page.getByRole('heading', { name: 'De nachtopvang in Zuid' }).waitFor()
  expect(await titles(it)).toHaveLength(3)
  expect(it.faults).toEqual([])
})

test('A1 L2 L4 two forms in two tabs are two Pleinen: each has its own choices, and making one takes nothing from the other; asked again after midnight it is the same', async () => {
  const it = await theatre()
  const haven = await organises(it)
  const kade = await organises(it, await haven.context().newPage())
  const locale = (page: typeof haven) => page.getByLabel(w.form.locale)
  await fillsIn(haven, 'Haven')
  await fillsIn(kade, 'Kade')
  await kade.getByLabel(w.form.dilemma).fill('Wat doen wij met de kade?')
  await locale(kade).selectOption('en')
  await kade.getByRole('radio', { name: w.form.templates['hour'] as string }).check()
  // Shown anew, it still has its own.
  await haven.getByLabel(w.form.title).fill('Haven en sluis')
  expect(await locale(haven).inputValue()).toBe('nl')

  await loses(it, haven, 'POST', 'pleins')
  await button(haven, w.form.go).click()
  await haven.getByText(w.away).waitFor()
  await haven.clock.setFixedTime(Date.now() + 86_400_000)
  await haven.getByLabel(w.form.title).fill('Haven en sluizen')
  await haven.getByLabel(w.form.title).fill('Haven en sluis')
  await kade.getByLabel(w.form.title).fill('Kade en brug')
  await button(haven, w.form.go).click()
  await haven.getByRole('heading', { name: w.ready.heading('Haven en sluis') }).waitFor()
  expect((await rowsOf(it)).map(({ title, locale }) => [title, locale])).toEqual([['Haven en sluis', 'nl']])

  await kade.reload()
  await button(kade, w.make).click()
  expect(await kade.getByLabel(w.form.title).inputValue()).toBe('Kade en brug')
  expect(await kade.getByLabel(w.form.dilemma).inputValue()).toBe('Wat doen wij met de kade?')
  expect(await locale(kade).inputValue()).toBe('en')
  expect(await kade.getByRole('radio', { name: w.form.templates['hour'] as string }).isChecked()).toBe(true)
  expect(it.faults).toEqual([])
})
