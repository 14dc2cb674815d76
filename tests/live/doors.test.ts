import { once } from 'node:events'
import { connect as dial } from 'node:net'
import { io } from 'socket.io-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { closes } from '../../shared/wire/closes.ts'
import { atWork } from '../support/atWork.ts'
import { asToken, line } from '../support/line.ts'
import { claim, connect, join, newId } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const refusedSocket = async (origin: string, auth: Record<string, unknown>): Promise<unknown> => {
  const socket = io(origin, { auth, transports: ['websocket'], forceNew: true, reconnection: false })
  onTestFinished(() => void socket.disconnect())
  return new Promise((resolve) => socket.once('connect_error', (error) => resolve((error as Error & { data?: unknown }).data)))
}

describe('who may open what', () => {
  it('S5 without a token, with a wrong one and with one of another Plein nothing opens', async () => {
    const server = await startServer()
    const [here, there] = [await server.makePlein(), await server.makePlein()]
    const fatma = await join(server, 'Fatma', here)
    const board = fatma.hello().documents.board
    expect(await (await line(server, `/yjs/${here.id}/${board}`, ['pleinbord.v1'])).closed).toBe(closes.token)
    expect(await (await line(server, `/yjs/${here.id}/${board}`, asToken('x'.repeat(43)))).closed).toBe(closes.token)
    expect(await (await line(server, `/yjs/${there.id}/${board}`, asToken(fatma.token))).closed).toBe(closes.forbidden)
    expect(await refusedSocket(server.origin, { protocol: 1 })).toMatchObject({ code: 'token-unknown', remedy: 'rejected' })
    expect(await refusedSocket(server.origin, { protocol: 1, token: 'x'.repeat(43) })).toMatchObject({ code: 'token-unknown' })
    expect(await refusedSocket(server.origin, { protocol: 99, token: fatma.token })).toMatchObject({
      code: 'protocol-unknown',
      remedy: 'upgrade',
    })
  })

  it('R5 a screen of a shape that this server does not know comes in: its token is as good as before', async () => {
    const server = await startServer()
    const fatma = await join(server, 'Fatma', await server.makePlein())
    for (const shape of ['32:9', null, 7]) {
      const auth = { token: fatma.token, protocol: 1, shape }
      const socket = io(server.origin, { auth, transports: ['websocket'], forceNew: true, reconnection: false })
      onTestFinished(() => void socket.disconnect())
      await expect(
        new Promise((resolve) => {
          socket.once('hello', ({ role }) => resolve(role))
          socket.once('connect_error', (error) => resolve((error as Error & { data?: unknown }).data))
        }),
      ).resolves.toBe('participant')
    }
  })

  it('S5 whoever holds a leaked link of a coach sends the QR in the hall to no server of their own, whatever their headers say', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const joost = await claim(server, 'Joost', made.links.coach)
    const beamer = await claim(server, 'Beamer', made.links.screen)
    const { address } = joost.hello().join!
    const { token } = await claim(server, 'Vreemde', made.links.coach)
    const evil = { host: 'kwaad.example', origin: 'http://kwaad.example' }
    const stranger = io(server.origin, { auth: { token, protocol: 1 }, transports: ['websocket'], forceNew: true, extraHeaders: evil })
    onTestFinished(() => void stranger.disconnect())
    // The addresses of the machine are told to whoever chooses among them.
    expect([joost, beamer].map(({ hello }) => hello().join?.addresses.length)).toEqual([1, 0])
    // Only to themselves.
    expect(await new Promise((resolve) => stranger.once('hello', ({ join }) => resolve(join.address)))).toBe(evil.origin)

    const other = await claim(server, 'Tweede beamer', made.links.screen)
    expect(other.hello().join?.address).toBe(address)
    await joost.ask({ type: 'link.rotate', role: 'participant' })
    for (const { told } of [joost, beamer, other])
      await expect.poll(() => told.own.findLast(({ join }) => join !== undefined)?.join?.address).toBe(address)
    const chosen = { id: newId(), type: 'plein.set', settings: { address: evil.origin } }
    expect(await stranger.emitWithAck('command', chosen)).toMatchObject({ ok: false, error: { code: 'bad-command' } })
  })

  it('S1 desk and draft are closed to participants, the desk to the owner and the screen; unknown names are unknown', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const joost = await claim(server, 'Joost', made.links.coach)
    const people = [
      await join(server, 'Fatma', made),
      await claim(server, 'Wim', made.links.owner),
      await claim(server, 'Beamer', made.links.screen),
    ]
    const { desk, 'text/draft': draft } = joost.hello().documents
    for (const { token, plein, hello } of people) {
      expect(await (await line(server, `/yjs/${plein}/${desk}`, asToken(token))).closed).toBe(closes.forbidden)
      expect(hello().documents).not.toHaveProperty('desk')
    }
    expect(await (await line(server, `/yjs/${made.id}/${draft}`, asToken(people[0]!.token))).closed).toBe(closes.forbidden)
    for (const name of ['board', 'ledger~t.1.1', '', '%', '..%2Fboard'])
      expect(await (await line(server, `/yjs/${made.id}/${name}`, asToken(joost.token))).closed).toBe(closes.unknown)
  })

  it('S5 the answer to the upgrade names the protocol and never the token', async () => {
    const server = await startServer()
    const fatma = await join(server, 'Fatma', await server.makePlein())
    const board = fatma.open('board')
    await expect.poll(() => board.provider.synced).toBe(true)
    expect(board.upgrades[0]?.['sec-websocket-protocol']).toBe('pleinbord.v1')
    expect(JSON.stringify(board.upgrades)).not.toContain(fatma.token)
    const raw = await line(server, `/yjs/${fatma.plein}/x`, [`token.${fatma.token}`, 'pleinbord.v1'])
    expect(raw.headers['sec-websocket-protocol']).toBe('pleinbord.v1')
    expect(server.log()).not.toContain(fatma.token)
  })

  it('L3 a stale epoch is closed with 4409, after which the stock provider stops', async () => {
    const server = await startServer()
    const fatma = await join(server, 'Fatma', await server.makePlein())
    const stale = fatma.open('board', 'board~older.1.1')
    await expect.poll(() => stale.closes).toEqual([closes.epoch])
    expect(stale.provider.shouldConnect).toBe(false)
  })

  it('R5 every other upgrade gets a 404 and does not stay open', async () => {
    const server = await startServer()
    for (const path of ['/', '/socket.io', '/ws', '/yjs']) {
      const raw = dial(server.port, '127.0.0.1')
      raw.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      )
      const [said] = await once(raw, 'data')
      expect(String(said)).toMatch(/^HTTP\/1.1 404/)
      raw.resume()
      await once(raw, 'close')
    }
  })

  it('S5 a page of another origin can open neither socket', async () => {
    const server = await startServer()
    const fatma = await join(server, 'Fatma', await server.makePlein())
    const socket = io(server.origin, {
      auth: { token: fatma.token, protocol: 1 },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { Origin: 'https://elders.example' },
    })
    onTestFinished(() => void socket.disconnect())
    await new Promise((resolve) => socket.once('connect_error', resolve))
    expect(socket.connected).toBe(false)
  })
})

describe('who must go', () => {
  it('S5 a rotated link closes the sockets of its devices within a second, but not that of the coach who rotated it', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const joost = await claim(server, 'Joost', made.links.coach)
    const anneke = await claim(server, 'Anneke', made.links.coach)
    const desk = anneke.open('desk')
    await expect.poll(() => desk.provider.synced).toBe(true)
    await expect.poll(() => joost.told.notices).toContainEqual({ notice: 'device-claimed', role: 'coach' })
    const rotation = { type: 'link.rotate', role: 'coach', secret: `${newId()}${newId().slice(1)}` } as const
    const answer = await joost.ask(rotation)
    expect(answer).toMatchObject({ ok: true })
    const since = atWork()
    await expect.poll(() => [anneke.told.byes, anneke.socket.connected, desk.closes]).toEqual([['revoked'], false, [closes.token]])
    expect(since()).toBeLessThan(1000)
    expect(joost.socket.connected).toBe(true)
    expect(await joost.ask({ type: 'plein.open' })).toMatchObject({ ok: true })
    await expect(claim(server, 'Anneke', made.links.coach)).rejects.toThrow('404')
    await expect(claim(server, 'Anneke', `http://x/coach#${rotation.secret}`)).resolves.toBeTruthy()
    expect(JSON.stringify(answer)).not.toContain(rotation.secret)
  })

  it('S5 a new join code is told to coaches and screens, and to nobody else', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const [joost, beamer, fatma] = [
      await claim(server, 'Joost', made.links.coach),
      await claim(server, 'Beamer', made.links.screen),
      await join(server, 'Fatma', made),
    ]
    expect(await joost.ask({ type: 'link.rotate', role: 'participant' })).toMatchObject({ ok: true })
    for (const who of [joost, beamer]) await expect.poll(() => who.told.own.findLast(({ join }) => join)?.join?.code).not.toBeUndefined()
    expect(joost.told.own.findLast(({ join }) => join)?.join?.code).not.toBe(made.code)
    expect(JSON.stringify(fatma.told.own)).not.toContain('ticket')
    expect(fatma.hello().join).toBeNull()
  })

  it('R4 with more devices of one seat than allowed the oldest is told and goes', async () => {
    const server = await startServer({ LIMIT_CONNECTIONS_PER_SEAT: '2' })
    const first = await join(server, 'Fatma', await server.makePlein())
    const second = await connect(server, 'Fatma', first)
    await connect(server, 'Fatma', first)
    await expect.poll(() => first.told.byes).toEqual(['replaced'])
    expect(second.told.byes).toEqual([])
  })

  it('S5 a Plein that was deleted says so and closes everything', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const fatma = await join(server, 'Fatma', made)
    const board = fatma.open('board')
    await expect.poll(() => board.provider.synced).toBe(true)
    expect((await server.remove(made.id)).status).toBe(204)
    await expect.poll(() => [fatma.told.byes, board.closes]).toEqual([['deleted'], [closes.deleted]])
    expect(await refusedSocket(server.origin, { protocol: 1, token: fatma.token })).toMatchObject({ code: 'token-unknown' })
  })
})
