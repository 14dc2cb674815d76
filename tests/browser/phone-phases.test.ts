import { expect, test } from 'vitest'
import { phone as w } from '../../client/words/phone.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { dice } from '../../scripts/players/dice.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import { claim } from '../support/phone.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { button, sizes, theatre } from '../support/views.ts'

const kinds: PhaseKind[] = ['welcome', 'checkin', 'ideas', 'burst', 'cluster', 'vote', 'reframe', 'write', 'harvest', 'plenary', 'pause']
const changes = 100
const letters = 'enratiosdlgh vk'

/** Runs in the page. */
const whereFatmaIs = (field: HTMLTextAreaElement | HTMLElement) => ({
  text: (field as HTMLTextAreaElement).value,
  caret: (field as HTMLTextAreaElement).selectionStart,
  focus: document.activeElement === field,
  top: Math.round(field.getBoundingClientRect().top),
})

test(`L4 ${changes} random phase changes while Fatma writes: no letter lost, no focus moved, the caret where it was`, async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  console.log(`seed ${seed}`)
  const die = dice(seed)
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const server = { origin: it.server.origin } as TestServer
  const made = await fetch(`${it.server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Plein Oost', dilemma: 'Van wie is de stoep?', programme: kinds.map((kind) => ({ kind })) }),
  })
  const plein = (await made.json()) as MadePlein
  const coach = await claim(server, 'Anneke', plein.links.coach)
  coach.open('board')
  const phases = () => [...coach.opened('board').doc.getMap<{ kind: PhaseKind }>('phases')].map(([id, { kind }]) => ({ id, kind }))
  await expect.poll(() => phases().length).toBe(kinds.length)
  const enter = async (phase: string) => expect(await coach.ask({ type: 'phase.enter', phase })).toMatchObject({ ok: true })
  const ideas = phases().find(({ kind }) => kind === 'ideas')!.id
  await coach.ask({ type: 'plein.open' })
  await enter(ideas)

  // What a phase change is for a phone: a frame of the board that comes in, and then a page that is drawn.
  let frames = 0
  const fatma = await it.device(sizes.phone)
  fatma.on('websocket', (socket) => {
    if (socket.url().includes('/yjs/')) socket.on('framereceived', () => void frames++)
  })
  await fatma.goto(plein.links.join.replace(/^https?:\/\/[^/]+/, it.origin))
  await button(fatma, w.join.go).click()
  const field = fatma.getByLabel(w.write.idea.label, { exact: true })
  await field.click()
  let text = 'De stoep is van iedereen die er'
  await field.pressSequentially(text)
  let at = text.length
  const start = await field.evaluate(whereFatmaIs)
  expect(start).toMatchObject({ text, caret: at, focus: true })

  let current = ideas
  const drawn = () =>
    fatma.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))
  for (let change = 0; change < changes; change++) {
    const others = phases().filter(({ id }) => id !== current)
    current = others[die.below(others.length)]!.id
    const letter = letters[die.below(letters.length)]!
    if (die.below(3) === 0) {
      at = die.below(text.length + 1)
      await field.evaluate((it, to) => (it as HTMLTextAreaElement).setSelectionRange(to, to), at)
    }
    const before = frames
    // In the same moment, so that a key may fall before, in and after it.
    await Promise.all([enter(current), fatma.keyboard.type(letter)])
    text = text.slice(0, at) + letter + text.slice(at)
    at += 1
    await expect.poll(() => frames, { interval: 5 }).toBeGreaterThan(before)
    await drawn()
    expect(await field.evaluate(whereFatmaIs), `change ${change}, seed ${seed}`).toEqual({ text, caret: at, focus: true, top: start.top })
  }

  const pause = phases().find(({ kind }) => kind === 'pause')!.id
  if (current !== pause) await enter(pause)
  await button(fatma, w.held.go).click()
  const heading = fatma.getByRole('heading', { level: 1, name: shared.asks.pause })
  await heading.waitFor()
  await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true)
  await fatma.locator('.kept').getByText(text.trim()).waitFor()

  // Nobody writes now: the page goes along by itself, to the heading, and says so once.
  await enter(phases().find(({ kind }) => kind === 'plenary')!.id)
  const next = fatma.getByRole('heading', { level: 1, name: shared.asks.plenary })
  await next.waitFor()
  await expect.poll(() => next.evaluate((one) => one === document.activeElement)).toBe(true)
  await expect.poll(() => fatma.getByRole('status').filter({ hasText: w.now.plenary }).count()).toBe(1)

  await button(fatma, w.write.resume).click()
  await button(fatma, w.write.idea.send).click()
  const waiting = () => [...coach.opened('desk').doc.getMap<{ text: string }>('ideas').values()].map((idea) => idea.text)
  await expect.poll(waiting).toEqual([text])
  expect(it.faults).toEqual([])
})
