import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { phone as w } from '../../client/words/phone.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import { claim, join } from '../support/phone.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { button, sizes, theatre } from '../support/views.ts'

const kinds: PhaseKind[] = ['welcome', 'ideas', 'reframe', 'plenary']
const said = 'Meer licht bij de trap naar het water'

test('S1 S2 L4 a phone from the door to the way home: refused, in, ready, looking along, its idea in the question, saved, wiped', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const server = { origin: it.server.origin } as TestServer
  const made = await fetch(`${it.server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Plein Oost', dilemma: 'Wie zorgt er voor de kade?', programme: kinds.map((kind) => ({ kind })) }),
  })
  const plein = (await made.json()) as MadePlein
  const coach = await claim(server, 'Anneke', plein.links.coach)
  await join(server, 'Joost', plein)
  const [board, desk] = [coach.open('board').doc, coach.open('desk').doc]
  const ok = async (command: Parameters<typeof coach.ask>[0]) => expect(await coach.ask(command)).toMatchObject({ ok: true })
  const crowd = () => coach.told.crowds.at(-1)

  const ria = await it.device({ width: 320, height: 640 })
  await ria.addInitScript(() => {
    const spoken: string[] = []
    const voice = (name: string, localService: boolean) => ({ name, lang: 'nl-NL', localService, default: false })
    Object.assign(window, {
      spoken,
      SpeechSynthesisUtterance: function utter(this: { text: string }, text: string) {
        this.text = text
      },
    })
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => [voice('far', false), voice('near', true)],
        speak: (it: { text: string; voice: { name: string } }) => spoken.push(`${it.voice.name}: ${it.text}`),
        cancel: () => spoken.push('stop'),
        addEventListener: () => {},
        removeEventListener: () => {},
      },
    })
  })
  await ria.goto(it.origin)
  const code = ria.getByLabel(w.join.code)
  await code.fill('bcd fgh')
  await button(ria, w.join.go).click()
  await ria.getByText(w.join.incomplete(6)).waitFor()
  expect(await code.evaluate((field) => field === document.activeElement)).toBe(true)
  await code.fill(plein.code.startsWith('B') ? 'ccc cccc' : 'bbb bbbb')
  await button(ria, w.join.go).click()
  await ria.getByText('Kijk op het scherm in de zaal').waitFor()
  await ok({ type: 'door.set', locked: true })
  await code.fill(` ${plein.code.toLowerCase().replace('-', ' ')} `)
  await button(ria, w.join.go).click()
  await ria.getByRole('heading', { name: w.join.stops.locked.heading }).waitFor()
  await ok({ type: 'door.set', locked: false })
  await button(ria, w.join.again).click()
  await ria.getByRole('heading', { name: w.inside.prepared.heading }).waitFor()

  await ok({ type: 'plein.open' })
  await ok({ type: 'phase.next' })
  const field = ria.getByLabel(w.write.idea.label, { exact: true })
  await field.waitFor()
  await ria.getByText(w.write.never).waitFor()
  // The action stands at the bottom of the window, and clear of the field that has the focus.
  await field.focus()
  const [action, place] = [await button(ria, w.write.idea.send).boundingBox(), await field.boundingBox()]
  expect(action!.y + action!.height).toBeGreaterThan(640 - 30)
  expect(action!.y + action!.height).toBeLessThanOrEqual(640)
  expect(action!.height).toBeGreaterThanOrEqual(48)
  expect(place!.y + place!.height).toBeLessThan(action!.y)
  await field.fill(said)
  await button(ria, w.write.idea.send).click()
  const card = ria.locator('.own li', { hasText: said })
  await card.getByText(w.own.state.sent).waitFor()
  // Its state is seen once, where the idea stands, and heard once.
  const seen = ria.getByText(w.own.state.sent).filter({ visible: true })
  await expect.poll(() => seen.evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height > 2).length)).toBe(1)
  await expect.poll(() => ria.getByRole('status').filter({ hasText: w.own.state.sent }).count()).toBe(1)
  await ria.getByText(w.write.promises).waitFor()

  await button(ria, w.signals.ready).click()
  await button(ria, w.signals.hand).click()
  await expect.poll(() => [crowd()?.ready, crowd()?.hands]).toEqual([1, 1])
  await ria.getByText(w.signals.areReady(1)).waitFor()
  await button(ria, w.signals.ready).click()
  await button(ria, w.signals.hand).click()
  await expect.poll(() => [crowd()?.ready, crowd()?.hands]).toEqual([0, 0])
  expect(JSON.stringify(coach.hello())).not.toContain(said)

  // Only what the desk has heard of is released.
  await expect.poll(() => desk.getMap('ideas').size).toBe(1)
  await ok({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await card.getByText(w.own.state.shared).waitFor()
  await expect.poll(() => board.getMap('ideas').size).toBe(1)
  const idea = [...board.getMap('ideas').keys()][0]!
  await ok({ type: 'cluster.create', name: 'Licht', ideas: [idea] })
  await card.getByText(w.own.group('Licht')).waitFor()

  // One idea before the room: an invitation, and nothing moves until it is taken.
  await ok({ type: 'screen.show', show: { on: 'idea', idea } })
  await ria.getByText(w.look.invitation.idea).waitFor()
  expect(await ria.locator('.look-along').getAttribute('open')).toBeNull()
  await button(ria, w.look.go).click()
  await ria.locator('.look-page').getByText(said).waitFor()
  await ria.locator('.look-page').getByRole('status').getByText('Eén idee uit de groep ‘Licht’.').waitFor()
  await ria
    .locator('.look-page')
    .getByRole('button', { name: /^Lees voor/ })
    .click()
  const spoken = () => ria.evaluate(() => (window as unknown as { spoken: string[] }).spoken)
  expect(await spoken()).toEqual(['stop', `near: ${said}`])
  await ria.locator('.look-page').getByRole('button', { name: w.aloud.stop }).click()
  expect((await spoken()).at(-1)).toBe('stop')

  await ok({ type: 'screen.show', show: { on: 'phase', page: null } })
  await ok({ type: 'phase.next' })
  const now = 'Wie zorgt er samen voor licht op de kade?'
  await expect.poll(() => board.getMap('clusters').size).toBe(1)
  const [cluster] = [...board.getMap('clusters').keys()]
  await ok({ type: 'framing.adopt', text: now, sources: [{ kind: 'cluster', id: cluster! }] })
  await ria.locator('.plate-caption', { hasText: w.question.yours }).first().waitFor()
  // One sentence in one live region.
  const spokenNow = ria.locator('[role=status]', { hasText: shared.chain.spoken('Wie zorgt er voor de kade?', now) })
  await spokenNow.waitFor({ state: 'attached' })
  expect(await spokenNow.count()).toBe(1)
  const wim = await it.device(sizes.phone)
  // A page that is loaded again before the button was pressed still has its ticket; once in, the tab has it no more.
  await wim.addInitScript(() => {
    const shifts = { sum: 0 }
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shifts.sum += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const shifts = () => wim.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum)
  await wim.goto(plein.links.join.replace(/^https?:\/\/[^/]+/, it.origin))
  await button(wim, w.join.go).waitFor()
  expect(wim.url()).not.toContain('#')
  await wim.reload()
  await wim.getByText(w.join.ticket).waitFor()
  await wim.evaluate(() => document.fonts.ready)
  expect(await shifts()).toBeLessThanOrEqual(0.02)
  await button(wim, w.join.go).click()
  await wim.waitForURL('**/p/*')
  expect(await wim.evaluate(() => sessionStorage.length)).toBe(0)
  await wim.reload()
  await wim.locator('.plate-caption', { hasText: 'Licht' }).first().waitFor()
  expect(await wim.getByText(w.question.yours).count()).toBe(0)
  expect(await shifts()).toBeLessThanOrEqual(0.02)

  const proposal = ria.getByLabel(w.write.proposal.label, { exact: true })
  await proposal.pressSequentially('Wie durft het licht te v')
  await ok({ type: 'plein.close', confirmed: true })
  await ria.getByText(w.held.closed).waitFor()
  expect(await proposal.inputValue()).toBe('Wie durft het licht te v')
  await button(ria, w.held.go).click()
  await ria.getByRole('heading', { name: w.closed.home }).waitFor()
  await ria.getByText('Wie durft het licht te v').waitFor()
  const found = await new AxeBuilder({ page: ria }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(found.violations.map(({ id }) => id)).toEqual([])
  const [file] = await Promise.all([ria.waitForEvent('download'), button(ria, w.closed.save).click()])
  expect(file.suggestedFilename()).toBe(w.closed.fileName)
  const saved = await new Response((await file.createReadStream()) as never).text()
  for (const text of [said, now, 'Wie zorgt er voor de kade?', w.closed.notShared]) expect(saved).toContain(text)

  // A second tab holds the same database open; wiping takes it from under both.
  const other = await ria.context().newPage()
  await other.goto(ria.url())
  await other.getByRole('heading', { name: w.closed.home }).waitFor()
  const kept = () =>
    ria.evaluate(async () => [
      ...Object.entries(localStorage).flat(),
      ...Object.entries(sessionStorage).flat(),
      ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
      document.title,
      document.cookie,
    ])
  const ofThePlein = async () =>
    (await kept()).filter((one) => one.includes(plein.id) || one.includes('Plein Oost') || one.includes('durft'))
  await button(ria, w.closed.wipe).click()
  await ria.getByText(w.closed.wipeHelp).waitFor()
  expect((await ofThePlein()).length).toBeGreaterThanOrEqual(4)
  await button(ria, w.closed.wipeYes).click()
  await ria.getByText(w.closed.wiped).waitFor()
  await expect.poll(ofThePlein).toEqual([])
  await expect.poll(() => ria.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  expect(it.faults).toEqual([])
})
