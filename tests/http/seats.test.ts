import { describe, expect, it } from 'vitest'
import { insist } from '../../client/session/insist.ts'
import { claim, connect } from '../support/phone.ts'
import { type Asked, expectProblem, town } from './asking.ts'

const fragment = (link: string): string => new URL(link).hash.slice(1)
const statuses = (asked: Asked[]): number[] => asked.map(({ status }) => status).sort()

describe('seats by the thousand', () => {
  it('R3 R5 who spends the seats of one code is told that it is busy; another Plein and every role notice nothing, and a new code ends it', async () => {
    const server = await town({ LIMIT_JOINS_BURST: '20', LIMIT_JOINS_RATE: '0' })
    const { ask, makePlein } = server
    const [made, other] = [await makePlein(), await makePlein()]
    const post = (path: string, body: object): Promise<Asked> => ask('POST', `/api/v1/${path}`, body)
    const ticket = fragment(made.links.join)
    const asked = await Promise.all(Array.from({ length: 60 }, (_, time) => post('join', time % 2 ? { ticket } : { code: made.code })))
    expect(statuses(asked)).toEqual([...Array(20).fill(201), ...Array(40).fill(503)])
    const refused = asked.find(({ status }) => status === 503)!
    expectProblem(refused, 503, 'busy')
    expect(refused.headers.get('retry-after')).toBe('2')

    expect((await post('join', { code: other.code })).status).toBe(201)
    for (const role of ['owner', 'screen', 'coach'] as const)
      expect((await post('claim', { secret: fragment(made.links[role]) })).status).toBe(201)
    const joost = await claim(server, 'Joost', made.links.coach)
    expect(await joost.ask({ type: 'link.rotate', role: 'participant' })).toMatchObject({ ok: true })
    expectProblem(await post('join', { ticket }), 404, 'code-unknown')
    const code = () => joost.told.own.findLast(({ join }) => join)?.join?.code ?? made.code
    await expect.poll(code).not.toBe(made.code)
    expect((await post('join', { code: code() })).status).toBe(201)
    // Who was in stayed in.
    const fatma = asked.find(({ status }) => status === 201)!.body as { plein: string; token: string }
    expect((await connect(server, 'Fatma', fatma)).socket.connected).toBe(true)
  })

  it('A15 whom a coach lets in finds a seat when the code gives none any more', async () => {
    const server = await town({ LIMIT_JOINS_BURST: '1', LIMIT_JOINS_RATE: '0' })
    const made = await server.makePlein()
    const joost = await claim(server, 'Joost', made.links.coach)
    expect(await joost.ask({ type: 'door.set', locked: false, asks: true })).toMatchObject({ ok: true })
    const { body } = await server.ask('POST', '/api/v1/join', { code: made.code })
    expectProblem(await server.ask('POST', '/api/v1/join', { code: made.code }), 503, 'busy')
    expect(await joost.ask({ type: 'door.admit', who: 'all' })).toMatchObject({ ok: true })
    expect((await server.ask('POST', '/api/v1/join/waiting', { secret: body.waiting })).status).toBe(201)
  })

  it('R4 a thousand people who press in the same moment all get in without pressing again, each once', async () => {
    const server = await town({ LIMIT_JOINS_AT_ONCE: '10', LOG_LEVEL: 'warn' })
    const made = await server.makePlein()
    const ticket = fragment(made.links.join)
    let told = 0
    const come = async (person: number): Promise<string> => {
      const body = JSON.stringify(person % 2 ? { ticket } : { code: made.code })
      const send = () => fetch(`${server.origin}/api/v1/join`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
      const onBusy = () => {
        told += 1
      }
      const answer = await insist(send, { longest: 60_000, onBusy })
      const said = (await answer!.json()) as { token?: string }
      return `${answer!.status} ${said.token}`
    }
    const all = await Promise.all(Array.from({ length: 1000 }, (_, person) => come(person)))
    expect(all.filter((one) => !one.startsWith('201 '))).toEqual([])
    expect(new Set(all).size).toBe(1000)
    console.log(`${told} of 1000 were told that it is busy.`)
    expect(told).toBeGreaterThan(0)
  })
})
