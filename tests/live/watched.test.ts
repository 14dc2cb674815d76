import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { updateFrame } from '../../server/live/frames.ts'
import { closes } from '../../shared/wire/closes.ts'
import { asToken, line } from '../support/line.ts'
import { claim, join, newId } from '../support/phone.ts'
import { startServer, type TestServer } from '../support/server.ts'

type Line = { msg: string; route: string; problem: string; command?: string; code?: number; from: string; left?: number }
const refused = (server: TestServer): Line[] =>
  server
    .log()
    .split('\n')
    .filter((one) => one !== '')
    .map((one) => JSON.parse(one) as Line)
    .filter(({ msg }) => msg === 'refused')
const told = (server: TestServer) => refused(server).map(({ route, problem, command, code }) => [route, problem, command ?? code ?? null])
const graffiti = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.getMap('plein').set('title', 'kanarie-5d2e')
  return updateFrame(Y.encodeStateAsUpdate(doc))
}

it('S1 S2 what no page of ours says over a socket has a line each, by name and route, and nothing of who or what', async () => {
  const server = await startServer({ LOG_LEVEL: 'info' })
  const made = await server.makePlein([{ kind: 'ideas' }])
  const joost = await claim(server, 'Joost', made.links.coach)
  await joost.ask({ type: 'plein.open' })
  const fatma = await join(server, 'Fatma', made)
  const word = 'kanarie-5d2e'
  // What honest phones are told all the time has none: a Plein that is open already, a text that is too long, an old page.
  await joost.ask({ type: 'plein.open' })
  await fatma.say({ id: newId(), type: word })
  // Nor has a screen, which asks every other second whether its line is there.
  const screen = await claim(server, 'Het scherm', made.links.screen)
  expect(await screen.ask({ type: 'mine', keys: [] })).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  expect(told(server)).toEqual([])

  expect(await fatma.ask({ type: 'plein.close', confirmed: true })).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  expect(await fatma.say({ id: newId(), type: 'seat.hand', up: word, [word]: word })).toMatchObject({ error: { code: 'bad-command' } })
  const desk = await line(server, `/yjs/${made.id}/${fatma.hello().documents.board!.replace('board', 'desk')}`, asToken(fatma.token))
  expect(await desk.closed).toBe(closes.forbidden)
  const board = `/yjs/${made.id}/${fatma.hello().documents.board}`
  for (const [frame, code] of [
    [graffiti(), closes.forbidden],
    [Uint8Array.of(9, 9, 9), closes.frame],
  ] as const) {
    const raw = await line(server, board, asToken(fatma.token))
    raw.line.send(frame)
    expect(await raw.closed).toBe(code)
  }
  const document = fatma.hello().documents.board!
  expect(await fatma.socket.emitWithAck('doc', { document, data: null })).toEqual({ ok: true })
  const carried = { document, data: Buffer.from(graffiti()).toString('base64') }
  expect(await fatma.socket.emitWithAck('doc', carried)).toEqual({ ok: false, code: closes.forbidden })

  const route = '/yjs/:plein/:document'
  await expect
    .poll(() => told(server))
    .toEqual([
      ['/socket.io', 'not-allowed', 'plein.close'],
      ['/socket.io', 'bad-command', null],
      [route, 'not-allowed', closes.forbidden],
      [route, 'not-allowed', closes.forbidden],
      [route, 'bad-frame', closes.frame],
      [route, 'not-allowed', closes.forbidden],
    ])
  const lines = refused(server)
  expect(new Set(lines.map(({ from }) => from)).size).toBe(1)
  expect(lines[0]?.from).toMatch(/^[\da-f]{8}$/)
  // The mark is the one that a failure over HTTP has.
  await fetch(`${server.origin}/api/v1/claim`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"secret":"x"}' })
  await expect.poll(() => server.log().split(`"from":"${lines[0]?.from}"`).length - 1).toBe(lines.length + 1)
  const seats = [joost.hello().seat ?? 'no seat', fatma.token, joost.token, made.id, word, '127.0.0.1']
  for (const secret of seats) expect(JSON.stringify(lines)).not.toContain(secret)
})

it('R5 of one network ten lines a minute are written for what is refused over sockets, and the others are counted', async () => {
  const server = await startServer({ LOG_LEVEL: 'info', LIMIT_BURST_PHONE: '1000', LIMIT_RATE_PHONE: '1000' })
  const made = await server.makePlein()
  const fatma = await join(server, 'Fatma', made)
  for (let time = 0; time < 100; time++) await fatma.ask({ type: 'plein.open' })
  // Two, when the minute ended meanwhile.
  expect(refused(server).length).toBeGreaterThanOrEqual(10)
  expect(refused(server).length).toBeLessThanOrEqual(20)
  const text = await (await fetch(`${server.origin}/metrics`)).text()
  expect(text).toMatch(/^pleinbord_refused_total\{code="not-allowed"\} 100$/m)
})
