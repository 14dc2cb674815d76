import { afterEach, describe, expect, test, vi } from 'vitest'
import { gavePrefix } from '../../client/session/gave.ts'
import { makeOutbox, type Outgoing, window } from '../../client/session/outbox.ts'
import { memoryShelf, type Shelf } from '../../client/session/shelf.ts'
import type { Answer } from '../../shared/wire/messages.ts'

type Flight = { id: string; command: Outgoing; settle: (answer: Answer | null) => void }

/** A phone whose line the test holds in its hands. `away()` is a line on which nothing is sent. */
const phone = (shelf: Shelf = memoryShelf(), named = 'a') => {
  const flights: Flight[] = []
  let next = 0
  let online: Promise<void> = Promise.resolve()
  let goLive = () => {}
  const outbox = makeOutbox({
    shelf,
    attempt: (id, command) => new Promise((settle) => flights.push({ id, command, settle })),
    whenLive: () => online,
    pause: async () => {},
    id: () => `${named}${++next}`,
    now: () => 1000,
    chance: () => 0.5,
  })
  return {
    outbox,
    flights,
    shelf,
    away: () => {
      online = new Promise((resolve) => {
        goLive = resolve
      })
    },
    back: () => goLive(),
    sent: () => flights.map(({ command }) => ('text' in command ? command.text : command.type)),
  }
}
const writes = (key: string, text: string): Outgoing => ({ type: 'idea.post', key, as: 'idea', text, phase: 'p' })
const casts = (dots: Record<string, number>): Outgoing => ({ type: 'ballot.cast', round: 'r', dots })
const ok: Answer = { ok: true }
const refused = (
  code: 'too-many-ideas' | 'round-closed' | 'unknown-command',
  remedy: 'rejected' | 'retry' | 'upgrade' = 'rejected',
): Answer => ({
  ok: false,
  error: { code, message: 'Nee.', remedy },
})

describe('M5 what Samir gave', () => {
  test('M5 stays on his phone once it is answered, the last ballot of a round, and none that was refused or taken off', async () => {
    const samir = phone()
    const kept = async () => (await samir.shelf.all()).filter(([key]) => key.startsWith(gavePrefix))
    for (const [at, dots] of [{ a: 2 }, { a: 1, b: 1 }].entries()) {
      const { answer } = samir.outbox.add(casts(dots))
      await expect.poll(() => samir.flights.length).toBe(at + 1)
      samir.flights[at]!.settle(ok)
      await answer
      expect(await kept()).toEqual([[`${gavePrefix}r`, dots]])
    }
    const { answer } = samir.outbox.add(casts({ b: 2 }))
    await expect.poll(() => samir.flights.length).toBe(3)
    samir.flights[2]!.settle(refused('round-closed'))
    await answer
    expect(await kept()).toEqual([[`${gavePrefix}r`, { a: 1, b: 1 }]])
    await samir.shelf.clear()
    expect(await kept()).toEqual([])
  })
})

describe('L4 what Fatma sends waits on her phone until it is answered', () => {
  test('L2 silence is followed by the same id and the same words', async () => {
    const fatma = phone()
    const { answer } = fatma.outbox.add(writes('k1', 'Na zes uur is alles dicht.'))
    await expect.poll(() => fatma.flights.length).toBe(1)
    fatma.flights[0]!.settle(null)
    await expect.poll(() => fatma.flights.length).toBe(2)
    expect(fatma.flights[1]).toMatchObject({ id: fatma.flights[0]!.id, command: fatma.flights[0]!.command })
    fatma.flights[1]!.settle(ok)
    expect(await answer).toEqual(ok)
    expect(fatma.outbox.entries()).toEqual([])
    expect(await fatma.shelf.all()).toEqual([])
  })

  test('what a server of another version does not know waits for the next page, and nothing else waits for it', async () => {
    const shelf = memoryShelf()
    const fatma = phone(shelf)
    const { answer } = fatma.outbox.add(casts({ a: 2 }))
    fatma.outbox.add(writes('k1', 'Licht'))
    await expect.poll(() => fatma.flights.length).toBe(2)
    fatma.flights[0]!.settle(refused('unknown-command', 'upgrade'))
    fatma.flights[1]!.settle(ok)
    expect(await answer).toMatchObject({ ok: false, error: { remedy: 'upgrade' } })
    await expect.poll(() => fatma.outbox.entries().length).toBe(1)
    expect(fatma.flights).toHaveLength(2)
    const next = phone(shelf, 'b')
    await next.outbox.start()
    await expect.poll(() => next.flights.length).toBe(1)
    expect(next.flights[0]).toMatchObject({ id: fatma.flights[0]!.id, command: casts({ a: 2 }) })
  })

  test('L2 a server that is busy gets the same id again', async () => {
    const fatma = phone()
    fatma.outbox.add(writes('k1', 'Licht'))
    await expect.poll(() => fatma.flights.length).toBe(1)
    fatma.flights[0]!.settle(refused('too-many-ideas', 'retry'))
    await expect.poll(() => fatma.flights.length).toBe(2)
    expect(fatma.flights[1]!.id).toBe(fatma.flights[0]!.id)
  })

  test('L4 a reload goes on with what was waiting, in the same order and under the same ids', async () => {
    const before = phone()
    before.away()
    for (const [key, text] of [
      ['k1', 'een'],
      ['k2', 'twee'],
      ['k3', 'drie'],
    ] as const)
      await before.outbox.add(writes(key, text)).stored
    const ids = before.outbox.entries().map(({ id }) => id)
    before.outbox.stop()

    const after = phone(before.shelf, 'b')
    await after.outbox.start()
    await expect.poll(() => after.flights.length).toBe(3)
    expect(after.sent()).toEqual(['een', 'twee', 'drie'])
    expect(after.flights.map(({ id }) => id)).toEqual(ids)
  })

  test(`At most ${window} travel at once, and nothing about one idea overtakes`, async () => {
    const joost = phone()
    for (let n = 1; n <= 6; n++) joost.outbox.add(writes(`k${n}`, `idee ${n}`))
    joost.outbox.add({ type: 'idea.edit', key: 'k1', text: 'idee 1, beter' })
    await expect.poll(() => joost.flights.length).toBe(window)
    expect(joost.sent()).toEqual(['idee 1', 'idee 2', 'idee 3', 'idee 4'])
    joost.flights[1]!.settle(ok)
    await expect.poll(() => joost.flights.length).toBe(5)
    joost.flights[0]!.settle(ok)
    joost.flights[2]!.settle(ok)
    joost.flights[3]!.settle(ok)
    await expect.poll(() => joost.flights.length).toBe(7)
    expect(joost.sent().slice(4).sort()).toEqual(['idee 1, beter', 'idee 5', 'idee 6'])
  })

  test('L4 a refused idea stays on the phone with its text until Ria has seen it', async () => {
    const ria = phone()
    const { answer } = ria.outbox.add(writes('k1', 'De laatste'))
    await expect.poll(() => ria.flights.length).toBe(1)
    ria.flights[0]!.settle(refused('too-many-ideas'))
    expect(await answer).toMatchObject({ ok: false })
    const again = phone(ria.shelf, 'b')
    await expect
      .poll(async () => (await ria.shelf.all()).map(([, entry]) => (entry as { refused: unknown }).refused !== null))
      .toEqual([true])
    await again.outbox.start()
    expect(again.outbox.entries()).toMatchObject([{ command: { text: 'De laatste' }, refused: { code: 'too-many-ideas' } }])
    expect(again.flights).toEqual([])
    again.outbox.dismiss(again.outbox.entries()[0]!.id)
    await expect.poll(async () => (await ria.shelf.all()).length).toBe(0)
  })
})

describe('V a ballot is replaced as a whole', () => {
  test('A ballot that was not sent yet is replaced by the newer one; who waited hears the answer', async () => {
    const samir = phone()
    samir.away()
    const first = samir.outbox.add(casts({ a: 1 }))
    const second = samir.outbox.add(casts({ a: 2 }))
    samir.back()
    await expect.poll(() => samir.flights.length).toBe(1)
    expect(samir.flights[0]!.command).toEqual(casts({ a: 2 }))
    samir.flights[0]!.settle(ok)
    expect(await Promise.all([first.answer, second.answer])).toEqual([ok, ok])
  })

  test('L2 a ballot that may have arrived keeps its id and its dots; the newer one follows it', async () => {
    const samir = phone()
    samir.outbox.add(casts({ a: 1 }))
    await expect.poll(() => samir.flights.length).toBe(1)
    samir.outbox.add(casts({ b: 1 }))
    samir.flights[0]!.settle(null)
    await expect.poll(() => samir.flights.length).toBe(2)
    expect(samir.flights[1]).toMatchObject({ id: samir.flights[0]!.id, command: casts({ a: 1 }) })
    samir.flights[1]!.settle(ok)
    await expect.poll(() => samir.flights.length).toBe(3)
    expect(samir.flights[2]!.command).toEqual(casts({ b: 1 }))
  })

  test('A ballot that came too late is told until it was seen, over a reload too; its dots are kept nowhere', async () => {
    const samir = phone()
    const { answer } = samir.outbox.add(casts({ a: 1 }))
    await expect.poll(() => samir.flights.length).toBe(1)
    samir.flights[0]!.settle(refused('round-closed'))
    expect(await answer).toMatchObject({ error: { code: 'round-closed' } })
    const told = [{ command: casts({}), refused: { code: 'round-closed' } }]
    expect(samir.outbox.entries()).toMatchObject(told)
    expect(JSON.stringify([samir.outbox.entries(), await samir.shelf.all()])).not.toContain('"a"')
    const again = phone(samir.shelf, 'b')
    await again.outbox.start()
    expect(again.outbox.entries()).toMatchObject(told)
    expect(again.flights).toEqual([])
    again.outbox.dismiss(again.outbox.entries()[0]!.id)
    await expect.poll(() => samir.shelf.all()).toEqual([])
  })

  test('Of a round that a coach opened again the newer ballot goes, and nothing more is said of the older one', async () => {
    const samir = phone()
    const { answer } = samir.outbox.add(casts({ a: 1 }))
    await expect.poll(() => samir.flights.length).toBe(1)
    samir.flights[0]!.settle(refused('round-closed'))
    await answer
    samir.outbox.add(casts({ b: 1 }))
    expect(samir.outbox.entries()).toMatchObject([{ command: casts({ b: 1 }), refused: null }])
    await expect.poll(() => samir.flights.length).toBe(2)
  })
})

describe('G1 S2 answers about the names of several groups', () => {
  afterEach(() => void vi.useRealTimers())

  test('leave apart, in an order by chance, hold nothing else up, and outlive a reload', async () => {
    vi.useFakeTimers({ now: 0 })
    const flights: Outgoing[] = []
    const shelf = memoryShelf()
    const drawn = [0.9, 0.1, 0.5]
    let named = 0
    const made = () =>
      makeOutbox({
        shelf,
        attempt: async (_, command) => {
          flights.push(command)
          return ok
        },
        whenLive: async () => {},
        pause: async () => {},
        id: () => `id-${++named}`,
        now: () => Date.now(),
        chance: () => drawn.shift() ?? 0,
      })
    const says = (key: string): Outgoing => ({ type: 'cluster.verify', key, cluster: 'c', name: 'Groen', answer: 'yes' })
    const outbox = made()
    for (const key of ['k1', 'k2', 'k3']) outbox.add(says(key))
    outbox.add(writes('k1', 'Dit gaat meteen'))
    await vi.advanceTimersByTimeAsync(0)
    expect(flights.map(({ type }) => type)).toEqual(['idea.post'])
    await vi.advanceTimersByTimeAsync(2000)
    expect(flights.slice(1)).toEqual([says('k2')])
    outbox.stop()
    const after = made()
    await after.start()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(flights.slice(1)).toEqual([says('k2'), says('k3'), says('k1')])
    expect(after.entries()).toEqual([])
  })

  test('of one idea the last one counts', async () => {
    vi.useFakeTimers({ now: 0 })
    const fatma = phone()
    const says = (answer: 'yes' | 'out'): Outgoing => ({ type: 'cluster.verify', key: 'k1', cluster: 'c', name: 'Groen', answer })
    fatma.outbox.add(says('out'))
    fatma.outbox.add(says('yes'))
    expect(fatma.outbox.entries().map(({ command }) => command)).toEqual([says('yes')])
  })
})

test('L4 a card that is refused stays with its words until its writer has seen it', async () => {
  const fatma = phone()
  const { answer } = fatma.outbox.add({ type: 'card.seal', key: 'k1', text: 'Dit moet gezegd worden' })
  await expect.poll(() => fatma.flights.length).toBe(1)
  fatma.flights[0]!.settle(refused('too-many-ideas'))
  await answer
  expect(fatma.outbox.entries()).toMatchObject([{ command: { text: 'Dit moet gezegd worden' }, refused: { code: 'too-many-ideas' } }])
  expect(await fatma.shelf.all()).toHaveLength(1)
})
