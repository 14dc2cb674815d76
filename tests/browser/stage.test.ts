/** Writing before the room: one hand at the owner's page, and everybody reads the letters as they come. */
import { expect, test } from 'vitest'
import { coach } from '../../client/words/coach.nl.ts'
import { owner as w } from '../../client/words/owner.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { screen } from '../../client/words/screen.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { violations } from '../support/axe.ts'
import { misfits } from '../support/fits.ts'
import { led, ok } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { still } from '../support/still.ts'
import { button, joinByQr, openDesk, sheet, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']
const soon = { timeout: 30_000, interval: 50 }
const voices = ['Mijn kinderen liggen wakker van de muziek', 'De terrassen moeten leven']
const question = 'Wie mag er op de havenkade staan?'
const words = 'Hoe blijft de havenkade ’s avonds van iedereen, ook van wie er slaapt?'

test('W1 W2 W3 L4 WCAG 2.2: the owner writes, screen and phones read the letters, and what is adopted keeps its sources and the counts', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, question, ['ideas', 'write', 'plenary'])
  const board = plein.coach.opened('board')
  const beamer = await it.device(sizes.screen)
  await beamer.goto(plein.at(plein.plein.links.screen))
  const small = await it.device({ width: 1024, height: 768 })
  await small.goto(plein.at(plein.plein.links.screen))
  const owner = await it.device(sizes.desk)
  await owner.goto(plein.at(plein.plein.links.owner))
  await plein.ask({ type: 'plein.open' })
  const fatma = await join(plein.server, 'Fatma', plein.plein)
  for (const text of voices) ok(await fatma.ask({ type: 'idea.post', key: fatma.key(text), as: 'idea', text, phase: plein.phase('ideas') }))
  await expect.poll(() => plein.coach.opened('desk').doc.getMap('ideas').size, soon).toBe(2)
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await expect.poll(() => board.doc.getMap('ideas').size, soon).toBe(2)
  const muziek = [...board.doc.getMap<{ text: string }>('ideas')].find(([, { text }]) => text === voices[0])![0]
  await plein.ask({ type: 'cluster.create', name: 'Nacht en slaap', ideas: [muziek] })

  const [ria, samir] = [await joinByQr(it, plein.at(plein.plein.links.join)), await joinByQr(it, plein.at(plein.plein.links.join))]
  await plein.enter('write')
  const field = owner.getByLabel(shared.staged.label)
  await owner.getByText(shared.staged.seen).waitFor()
  await expect.poll(() => field.getAttribute('readonly')).toBeNull()
  await beamer.getByText(screen.staged.empty).waitFor()
  await ria.getByText(phone.staged.none).waitFor()

  // One place to write: the draft that the room does not see is folded, and one tap away.
  const draft = owner.getByLabel(w.draft.label)
  expect(await draft.isVisible()).toBe(false)
  await button(owner, w.draft.heading).click()
  await draft.fill('Van wie is de havenkade in de nacht?')
  await button(owner, w.draft.heading).press('Enter')
  expect(await draft.isVisible()).toBe(false)
  await button(owner, shared.staged.fromDraft).click()
  await beamer.locator('.staged-words', { hasText: 'in de nacht' }).waitFor()
  await field.fill('')

  // From the question of now, letter by letter.
  await button(owner, shared.staged.begin).click()
  for (const page of [beamer, small]) await page.locator('.staged-words', { hasText: question }).waitFor()
  await field.fill('')
  await field.pressSequentially(words.slice(0, 24))
  for (const page of [beamer, small])
    await expect.poll(() => page.locator('.staged-words').innerText(), soon).toBe(words.slice(0, 24).trimEnd())
  for (const page of [ria, samir]) await expect.poll(() => page.locator('.staged').innerText(), soon).toBe(words.slice(0, 24).trimEnd())

  expect(await beamer.locator('.staged-pen').count()).toBe(1)

  // The room goes on and comes back, and the line falls meanwhile: no letter is lost, and nobody loses the cursor.
  await field.pressSequentially(words.slice(24, 30))
  await plein.enter('plenary')
  await owner.getByText(shared.staged.rests).waitFor()
  await owner.context().setOffline(true)
  await field.pressSequentially(words.slice(30, 40))
  await plein.enter('write')
  await owner.context().setOffline(false)
  await field.pressSequentially(words.slice(40))
  expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
  for (const page of [beamer, small]) await expect.poll(() => page.locator('.staged-words').innerText(), soon).toBe(words)
  for (const page of [ria, samir]) await expect.poll(() => page.locator('.staged').innerText(), soon).toBe(words)
  await owner.getByRole('status').getByText(shared.staged.saved).waitFor()

  // Two say something, and nobody hears of it; the third makes the picture.
  const tap = async (page: typeof ria, name: string) => {
    await button(page, name).click()
    await expect.poll(() => button(page, name).getAttribute('aria-pressed'), soon).toBe('true')
  }
  await tap(ria, phone.staged.touches)
  await tap(samir, phone.staged.off)
  await owner.getByText(shared.staged.few).waitFor()
  expect(await beamer.getByText(screen.staged.resonance(1, 1)).count()).toBe(0)
  ok(await fatma.ask({ type: 'tap.set', on: 'resonance', phase: plein.phase('write'), value: 'touches' }))
  for (const page of [owner, ria]) await page.getByText(shared.staged.resonance(2, 1), { exact: true }).first().waitFor()
  for (const page of [beamer, small]) await page.getByText(screen.staged.resonance(2, 1)).waitFor()

  const problems: string[] = []
  const look = async (name: string, page: typeof beamer, whole = true) => {
    await still(page)
    if (pictures) await page.screenshot({ path: `${pictures}/stage-${name}.png`, fullPage: whole })
    for (const problem of [...(await misfits(page)), ...(await violations(page))]) problems.push(`${name}: ${problem}`)
  }
  await look('screen', beamer, false)
  await look('screen-small', small, false)
  await look('phone', ria)
  await samir.setViewportSize({ width: 320, height: 568 })
  await look('phone-narrow', samir)
  await look('owner', owner)
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'question')
  await desk.getByLabel(shared.staged.label).waitFor()
  await desk.getByText(shared.staged.resonance(2, 1), { exact: true }).waitFor()
  await look('desk', desk)
  // The sheet scrolls, and never the page with its header.
  expect(await desk.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0)

  const staged = owner.getByRole('region', { name: shared.staged.heading })
  await staged.locator('summary', { hasText: w.draft.stagedSources(0) }).click()
  await staged.getByRole('checkbox', { name: 'Nacht en slaap' }).check()
  await staged.getByRole('checkbox', { name: voices[1]! }).check()
  await button(staged, w.draft.adoptStaged).click()
  // In words what stands in the picture: the change first, then the writing again.
  for (const now of [coach.shown.reframe, coach.shown.stage]) await desk.locator('.on-screen-now', { hasText: now }).waitFor()
  await ria.locator('.plate-text', { hasText: words }).first().waitFor()
  const link = () => [...board.doc.getMap<{ order: number }>('framings').values()].find(({ order }) => order === 1)
  await expect.poll(link, soon).toMatchObject({ text: words, by: 'owner', form: 'room', resonance: { touches: 2, off: 1 } })
  expect((link() as unknown as { sources: unknown[] }).sources).toHaveLength(2)
  await owner.getByText(shared.chain.arose(shared.chain.forms.room, shared.source.by.owner, shared.staged.resonance(2, 1))).waitFor()
  expect(await field.inputValue()).toBe(words)
  expect(problems).toEqual([])
  expect(it.faults).toEqual([])
})
