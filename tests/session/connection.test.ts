import { describe, expect, onTestFinished, test } from 'vitest'
import { type Connection, type ConnectionOptions, openConnection } from '../../client/session/connection.ts'
import { deliver, pause } from '../../client/session/deliver.ts'
import { makeOutbox } from '../../client/session/outbox.ts'
import { makeOwnStore } from '../../client/session/ownStore.ts'
import { makePace } from '../../client/session/pace.ts'
import { press } from '../../client/session/press.ts'
import { randomId } from '../../client/session/random.ts'
import { memoryShelf } from '../../client/session/shelf.ts'
import type { Showing } from '../../client/session/showing.ts'
import { deadLine } from '../support/deadLine.ts'
import { secretOf, startServer, type TestServer } from '../support/server.ts'

const post = async (server: TestServer, path: string, body: unknown) => {
  const response = await fetch(`${server.origin}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as { plein: string; token: string }
}
const connect = async (
  server: TestServer,
  seat: { plein: string; token: string },
  options: Pick<ConnectionOptions, 'showing' | 'WebSocketPolyfill'> = {},
): Promise<Connection> => {
  const connection = openConnection({ makePace, origin: server.origin, ...seat, ...options })
  onTestFinished(connection.close)
  await connection.whenLive()
  await connection.reached({ board: 1 })
  return connection
}
const meeting = async () => {
  const server = await startServer()
  const made = await server.makePlein([{ kind: 'ideas' }])
  const wim = await connect(server, await post(server, 'claim', { secret: secretOf(made.links.coach) }))
  const seat = await post(server, 'join', { code: made.code })
  return { server, made, wim, seat }
}
const stage = (connection: Connection) => connection.documents.replica('board').snapshot('plein').get('stage')
const current = (connection: Connection) => connection.documents.replica('board').snapshot('plein').get('current') as string

/** A network that lets no WebSocket of documents through. */
class Blocked extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readyState = 0
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  constructor() {
    super()
    queueMicrotask(() => this.onclose?.({ code: 1006, reason: '' }))
  }
  close() {}
}

/** A device that is so slow that it shows nothing of others before it must. */
const slowest = (): Showing => {
  const gathered = new Set<() => void>()
  let hurried = 0
  const show = () => {
    for (const run of gathered) run()
    gathered.clear()
  }
  return {
    gather: (run, prompt) => {
      gathered.add(run)
      if (hurried > 0 || prompt) setTimeout(show)
    },
    hurry: () => {
      hurried += 1
      setTimeout(show)
      return () => {
        hurried -= 1
      }
    },
  }
}

describe('The line of a seat', () => {
  test('On a slow desk what another coach enters may wait, the phase does not, and what Wim does himself is there with its answer', async () => {
    const { server, made } = await meeting()
    const claim = () => post(server, 'claim', { secret: secretOf(made.links.coach) })
    const anneke = await connect(server, await claim())
    const wim = await connect(server, await claim(), { showing: slowest() })
    const texts = () => [...wim.documents.replica('desk').snapshot('ideas').values()].map((idea) => (idea as { text: string }).text)
    await deliver(anneke, { type: 'plein.open' })
    await deliver(anneke, { type: 'phase.next' })
    await expect.poll(() => current(wim)).toEqual(expect.any(String))
    const enter = async (coach: Connection, text: string) => {
      const answer = await deliver(coach, { type: 'idea.enter', as: 'idea', text, phase: current(wim) })
      if (!answer.ok) throw new Error(answer.error.message)
      await coach.reached(answer.versions)
    }
    await enter(anneke, 'Een bank bij het water')
    expect(texts()).toEqual([])
    await enter(wim, 'Licht op de kade')
    expect(texts().sort()).toEqual(['Een bank bij het water', 'Licht op de kade'])
  })

  test('Wim acts, and Fatma sees it when the answer says so', async () => {
    const { server, wim, seat } = await meeting()
    const fatma = await connect(server, seat)
    expect(fatma.told().hello).toMatchObject({ role: 'participant', seat: null })
    const answer = await deliver(wim, { type: 'plein.open' })
    if (!answer.ok) throw new Error(answer.error.message)
    await wim.reached(answer.versions)
    expect(stage(wim)).toBe('open')
    await expect.poll(() => stage(fatma)).toBe('open')
    await expect.poll(() => fatma.told().hello?.may.commands).toContain('idea.post')
  })

  test('L2 L4 what Fatma sends while the server is gone is there once when it is back', async () => {
    const { server, wim, seat } = await meeting()
    await deliver(wim, { type: 'plein.open' })
    await deliver(wim, { type: 'phase.next' })
    const fatma = await connect(server, seat)
    await expect.poll(() => current(fatma)).toEqual(expect.any(String))
    const outbox = makeOutbox({ shelf: memoryShelf(), attempt: fatma.attempt, whenLive: fatma.whenLive, pause, id: randomId, now: () => 1 })
    const own = makeOwnStore({ shelf: memoryShelf(), outbox, ask: fatma.attempt, id: randomId, now: () => 1 })
    await server.stop()
    await expect.poll(() => fatma.told().connection).toBe('away')
    const key = await own.post({ as: 'idea', text: 'Na zes uur is alles dicht.', phase: current(fatma) })
    expect(outbox.entries()).toHaveLength(1)
    await server.restart()
    await expect.poll(() => own.picture().mine[key]?.state, { timeout: 20_000 }).toBe('waiting')
    await expect.poll(() => outbox.entries()).toEqual([])
    // The line of the documents came back too.
    const next = await deliver(wim, { type: 'phase.play', kind: 'pause' })
    expect(next).toMatchObject({ ok: true })
    await expect.poll(() => current(fatma)).toBe(next.ok ? next['phase'] : '')
  })

  test('Where WebSocket is blocked the board comes over Socket.io', async () => {
    const { server, wim, seat } = await meeting()
    const joost = await connect(server, seat, { WebSocketPolyfill: Blocked as unknown as typeof WebSocket })
    await expect.poll(() => stage(joost)).toBe('prepared')
    await deliver(wim, { type: 'plein.open' })
    await expect.poll(() => stage(joost)).toBe('open')
  })

  test('Where WebSocket is swallowed, so that nobody hears a no, a phone comes in by polling and the board over Socket.io', async () => {
    const { server, wim, seat } = await meeting()
    const between = await deadLine(server.port)
    between.swallowsWebSockets()
    const joost = openConnection({ makePace, origin: between.origin, ...seat })
    onTestFinished(joost.close)
    // Twenty seconds go by before Socket.io takes the other way, and ten for the documents.
    await expect.poll(() => joost.told().connection, { timeout: 60_000 }).toBe('live')
    await deliver(wim, { type: 'plein.open' })
    await expect.poll(() => stage(joost), { timeout: 60_000 }).toBe('open')
  }, 150_000)

  test('L7 A desk whose clock is wrong, by a message that travelled for a minute, is told once that a press lapsed, and not for as long as nothing changes', async () => {
    const { wim } = await meeting()
    await press(wim, { type: 'plein.open' })
    await expect.poll(() => current(wim)).toEqual(expect.any(String))
    wim.clock.told(wim.clock.now() - 60_000)
    expect(await press(wim, { type: 'timer.start', seconds: 60 })).toMatchObject({ ok: false, error: { code: 'lapsed' } })
    expect(await press(wim, { type: 'timer.start', seconds: 60 })).toMatchObject({ ok: true })
  })

  test('L2 L7 An answer that lapsed and was lost, and comes again a minute later, sets no clock back to then', async () => {
    const { wim } = await meeting()
    await press(wim, { type: 'plein.open' })
    const [id, until] = [randomId(), wim.clock.now() - 1]
    const again = () => wim.attempt(id, { type: 'timer.start', seconds: 60 }, until)
    expect(await again()).toMatchObject({ ok: false, error: { code: 'lapsed' } })
    // Once more where a count of the room came in between, with the time of now.
    const stays = async () => {
      wim.clock.told(wim.clock.now() + 60_000)
      const then = wim.clock.now()
      await again()
      return wim.clock.now() >= then
    }
    await expect.poll(stays).toBe(true)
  })

  test('A refusal is an answer, and a token that is not known ends the line', async () => {
    const { server, seat } = await meeting()
    const ria = await connect(server, seat)
    expect(await deliver(ria, { type: 'plein.open' })).toMatchObject({ ok: false, error: { code: 'not-allowed', remedy: 'rejected' } })
    const nobody = openConnection({ makePace, origin: server.origin, plein: seat.plein, token: 'x'.repeat(43) })
    onTestFinished(nobody.close)
    await nobody.whenLive()
    expect(nobody.told()).toMatchObject({ connection: 'ended', ending: 'token-unknown' })
  })
})
