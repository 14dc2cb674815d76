import { io } from 'socket.io-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connectPacket, dialPoll, enterPoll, type Poll } from '../../scripts/fuzz/polls.ts'
import { step1Frame } from '../../server/live/frames.ts'
import { claim, newId } from '../support/phone.ts'
import { type MadePlein, secretOf, startServer, type TestServer } from '../support/server.ts'

const soon = { timeout: 10_000 }

const tokenOf = async (server: TestServer, { links }: MadePlein): Promise<string> => {
  const body = JSON.stringify({ ticket: secretOf(links.join) })
  const headers = { 'Content-Type': 'application/json' }
  return ((await (await fetch(`${server.origin}/api/v1/join`, { method: 'POST', headers, body })).json()) as { token: string }).token
}
const until = async (line: Poll, heard: (packet: string) => boolean): Promise<string[] | null> => {
  const all: string[] = []
  for (let said = await line.get(); said !== null; said = await line.get()) {
    all.push(...said)
    if (said.some(heard)) return all
  }
  return null
}
const commands = (count: number): string[] => Array.from({ length: count }, (_, place) => `42${place}["command",1]`)

describe('a line by long-polling', () => {
  it('R5 is cut when one request carries more than a hasty desk says', async () => {
    const server = await startServer()
    const teun = (await enterPoll(server.origin, await tokenOf(server, await server.makePlein())))!
    onTestFinished(teun.end)
    await teun.post(commands(3000))
    expect((await teun.get()) === null).toBe(true)
  })

  it('R5 is cut when one packet after another is as long as can be', async () => {
    const server = await startServer({ LIMIT_BURST_COACH: '20', LIMIT_RATE_COACH: '0' })
    const teun = (await enterPoll(server.origin, await tokenOf(server, await server.makePlein())))!
    onTestFinished(teun.end)
    const long = `42["command","${'x'.repeat(60_000)}"]`
    const answers: number[] = []
    for (let time = 0; time < 6; time++) answers.push(await teun.post([long]))
    expect(answers.at(0)).toBe(200)
    expect(answers.at(-1)).not.toBe(200)
  })

  it('R5 is cut when what is long comes as bytes, which travel beside the packet that they belong to', async () => {
    const server = await startServer({ LIMIT_BURST_COACH: '20', LIMIT_RATE_COACH: '0' })
    const teun = (await enterPoll(server.origin, await tokenOf(server, await server.makePlein())))!
    onTestFinished(teun.end)
    const bytes = `b${Buffer.alloc(45_000).toString('base64')}`
    const answers: number[] = []
    for (let time = 0; time < 6; time++)
      answers.push(await teun.post(['451-["doc",{"_placeholder":true,"num":0}]']), await teun.post([bytes]))
    expect(answers.slice(0, 2)).toEqual([200, 200])
    expect(answers.at(-1)).not.toBe(200)
  })

  it('R5 costs no more than what may wait for it when nobody ever reads the answers', async () => {
    const server = await startServer({ LIMIT_SEND_BUFFER: '20000', LIMIT_BURST_COACH: '100000' })
    const made = await server.makePlein()
    const joost = await claim(server, 'Joost', made.links.coach)
    const teun = (await enterPoll(server.origin, await tokenOf(server, made)))!
    onTestFinished(teun.end)
    await expect.poll(() => joost.told.crowds.at(-1)?.present, soon).toBe(1)
    for (let time = 0; time < 5; time++) await teun.post(commands(100))
    await expect.poll(() => joost.told.crowds.at(-1)?.present, soon).toBe(0)
    expect((await teun.get()) === null).toBe(true)
  })

  it('S5 R5 of a stranger one question to come in is judged, and a second one ends the line', async () => {
    const server = await startServer()
    const stranger = await dialPoll(server.origin)
    onTestFinished(stranger.end)
    const guess = (place: number) => connectPacket(String(place).padStart(43, 'A'))
    await stranger.post(Array.from({ length: 500 }, (_, place) => guess(place)))
    expect((await stranger.get()) === null).toBe(true)
    const patient = await dialPoll(server.origin)
    onTestFinished(patient.end)
    await patient.post([guess(1)])
    expect(await until(patient, (packet) => packet.startsWith('44'))).not.toBeNull()
  })

  it('L3 R5 gets a board that is larger than what may wait, also when it was not polling just then', async () => {
    const server = await startServer({ LIMIT_SEND_BUFFER: '1500' })
    const made = await server.makePlein(
      Array.from({ length: 20 }, (_, place) => ({ kind: 'pause' as const, title: `Pauze nummer ${place}` })),
    )
    const { board } = (await claim(server, 'Joost', made.links.coach)).hello().documents
    const teun = (await enterPoll(server.origin, await tokenOf(server, made)))!
    onTestFinished(teun.end)
    await until(teun, (packet) => packet.includes('"present":1'))
    const step1 = Buffer.from(step1Frame(Uint8Array.of(0))).toString('base64')
    const frame = (place: number, data: string | null) => `42${place}${JSON.stringify(['doc', { document: board, data }])}`
    await teun.post([frame(1, null), frame(2, step1)])
    const said = await until(teun, (packet) => packet.startsWith('432'))
    expect(said?.find((packet) => packet.startsWith('42["doc"'))?.length).toBeGreaterThan(1500)
  })

  it('L3 R5 carries all that a phone kept while it was away, at once', async () => {
    const server = await startServer()
    const made = await server.makePlein([{ kind: 'ideas' }])
    const joost = await claim(server, 'Joost', made.links.coach)
    const opened = await joost.ask({ type: 'plein.open' })
    const phase = opened.ok ? opened['phase'] : undefined
    const socket = io(server.origin, { auth: { token: await tokenOf(server, made), protocol: 1 }, transports: ['polling'], forceNew: true })
    onTestFinished(() => void socket.disconnect())
    const ended: string[] = []
    socket.on('disconnect', (why) => ended.push(why))
    await new Promise<void>((resolve) => void socket.once('hello', () => resolve()))
    const say = (text: string) =>
      socket.timeout(10_000).emitWithAck('command', { id: newId(), type: 'idea.post', key: newId(), as: 'idea', text, phase })
    const answers = await Promise.all(Array.from({ length: 50 }, (_, place) => say(`Idee ${place} ${'bankjes '.repeat(50)}`)))
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(20)
    expect(answers.filter(({ ok, error }) => !ok && error.code !== 'too-fast')).toEqual([])
    expect(ended).toEqual([])
  })
})
