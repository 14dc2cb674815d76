/** In the moment in which something is answered: what the phone shows of its own ideas goes on from what was sent, and never back to before it. */
import { expect, test } from 'vitest'
import { type CardLine, makeOwnCards } from '../../client/cards/ownCards.ts'
import type { Contributing } from '../../client/session/contributing.ts'
import { makeOutbox, type Outgoing } from '../../client/session/outbox.ts'
import { type OwnLine, ownLine } from '../../client/session/ownIdeas.ts'
import { makeOwnStore } from '../../client/session/ownStore.ts'
import { memoryShelf, type Shelf } from '../../client/session/shelf.ts'
import type { Answer, Mine, MyCard } from '../../shared/wire/messages.ts'

/** Ria's phone: the test answers what it sends and what it asks, and hears all that it shows, also what stands there for no time at all. */
const phone = (shelf: Shelf = memoryShelf(), named = 'a') => {
  const sent: { command: Outgoing; answer: (said: Answer) => void }[] = []
  const asks: ((ideas: Record<string, Mine>, cards?: Record<string, MyCard>) => void)[] = []
  const shown: OwnLine[][] = []
  let made = 0
  const parts = { shelf, id: () => `${named}${++made}`, now: () => 1000, chance: () => 0 }
  const outbox = makeOutbox({
    ...parts,
    attempt: (_, command) => new Promise((answer) => sent.push({ command, answer })),
    whenLive: async () => {},
    pause: async () => {},
  })
  const ask = () =>
    new Promise<Answer>((answer) =>
      asks.push((ideas, cards) => answer({ ok: true, ...structuredClone({ ideas, ...(cards ? { cards } : {}) }) })),
    )
  const own = makeOwnStore({ ...parts, outbox, ask })
  const lines = () => own.picture().ideas.map((it) => ownLine(it, outbox.entries(), own.picture().mine[it.key], true))
  const look = () => void shown.push(lines())
  outbox.subscribe(look)
  own.subscribe(look)
  const ready = outbox.start().then(own.start)
  const next = async <T>(list: T[]): Promise<T> => {
    await expect.poll(() => list.length).toBeGreaterThan(0)
    return list.shift()!
  }
  return { own, outbox, ask: () => next(asks), asking: ask, shelf, shown, lines, ready, sent: () => next(sent) }
}
const mine = (more: Partial<Mine>): Mine => ({
  state: 'shared',
  idea: 'i',
  as: 'idea',
  text: 'Meer bomen',
  edit: null,
  phase: 'p',
  cluster: 'c',
  who: null,
  by: null,
  ...more,
})
const writes = { as: 'idea', text: 'Meer bomen', phase: 'p' } as const
const ok: Answer = { ok: true }

/** With an idea of which the server said this. */
const withIdea = async (said: Partial<Mine>) => {
  const ria = phone()
  await ria.ready
  const key = await ria.own.post(writes)
  ;(await ria.sent()).answer(ok)
  ;(await ria.ask())({ [key]: mine(said) })
  await expect.poll(() => ria.lines()[0]?.cluster).toBe('c')
  ria.shown.length = 0
  return { ria, key }
}

test('G1 who has said whether a name fits is not asked again in the moment in which that arrives', async () => {
  const { ria, key } = await withIdea({ asked: true })
  expect(ria.lines()[0]?.asked).toBe(true)
  void ria.own.send({ type: 'cluster.verify', key, cluster: 'c', name: 'Groen', answer: 'yes' })
  ;(await ria.sent()).answer(ok)
  ;(await ria.ask())({ [key]: mine({}) })
  expect(ria.shown.length).toBeGreaterThan(2)
  expect(ria.shown.map(([line]) => line?.asked)).not.toContain(true)
})

test('I10 what was asked before a change was answered, and is told after it, does not bring the former words back', async () => {
  const { ria, key } = await withIdea({ state: 'waiting' })
  void ria.own.poll()
  const late = await ria.ask()
  void ria.own.send({ type: 'idea.edit', key, text: 'Veel meer bomen' })
  ;(await ria.sent()).answer(ok)
  await expect.poll(() => ria.lines()[0]).toMatchObject({ text: 'Veel meer bomen', changing: 'no' })
  late({ [key]: mine({ state: 'waiting' }) })
  ;(await ria.ask())({ [key]: mine({ state: 'shared', text: 'Veel meer bomen' }) })
  await expect.poll(() => ria.lines()[0]?.state).toBe('shared')
  expect(new Set(ria.shown.map(([line]) => line?.text))).toEqual(new Set(['Veel meer bomen']))
})

test('L4 of an idea that an earlier page left unsent it is asked what became of it once it has arrived', async () => {
  const before = phone()
  const key = await before.own.post(writes)
  await before.sent()
  const ria = phone(before.shelf, 'b')
  // What is asked as the page opens, the server does not know yet.
  ;(await ria.ask())({})
  const { command, answer } = await ria.sent()
  expect(command).toMatchObject({ type: 'idea.post', key })
  answer(ok)
  ;(await ria.ask())({ [key]: mine({}) })
  await expect.poll(() => ria.lines()[0]?.state).toBe('shared')
})

test('J2 J4 a card never looks unsealed, unanswered or there again in the moment in which that arrives, nor by what was asked before it', async () => {
  const ria = phone()
  await ria.ready
  const cards = makeOwnCards({ ...ria, takes: () => true, start: () => {} } as unknown as Contributing, ria.asking)
  const looks: (readonly CardLine[])[] = []
  const stateOf = ([line]: readonly CardLine[]) => (line ? (line.sending ? 'sending' : (line.said?.answer?.as ?? 'sealed')) : 'none')
  const states = () => [...new Set(looks.map(stateOf))]
  void cards.seal('Niemand luistert')
  const sealing = await ria.sent()
  const { key } = sealing.command as { key: string }
  cards.subscribe(() => looks.push(cards.lines()))
  sealing.answer(ok)
  const asked = { text: 'Niemand luistert', asked: { words: 'Er wordt niet geluisterd' }, answer: null }
  ;(await ria.ask())({}, { [key]: asked })
  await expect.poll(() => cards.lines()[0]?.said?.asked).toEqual(asked.asked)
  expect(states()).toEqual(['sealed'])

  looks.length = 0
  void cards.poll()
  const late = await ria.ask()
  cards.allow(key, { as: 'coach', words: asked.asked.words })
  ;(await ria.sent()).answer(ok)
  const answer = { as: 'coach' as const, words: asked.asked.words }
  ;(await ria.ask())({}, { [key]: { ...asked, answer } })
  late({}, { [key]: asked })
  await expect.poll(() => cards.lines()[0]?.said?.answer).toEqual(answer)
  expect(states()).toEqual(['sending', 'coach'])

  looks.length = 0
  cards.withdraw(key)
  ;(await ria.sent()).answer(ok)
  await expect.poll(() => ria.outbox.entries()).toEqual([])
  expect([states(), cards.lines()]).toEqual([['none'], []])
})

test('I11 L1 an idea that is taken back after the Plein was closed for good does not stand as taken back, on the next page neither', async () => {
  const { ria, key } = await withIdea({})
  const said = ria.own.send({ type: 'idea.withdraw', key })
  ;(await ria.sent()).answer({ ok: false, error: { code: 'plein-sealed', message: '', remedy: 'rejected' } })
  expect(await said).toMatchObject({ ok: false })
  expect(ria.lines()[0]).toMatchObject({ state: 'shared', text: 'Meer bomen' })
  const next = phone(ria.shelf, 'b')
  ;(await next.ask())({})
  await next.ready
  expect(next.lines()[0]?.state).not.toBe('withdrawn')
})
