import { describe, expect, it } from 'vitest'
import { createThrottle, networkOf } from '../../server/http/throttle.ts'
import { bearer, expectProblem, town } from './asking.ts'

const timed = async <T>(work: () => Promise<T>): Promise<{ result: T; took: number }> => {
  const start = performance.now()
  const result = await work()
  return { result, took: performance.now() - start }
}
const wrongCode = (n: number) => `222-${String(n).padStart(4, '2').replace(/[01]/g, '2')}`

describe('guessing a code', () => {
  it('R4 sixty honest phones behind one address all get in at once, while wrong codes from there wait', async () => {
    const { ask, makePlein } = await town()
    const { code, links } = await makePlein()
    for (let guess = 0; guess < 20; guess++)
      expectProblem(await ask('POST', '/api/v1/join', { code: wrongCode(guess) }), 404, 'code-unknown')
    const guesses = Array.from({ length: 30 }, (_, guess) => timed(() => ask('POST', '/api/v1/join', { code: wrongCode(guess) })))
    const ticket = new URL(links.join).hash.slice(1)
    const room = await timed(() =>
      Promise.all(Array.from({ length: 60 }, (_, phone) => ask('POST', '/api/v1/join', phone % 2 ? { code } : { ticket }))),
    )
    expect(room.result.map(({ status }) => status)).toEqual(Array(60).fill(201))
    expect(new Set(room.result.map(({ body }) => body.token)).size).toBe(60)
    expect(room.took).toBeLessThan(10_000)
    for (const { result, took } of await Promise.all(guesses)) {
      expectProblem(result, 404, 'code-unknown')
      expect(took).toBeGreaterThan(1000)
    }
  })

  it('R4 a wrong ticket, link or token is never delayed: it cannot be guessed', async () => {
    const { ask } = await town({ LIMIT_JOIN_FAILURES_PER_ADDRESS: '1', LIMIT_JOIN_FAILURES_TOTAL: '1', LIMIT_JOIN_DELAY: '60000' })
    await ask('POST', '/api/v1/join', { code: wrongCode(1) })
    for (let guess = 0; guess < 5; guess++) {
      expectProblem(await ask('POST', '/api/v1/join', { ticket: `kaartje${guess}` }), 404, 'code-unknown')
      expectProblem(await ask('POST', '/api/v1/claim', { secret: `link${guess}` }), 404, 'link-unknown')
      expectProblem(await ask('POST', '/api/v1/leave', undefined, bearer(`token${guess}`)), 401, 'token-unknown')
    }
  })

  it('wrong, unknown and old codes, and those of a deleted Plein, are answered byte for byte the same', async () => {
    const { ask, makePlein, organiser } = await town()
    const { id, code } = await makePlein()
    expect((await ask('DELETE', `/api/v1/pleins/${id}`, { confirm: true }, organiser)).status).toBe(204)
    const answers = await Promise.all(
      [code, '222-2222', 'geen code', 'AAA-0000', ''.padEnd(40, '2')].map((typed) => ask('POST', '/api/v1/join', { code: typed })),
    )
    expect([...new Set(answers.map(({ text }) => text))]).toHaveLength(1)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
  })

  it('case, spaces and hyphens of a typed code do not matter', async () => {
    const { makePlein, join } = await town()
    const { code } = await makePlein()
    for (const typed of [code.toLowerCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `, [...code].join('-')]) await join(typed)
  })
})

describe('the throttle', () => {
  const limits = { joinFailuresPerAddress: 3, joinFailuresTotal: 5, joinDelay: 8000 }
  it('counts each address and all together, and its delay has an end', async () => {
    const throttle = createThrottle(limits)
    const delays = async (address: string, times: number) => {
      const all: number[] = []
      for (let time = 0; time < times; time++) all.push(await throttle.failed(address))
      return all
    }
    expect(await delays('192.0.2.1', 4)).toEqual([0, 0, 0, 1500])
    expect(await delays('192.0.2.2', 2)).toEqual([0, 1500])
    expect(Math.max(...(await delays('192.0.2.2', 40)))).toBe(8000)
  })
  it('takes a /64 of IPv6 as one address', async () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'))
    expect(networkOf('2001:db8:1:2::9')).not.toBe(networkOf('2001:db8:1:3::9'))
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
  })
})
