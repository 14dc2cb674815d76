import { expect, it } from 'vitest'
import { claim, connect, join, type Phone } from '../support/phone.ts'
import { type MadePlein, startServer, type TestServer } from '../support/server.ts'

const ask = async (server: TestServer, path: string, body: object) => {
  const answer = await fetch(`${server.origin}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, string> }
}
const come = async (server: TestServer, { code }: MadePlein): Promise<string> => {
  const { status, body } = await ask(server, 'join', { code })
  expect([status, Object.keys(body)]).toEqual([202, ['waiting']])
  return body['waiting']!
}
const waiting = (desk: Phone): number | undefined => desk.told.crowds.at(-1)?.waiting

it('A15 a whole room before a door that asks has no seat, no document and no voice, and one tap lets it in', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '100' })
  const made = await server.makePlein([{ kind: 'ideas' }])
  const joost = await claim(server, 'Joost', made.links.coach)
  const early = await join(server, 'Ria', made)
  await joost.ask({ type: 'plein.open' })
  expect(await joost.ask({ type: 'door.set', locked: false, asks: true })).toMatchObject({ ok: true })
  expect(await joost.ask({ type: 'door.set', locked: false, asks: true })).toMatchObject({ ok: false, error: { code: 'nothing-changed' } })

  const room = await Promise.all(Array.from({ length: 30 }, () => come(server, made)))
  await expect.poll(() => waiting(joost)).toBe(30)
  // What they hold opens nothing.
  for (const held of room.slice(0, 2)) {
    const outcome = await fetch(`${server.origin}/api/v1/pleins/${made.id}/outcome.json`, { headers: { Authorization: `Bearer ${held}` } })
    expect(outcome.status).toBe(401)
    expect(await ask(server, 'join/waiting', { secret: held })).toEqual({ status: 202, body: { waiting: held } })
  }
  expect(joost.told.crowds.at(-1)?.joined).toBe(1)

  expect(await joost.ask({ type: 'door.refuse' })).toMatchObject({ ok: true })
  expect(
    (await Promise.all(room.map((secret) => ask(server, 'join/waiting', { secret })))).filter(({ status }) => status === 403),
  ).toHaveLength(1)
  expect(await joost.ask({ type: 'door.admit', who: 'all' })).toMatchObject({ ok: true })
  const answers = await Promise.all(room.map((secret) => ask(server, 'join/waiting', { secret })))
  const inside = answers.filter(({ status }) => status === 201).map(({ body }) => body as { plein: string; token: string })
  expect(new Set(inside.map(({ token }) => token)).size).toBe(29)
  const fatma = await connect(server, 'Fatma', inside[0]!)
  const board = fatma.open('board')
  await expect.poll(() => board.maps()['plein']?.['doorAsks']).toBe(true)
  await expect.poll(() => waiting(joost)).toBe(0)
  expect(await joost.ask({ type: 'door.admit', who: 'all' })).toMatchObject({ ok: false, error: { code: 'nobody-waiting' } })
  // How many wait is told to the desk only, and those who were in stayed in.
  for (const other of [early, fatma]) expect(JSON.stringify(other.told.crowds)).not.toMatch(/waiting|line/)
  expect(await fatma.ask({ type: 'door.admit', who: 'all' })).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
})

it('A15 after a restart the door still asks, and who waited asks anew; a door from before doors could ask is open or locked', async () => {
  const server = await startServer()
  const made = await server.makePlein()
  const joost = await claim(server, 'Joost', made.links.coach)
  await joost.ask({ type: 'door.set', locked: true })
  await joost.ask({ type: 'door.set', locked: false, asks: true })
  const secret = await come(server, made)
  await server.restart()
  expect((await ask(server, 'join/waiting', { secret })).status).toBe(404)
  await come(server, made)
  await expect.poll(() => joost.socket.connected, { timeout: 15_000 }).toBe(true)
  await joost.ask({ type: 'door.set', locked: true })
  expect((await ask(server, 'join', { code: made.code })).body['code']).toBe('door-locked')
  await joost.ask({ type: 'door.set', locked: false })
  expect((await ask(server, 'join', { code: made.code })).status).toBe(201)
})

it('A15 R4 one phone fills the door: locking it, or a new code, sends them all away, and Fatma can ask', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '100' })
  const made = await server.makePlein()
  const joost = await claim(server, 'Joost', made.links.coach)
  await joost.ask({ type: 'door.set', locked: false, asks: true })
  const ticket = new URL(made.links.join).hash.slice(1)
  const fill = async (): Promise<string[]> => {
    const held: string[] = []
    for (let round = 0; round < 5; round++)
      held.push(
        ...(await Promise.all(Array.from({ length: 100 }, () => ask(server, 'join', { ticket })))).map(({ body }) => body['waiting']!),
      )
    expect((await ask(server, 'join', { ticket })).body['code']).toBe('busy')
    await expect.poll(() => waiting(joost)).toBe(500)
    return held
  }
  const [first] = await fill()
  await joost.ask({ type: 'door.set', locked: true })
  await expect.poll(() => waiting(joost)).toBe(0)
  // What the page of a phone does: forgotten, so it asks anew, and reads that the door is locked.
  expect((await ask(server, 'join/waiting', { secret: first! })).status).toBe(404)
  expect((await ask(server, 'join', { ticket })).body['code']).toBe('door-locked')
  await joost.ask({ type: 'door.set', locked: false, asks: true })
  const again = await ask(server, 'join', { ticket })
  expect(again.status).toBe(202)
  expect(await joost.ask({ type: 'link.rotate', role: 'participant' })).toMatchObject({ ok: true })
  await expect.poll(() => waiting(joost)).toBe(0)
  expect((await ask(server, 'join/waiting', { secret: again.body['waiting']! })).status).toBe(404)
  expect((await ask(server, 'join', { ticket })).body['code']).toBe('code-unknown')
  const code = () => joost.told.own.findLast(({ join }) => join)?.join?.code ?? made.code
  await expect.poll(code).not.toBe(made.code)
  await come(server, { ...made, code: code() })
})

it('A15 a desk that lets in three, one by one, hears with each answer who is the first now, and names nobody twice', async () => {
  const server = await startServer()
  const made = await server.makePlein()
  const [joost, anneke] = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Anneke', made.links.coach)]
  await joost.ask({ type: 'door.set', locked: false, asks: true })
  const secrets = []
  for (const _ of 'four') secrets.push(await come(server, made))
  await expect.poll(() => waiting(joost)).toBe(4)
  const first = (desk: Phone): string => desk.told.crowds.at(-1)!.line!.first
  const seen = first(joost)
  for (let one = 0; one < 3; one++)
    expect(await joost.ask({ type: 'door.admit', who: 'first', seen: first(joost) })).toMatchObject({ ok: true })
  expect(waiting(joost)).toBe(1)
  // What Anneke saw was the first of four.
  expect(await anneke.ask({ type: 'door.refuse', seen })).toMatchObject({ ok: false, error: { code: 'nobody-waiting' } })
  expect(await anneke.ask({ type: 'door.admit', who: 'all', seen })).toMatchObject({ ok: false, error: { code: 'nothing-changed' } })
  expect(await Promise.all(secrets.map(async (secret) => (await ask(server, 'join/waiting', { secret })).status))).toEqual([
    201, 201, 201, 202,
  ])
})
