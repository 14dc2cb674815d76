import { once } from 'node:events'
import { connect as dial } from 'node:net'
import { describe, expect, it } from 'vitest'
import { step1Frame } from '../../server/live/frames.ts'
import { closes } from '../../shared/wire/closes.ts'
import { atWork } from '../support/atWork.ts'
import { claim, join, newId, type Phone } from '../support/phone.ts'
import { secretOf, startServer, type TestServer } from '../support/server.ts'

const soon = { timeout: 10_000 }

/** A line that never answers. Resolves with how long the server left it open, in milliseconds. */
const silent = async (server: TestServer, path: string): Promise<number> => {
  const since = atWork()
  const raw = dial(server.port, '127.0.0.1')
  raw.write(
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
  )
  raw.on('error', () => undefined)
  raw.resume()
  await once(raw, 'close')
  return since()
}

describe('somebody who wants to be in the way', () => {
  it('R3 a coach comes in and locks the door when strangers hold every place and spend all that the room may ask', async () => {
    const server = await startServer({ LIMIT_CONNECTIONS_PER_PLEIN: '2', LIMIT_RATE_PLEIN: '1', LIMIT_RATE_PHONE: '0' })
    const made = await server.makePlein()
    const strangers = [await join(server, 'Teun', made), await join(server, 'Hanna', made)]
    const boards = strangers.map((one) => one.open('board'))
    await expect.poll(() => boards.every(({ provider }) => provider.synced), soon).toBe(true)
    const spent = await Promise.all(strangers.flatMap((one) => Array.from({ length: 10 }, () => one.ask({ type: 'mine', keys: [] }))))
    expect(spent.filter((answer) => !answer.ok && answer.error.code === 'busy').length).toBeGreaterThan(5)

    const joost = await claim(server, 'Joost', made.links.coach)
    expect(await joost.ask({ type: 'door.set', locked: true })).toMatchObject({ ok: true })
    const desk = joost.open('desk')
    await expect.poll(() => desk.provider.synced, soon).toBe(true)
  })

  it('R3 a coach comes in by the link while others fill the gate for phones', async () => {
    const server = await startServer({ LIMIT_JOINS_AT_ONCE: '1' })
    const made = await server.makePlein()
    const post = async (path: string, body: unknown): Promise<number> => {
      const headers = { 'Content-Type': 'application/json' }
      return (await fetch(`${server.origin}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).status
    }
    const joins = Array.from({ length: 60 }, () => post('join', { ticket: secretOf(made.links.join) }))
    const claims: number[] = []
    for (let time = 0; time < 5; time++) claims.push(await post('claim', { secret: secretOf(made.links.coach) }))
    expect(claims).toEqual(Array(5).fill(201))
    expect(await Promise.all(joins)).toContain(503)
  })

  it('R5 what a seat asks of documents is counted over all its lines, so that opening one anew wins nothing', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const [teun, ria] = [await join(server, 'Teun', made), await join(server, 'Ria', made)]
    const board = teun.hello().documents.board!
    const vector = Buffer.from(step1Frame(Uint8Array.of(1, 1, 1))).toString('base64')
    const ask = async (who: Phone) => {
      await who.socket.emitWithAck('doc', { document: board, data: null })
      return who.socket.emitWithAck('doc', { document: board, data: vector })
    }
    expect(await ask(teun)).toEqual({ ok: true })
    // Twenty and one a second; on a machine on which it takes that long, a few more.
    const refused = async (): Promise<unknown> => {
      for (let count = 0; count < 200; count++) {
        const answer = await ask(teun)
        if (!(answer as { ok: boolean }).ok) return answer
      }
      return 'none of two hundred'
    }
    expect(await refused()).toEqual({ ok: false, code: closes.slow })
    expect(await ask(ria)).toEqual({ ok: true })
  })

  it('R5 L2 of one seat so many answers are kept, and then it is asked to wait; those keep their answer after a restart, and nobody else waits', async () => {
    const server = await startServer({ LIMIT_ANSWERS_PHONE: '6', LIMIT_RATE_PHONE: '1000' })
    const made = await server.makePlein()
    const joost = await claim(server, 'Joost', made.links.coach)
    await joost.ask({ type: 'plein.open' })
    const [teun, ria] = [await join(server, 'Teun', made), await join(server, 'Ria', made)]
    const hands = Array.from({ length: 6 }, (_, place) => ({ id: newId(), type: 'seat.hand' as const, up: place % 2 === 0 }))
    const first: unknown[] = []
    for (const hand of hands) first.push(await teun.say(hand))
    expect(first).toEqual(Array(6).fill(expect.objectContaining({ ok: true })))
    const more = await teun.ask({ type: 'seat.hand', up: true })
    expect(more).toMatchObject({ ok: false, error: { code: 'too-fast', remedy: 'retry' } })
    const wait = more.ok ? 0 : Number(more.error['retryAfter'])
    expect(wait).toBeGreaterThan(1000)
    expect(wait).toBeLessThanOrEqual(1800)
    for (const [place, hand] of hands.entries()) expect(await teun.say(hand)).toEqual(first[place])
    expect(await teun.ask({ type: 'mine', keys: [] })).toMatchObject({ ok: true })
    for (const one of [ria, joost])
      expect(await one.ask({ type: 'seat.hand', up: true })).not.toMatchObject({ error: { code: 'too-fast' } })

    await server.restart()
    await expect.poll(() => teun.socket.connected, soon).toBe(true)
    for (const [place, hand] of hands.entries()) expect(await teun.say(hand)).toEqual(first[place])
  })

  it('R5 brackets in brackets in brackets are answered by name, and cost the sender', async () => {
    const server = await startServer({ LIMIT_BURST_PHONE: '2', LIMIT_RATE_PHONE: '0' })
    const teun = await join(server, 'Teun', await server.makePlein())
    const brackets = `${'['.repeat(7500)}${']'.repeat(7500)}`
    const answered = (packet: number) => teun.received.map(String).find((said) => said.startsWith(`3${packet}[`))
    for (const packet of [777, 778, 779]) {
      teun.socket.io.engine.write(`2${packet}["command",{"id":"x","type":${brackets}}]`)
      await expect.poll(() => answered(packet), soon).toBeTruthy()
    }
    expect([answered(777), answered(779)]).toEqual([expect.stringContaining('bad-command'), expect.stringContaining('too-fast')])
    expect(server.log()).not.toContain('could not be handled')
  })

  it('S5 a line without a token is gone within seconds, also when it leaves the close unanswered', async () => {
    const server = await startServer()
    const { id } = await server.makePlein()
    const [yjs, socket] = await Promise.all([silent(server, `/yjs/${id}/board`), silent(server, '/socket.io/?EIO=4&transport=websocket')])
    expect(yjs).toBeLessThan(5000)
    expect(socket).toBeLessThan(11_000)
  })
})
