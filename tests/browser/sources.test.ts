/** What was ticked as a source leaves the board before the wording is adopted: nobody is held up, and the chain names nothing wrong. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach } from '../../client/words/coach.nl.ts'
import { owner } from '../../client/words/owner.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { type Led, led, ok } from '../support/led.ts'
import { join, type Phone } from '../support/phone.ts'
import { button, openDesk, openScreen, press, sheet, sizes, type Theatre, theatre } from '../support/views.ts'

const soon = { timeout: 20_000, interval: 50 }
const w = coach.question

type Link = { text: string; order: number; sources: { kind: string; id: string }[] }
const now = (plein: Led): Link =>
  [...plein.coach.opened('board').doc.getMap<Link>('framings').values()].sort((a, b) => b.order - a.order)[0]!
const ideasOn = (plein: Led, document: 'board' | 'desk') => plein.coach.opened(document).doc.getMap<{ text: string }>('ideas')
const idOf = (plein: Led, text: string) => [...ideasOn(plein, 'board')].find(([, idea]) => idea.text === text)![0]

/** Two ideas of Fatma's on the board, and the question is being worked on. */
const begun = async (): Promise<{ it: Theatre; plein: Led; fatma: Phone; keys: string[] }> => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie mag er op de havenkade staan?', ['ideas', 'reframe'])
  await plein.ask({ type: 'plein.open' })
  const fatma = await join(plein.server, 'Fatma', plein.plein)
  const texts = ['Minder hekken', 'Meer bankjes']
  const keys = texts.map((text) => fatma.key(text))
  for (const [at, text] of texts.entries())
    ok(await fatma.ask({ type: 'idea.post', key: keys[at]!, as: 'idea', text, phase: plein.phase('ideas') }))
  await expect.poll(() => ideasOn(plein, 'desk').size, soon).toBe(2)
  await plein.ask({ type: 'ideas.release', ideas: 'all' })
  await expect.poll(() => ideasOn(plein, 'board').size, soon).toBe(2)
  await plein.enter('reframe')
  return { it, plein, fatma, keys }
}
const tick = async (desk: Page, list: string, name: string) => {
  await desk.locator('.sources summary', { hasText: list }).click()
  await desk.getByRole('checkbox', { name }).check()
}

test('F2 F4 a source that its author takes back is left out and told, and the coach changes the question', async () => {
  const { it, plein, fatma, keys } = await begun()
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'question')
  const field = desk.getByLabel(w.text, { exact: true })
  await field.fill('Van wie is de kade?')
  await tick(desk, w.sourceIdeas, 'Minder hekken')
  await desk.getByRole('checkbox', { name: 'Meer bankjes' }).check()
  const bankjes = idOf(plein, 'Meer bankjes')
  ok(await fatma.ask({ type: 'idea.withdraw', key: keys[0]! }))
  await desk.getByText(shared.chain.sourcesGone(1), { exact: true }).waitFor()
  // A reload does not make it another form.
  await desk.reload()
  await sheet(desk, 'question')
  await desk.getByText(shared.chain.sourcesGone(1), { exact: true }).waitFor()
  await button(desk, w.go).click()
  await expect.poll(() => now(plein).text, soon).toBe('Van wie is de kade?')
  expect(now(plein).sources).toEqual([{ kind: 'idea', id: bankjes }])

  // It goes with the answer; what is written from then on is the next wording.
  await expect.poll(() => field.inputValue(), soon).toBe('')
  // Hidden and shown again, it is ticked again: nobody has to find it twice.
  await field.fill('En ’s avonds?')
  await tick(desk, w.sourceIdeas, 'Meer bankjes')
  await plein.ask({ type: 'idea.hide', ideas: [bankjes] })
  await desk.getByText(shared.chain.sourcesGone(1), { exact: true }).waitFor()
  await plein.ask({ type: 'idea.show', ideas: [bankjes] })
  await expect.poll(() => desk.getByText(shared.chain.sourcesGone(1), { exact: true }).count(), soon).toBe(0)
  expect(await desk.getByRole('checkbox', { name: 'Meer bankjes' }).isChecked()).toBe(true)

  // A wording that is dropped takes its sources along.
  await field.fill('')
  await field.fill('Heel andere vraag?')
  await button(desk, w.go).click()
  await expect.poll(() => now(plein).text, soon).toBe('Heel andere vraag?')
  expect(now(plein).sources).toEqual([])
  expect(it.faults).toEqual([])
})

test('F2 C3 a group that another coach merges is ticked, told and shown as what it became', async () => {
  const { it, plein } = await begun()
  const group = async (name: string, idea: string) =>
    String((await plein.ask({ type: 'cluster.create', name, ideas: [idOf(plein, idea)] }))['cluster'])
  const [hekken, zitten] = [await group('Zonder hekken', 'Minder hekken'), await group('Zitten', 'Meer bankjes')]
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'question')
  await desk.getByLabel(w.text, { exact: true }).fill('Van wie is de kade?')
  await tick(desk, w.sourceGroups, 'Zonder hekken')
  await plein.ask({ type: 'cluster.merge', from: hekken, into: zitten })
  await expect.poll(() => desk.getByRole('checkbox', { name: 'Zonder hekken' }).count(), soon).toBe(0)
  // Into what it went comes with another document than that it went.
  await expect.poll(() => desk.getByRole('checkbox', { name: 'Zitten' }).isChecked(), soon).toBe(true)
  expect(await desk.getByText(shared.chain.sourcesGone(1), { exact: true }).count()).toBe(0)
  await button(desk, w.go).click()
  await expect.poll(() => now(plein).text, soon).toBe('Van wie is de kade?')
  expect(now(plein).sources).toEqual([{ kind: 'cluster', id: zitten }])

  // The wording is there already when its group is merged: every view goes on naming where it came from.
  const alles = String((await plein.ask({ type: 'cluster.create', name: 'Alles', ideas: [] }))['cluster'])
  await plein.ask({ type: 'cluster.merge', from: zitten, into: alles })
  const beamer = await openScreen(it, desk)
  await beamer.getByText('Alles').first().waitFor()
  const phone = await it.device(sizes.phone)
  await phone.goto(plein.at(plein.plein.links.owner))
  await phone.getByText('Alles').first().waitFor()
  await sheet(desk, 'question')
  await desk.locator('.chain-sources > summary', { hasText: 'Alles' }).waitFor()
  expect(it.faults).toEqual([])
})

test('F2 F3 a proposal that is taken back while its words stand in the form is left out and told', async () => {
  const { it, plein, fatma } = await begun()
  const key = fatma.key('voorstel')
  ok(await fatma.ask({ type: 'idea.post', key, as: 'proposal', text: 'Van wie is de kade?', phase: plein.phase('reframe') }))
  await expect.poll(() => ideasOn(plein, 'desk').size, soon).toBe(1)
  await plein.ask({ type: 'ideas.release', ideas: 'all' })
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'question')
  const field = desk.getByLabel(w.text, { exact: true })
  await field.fill('Van de buurt?')
  await tick(desk, w.sourceIdeas, 'Minder hekken')
  await press(button(desk.locator('li', { hasText: 'Van wie is de kade?' }), w.take))
  expect(await field.inputValue()).toBe('Van wie is de kade?')
  await desk.getByText(w.fromProposal).waitFor()
  ok(await fatma.ask({ type: 'idea.withdraw', key }))
  await desk.getByText(shared.chain.proposalGone, { exact: true }).waitFor()
  await button(desk, w.go).click()
  await expect.poll(() => now(plein).text, soon).toBe('Van wie is de kade?')
  // What was ticked for the words before is no source of these.
  expect(now(plein)).toMatchObject({ by: 'coach', sources: [] })
})

test('F2 F4 a source that is hidden does not keep the owner from adopting, nor one of a draft that was emptied', async () => {
  const { it, plein } = await begun()
  const page = await it.device(sizes.desk)
  await page.goto(plein.at(plein.plein.links.owner))
  const draft = page.getByLabel(owner.draft.label)
  await draft.fill('Van wie is de kade?')
  await page.locator('summary', { hasText: owner.draft.sources(0) }).click()
  await page.getByRole('checkbox', { name: 'Minder hekken' }).check()
  await page.getByRole('checkbox', { name: 'Meer bankjes' }).check()
  const bankjes = idOf(plein, 'Meer bankjes')
  await plein.ask({ type: 'idea.hide', ideas: [idOf(plein, 'Minder hekken')] })
  await page.getByText(shared.chain.sourcesGone(1), { exact: true }).waitFor()
  await page.locator('summary', { hasText: owner.draft.sources(1) }).waitFor()
  await button(page, owner.draft.adopt).click()
  await expect.poll(() => now(plein).text, soon).toBe('Van wie is de kade?')
  expect(now(plein).sources).toEqual([{ kind: 'idea', id: bankjes }])

  await draft.fill('En ’s avonds?')
  await page.getByRole('checkbox', { name: 'Meer bankjes' }).check()
  await draft.fill('')
  await draft.fill('Heel andere vraag?')
  await button(page, owner.draft.adopt).click()
  await expect.poll(() => now(plein).text, soon).toBe('Heel andere vraag?')
  expect(now(plein).sources).toEqual([])
  expect(it.faults).toEqual([])
})
