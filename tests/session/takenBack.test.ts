import { expect, test } from 'vitest'
import { makeOutbox, type Outgoing } from '../../client/session/outbox.ts'
import { type OwnState, ownLine } from '../../client/session/ownIdeas.ts'
import { makeOwnStore } from '../../client/session/ownStore.ts'
import { memoryShelf, type Shelf } from '../../client/session/shelf.ts'
import type { Answer, Mine } from '../../shared/wire/messages.ts'

/** Fatma's phone: a line that the test holds, and what has gone over it. */
const phone = async (shelf: Shelf = memoryShelf(), named = 'a') => {
  const sent: string[] = []
  const [flights, waiting]: [((answer: Answer | null) => void)[], (() => void)[]] = [[], []]
  const known: Record<string, Mine> = {}
  let live = false
  let made = 0
  const parts = { shelf, id: () => `${named}${++made}`, now: () => 1000 }
  const outbox = makeOutbox({
    ...parts,
    attempt: (_, command: Outgoing) =>
      new Promise((settle) => {
        sent.push('text' in command ? command.text : command.type)
        flights.push(settle)
      }),
    whenLive: () => new Promise((go) => (live ? go() : waiting.push(go))),
    pause: async () => {},
  })
  const own = makeOwnStore({ ...parts, outbox, ask: async () => (live ? { ok: true, ideas: known } : null) })
  await outbox.start()
  await own.start()
  return {
    outbox,
    own,
    shelf,
    sent,
    known,
    line: () => own.picture().ideas.map((it) => ownLine(it, outbox.entries(), own.picture().mine[it.key], live))[0]!,
    back: () => {
      live = true
      for (const go of waiting.splice(0)) go()
    },
    answer: (said: Answer | null) => flights.shift()!(said),
  }
}
const writes = { as: 'idea', text: 'Dit had ik niet moeten schrijven', phase: 'p' } as const
const stored = async (shelf: Shelf) => (await shelf.all()).map(([key]) => key.split(':')[0])

test('S1 I11 what Fatma takes back before it left never leaves, nor what she did with it meanwhile; her phone says so at once and keeps the words', async () => {
  const fatma = await phone()
  const key = await fatma.own.post(writes)
  void fatma.own.send({ type: 'idea.edit', key, text: 'Nog erger' })
  void fatma.own.send({ type: 'idea.place', key, cluster: 'c' })
  expect(fatma.line().state).toBe('held')
  const answer = fatma.own.send({ type: 'idea.withdraw', key })
  expect(fatma.line()).toMatchObject({ state: 'withdrawn', text: 'Nog erger' })
  expect(await answer).toEqual({ ok: true })
  await expect.poll(() => stored(fatma.shelf)).toEqual(['idea'])
  const next = await fatma.own.post({ ...writes, text: 'Liever dit' })
  fatma.back()
  await expect.poll(() => fatma.sent).toEqual(['Liever dit'])
  fatma.answer({ ok: true })
  await expect.poll(() => fatma.outbox.entries()).toEqual([])
  expect([fatma.sent, fatma.line().state, next === key]).toEqual([['Liever dit'], 'withdrawn', false])

  const again = await phone(fatma.shelf, 'b')
  again.back()
  expect(again.line()).toMatchObject({ state: 'withdrawn', text: 'Nog erger' })
})

test.each<[string, Answer | null]>([
  ['was answered', { ok: true }],
  ['was not answered', null],
])('I11 what was sent, and %s, is withdrawn at the server after it', async (_, first) => {
  const fatma = await phone()
  fatma.back()
  const key = await fatma.own.post(writes)
  await expect.poll(() => fatma.sent.length).toBe(1)
  const gone = fatma.own.send({ type: 'idea.withdraw', key })
  expect(fatma.line().state).toBe<OwnState>('withdrawn')
  fatma.answer(first)
  if (first === null) {
    await expect.poll(() => fatma.sent.length).toBe(2)
    fatma.answer({ ok: true })
  }
  await expect.poll(() => fatma.sent.at(-1)).toBe('idea.withdraw')
  fatma.answer({ ok: true })
  expect(await gone).toEqual({ ok: true })
  expect(fatma.line().state).toBe('withdrawn')
})

test('S1 I11 new words and a place that had not left yet when she took it back never leave, though the idea itself had; her phone keeps them', async () => {
  const fatma = await phone()
  fatma.back()
  const key = await fatma.own.post(writes)
  await expect.poll(() => fatma.sent.length).toBe(1)
  const edit = fatma.own.send({ type: 'idea.edit', key, text: 'Nog erger' })
  void fatma.own.send({ type: 'idea.place', key, cluster: 'c' })
  const gone = fatma.own.send({ type: 'idea.withdraw', key })
  expect(await edit).toEqual({ ok: true })
  fatma.answer({ ok: true })
  await expect.poll(() => fatma.sent).toEqual([writes.text, 'idea.withdraw'])
  await expect.poll(() => stored(fatma.shelf)).toEqual(['idea', 'out'])
  fatma.answer({ ok: true })
  expect(await gone).toEqual({ ok: true })
  expect(fatma.line()).toMatchObject({ state: 'withdrawn', text: 'Nog erger' })
})

test('S1 I11 words for a card that a coach asked about go with the card', async () => {
  const { outbox, sent, back, answer } = await phone()
  void outbox.add({ type: 'card.seal', key: 'k', text: 'Alleen voor de coach' })
  back()
  await expect.poll(() => sent.length).toBe(1)
  void outbox.add({ type: 'card.allow', key: 'k', as: 'own', words: 'Voor de zaal' })
  void outbox.add({ type: 'card.withdraw', key: 'k' })
  answer({ ok: true })
  await expect.poll(() => sent).toEqual(['Alleen voor de coach', 'card.withdraw'])
})

test('S1 I11 a page that goes in the middle of taking back leaves nothing that the next one sends', async () => {
  const disk = memoryShelf()
  // Gone before it could take anything off the disk.
  const before = await phone({ ...disk, remove: async () => {} })
  const key = await before.own.post(writes)
  await before.own.send({ type: 'idea.withdraw', key })
  expect((await stored(disk)).sort()).toEqual(['idea', 'out', 'out'])
  const after = await phone(disk, 'b')
  after.back()
  await after.own.post({ ...writes, text: 'Liever dit' })
  await expect.poll(() => after.sent).toEqual(['Liever dit'])
  expect(after.line().state).toBe('withdrawn')
})

test('I11 what another page of this phone sent all the same is withdrawn as soon as the server says that it has it', async () => {
  const fatma = await phone()
  const key = await fatma.own.post(writes)
  await fatma.own.send({ type: 'idea.withdraw', key })
  const { text, phase, as } = writes
  fatma.known[key] = { state: 'shared', idea: 'i', as, text, edit: null, phase, cluster: null, who: null, by: null }
  fatma.back()
  await fatma.own.poll()
  await expect.poll(() => fatma.sent).toEqual(['idea.withdraw'])
  expect(fatma.line().state).toBe('withdrawn')
  await fatma.own.poll()
  expect(fatma.outbox.entries()).toHaveLength(1)
})
