import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { stillClock } from '../../scripts/fuzz/clock.ts'
import { guess } from '../../scripts/fuzz/guessing.ts'
import { dice } from '../../scripts/players/dice.ts'
import { createNeighbours } from '../../server/http/neighbours.ts'
import { networkOf } from '../../server/http/network.ts'
import { createThrottle } from '../../server/http/throttle.ts'
import { claim, connect } from '../support/phone.ts'
import { bearer, expectProblem, town } from './asking.ts'

const timed = async <T>(work: () => Promise<T>): Promise<{ result: T; took: number }> => {
  const start = performance.now()
  const result = await work()
  return { result, took: performance.now() - start }
}
const wrongCode = (n: number) => `222-${String(n).padStart(4, '2').replace(/[01]/g, '2')}`
/** A device at this address, behind a proxy that says so. */
const at = (address: string) => ({ 'X-Forwarded-For': address })
const proxied = { TRUST_PROXY: 'loopback' }

describe('guessing a code', () => {
  it('R4 sixty honest phones behind one address all get in, while wrong codes from there wait', async () => {
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
    const answered = await Promise.all(guesses)
    for (const { result } of answered) expectProblem(result, 404, 'code-unknown')
    expect(Math.max(...answered.map(({ took }) => took))).toBeGreaterThan(2000)
  })

  it('R4 with every ration spent, a room that is in does not wait, and elsewhere a right code waits like a wrong one', async () => {
    const delay = 6000
    const { ask, makePlein } = await town({ ...proxied, LIMIT_JOIN_FAILURES_TOTAL: '5', LIMIT_JOIN_DELAY: `${delay}` })
    const made = await makePlein()
    const [room, elsewhere] = ['192.0.2.1', '192.0.2.2']
    expect((await ask('POST', '/api/v1/claim', { secret: new URL(made.links.screen).hash.slice(1) }, at(room))).status).toBe(201)
    await Promise.all(
      Array.from({ length: 5 }, (_, guess) => ask('POST', '/api/v1/join', { code: wrongCode(guess) }, at(`198.51.100.${guess}`))),
    )
    const right = timed(() => ask('POST', '/api/v1/join', { code: made.code }, at(elsewhere)))
    const wrong = timed(() => ask('POST', '/api/v1/join', { code: wrongCode(9) }, at(elsewhere)))
    const phones = await timed(() =>
      Promise.all(Array.from({ length: 60 }, () => ask('POST', '/api/v1/join', { code: made.code }, at(room)))),
    )
    expect(phones.result.map(({ status }) => status)).toEqual(Array(60).fill(201))
    expect(phones.took).toBeLessThan(delay - 100)
    const [early, late] = await Promise.all([right, wrong])
    for (const { result, took } of [early, late]) {
      expectProblem(result, 503, 'busy')
      expect(took).toBeGreaterThan(delay - 100)
    }
    expect(late.result.text).toBe(early.result.text)
    expect((await ask('POST', '/api/v1/join', { ticket: new URL(made.links.join).hash.slice(1) }, at(elsewhere))).status).toBe(201)
    expect((await ask('POST', '/api/v1/join', { code: made.code }, at(elsewhere))).status).toBe(201)
  })

  it('R4 a line that is open makes its network a room that is in', async () => {
    const server = await town({ LIMIT_JOIN_FAILURES_TOTAL: '1', LIMIT_JOIN_DELAY: '1000' })
    const { ask, makePlein } = server
    const made = await makePlein()
    const token = await server.join(made.code)
    await server.restart()
    await ask('POST', '/api/v1/join', { code: wrongCode(1) })
    expectProblem(await ask('POST', '/api/v1/join', { code: made.code }), 503, 'busy')
    await connect(server, 'Fatma', { plein: made.id, token })
    expect((await ask('POST', '/api/v1/join', { code: made.code })).status).toBe(201)
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

  it('an organiser’s key that was chosen by hand is looked at no faster than a code; from elsewhere the right one gets its turn', async () => {
    const { ask, organiser, makePlein, claim } = await town({
      ...proxied,
      LIMIT_JOIN_FAILURES_PER_ADDRESS: '2',
      LIMIT_JOIN_FAILURES_TOTAL: '60',
      LIMIT_JOIN_DELAY: '700',
    })
    const { id, links } = await makePlein()
    const joost = await claim(links.coach)
    const outcome = `/api/v1/pleins/${id}/outcome.json`
    const guess = (path: string, n: number) => ask('GET', path, undefined, { ...bearer(`geraden-sleutel-${n}`), ...at('198.51.100.7') })
    expect((await guess('/api/v1/pleins', 1)).body.code).toBe('organiser-key-wrong')
    // The outcome takes the key too, and must not be a way around.
    expect((await guess(outcome, 2)).body.code).toBe('token-unknown')
    const more = await Promise.all(Array.from({ length: 12 }, (_, n) => guess(n % 2 ? outcome : '/api/v1/pleins', n)))
    expect(more.filter(({ body }) => body.code === 'busy').length).toBeGreaterThan(8)
    // Who waited too long would be sent away.
    expect((await ask('GET', '/api/v1/pleins', undefined, { ...organiser, ...at('203.0.113.9') })).status).toBe(200)
    // A seat's token is no key: behind the address that guesses it waits for nobody.
    expect((await ask('GET', outcome, undefined, { ...bearer(joost), ...at('198.51.100.7') })).status).toBe(200)
  })

  it('R4 phones whose tokens ended, and ask for the outcome, do not keep the organiser behind the same address waiting', async () => {
    const { ask, organiser, makePlein } = await town({
      LIMIT_JOIN_FAILURES_PER_ADDRESS: '1',
      LIMIT_JOIN_FAILURES_TOTAL: '1',
      LIMIT_JOIN_DELAY: '60000',
    })
    const outcome = `/api/v1/pleins/${(await makePlein()).id}/outcome.json`
    for (let phone = 0; phone < 5; phone++)
      expectProblem(await ask('GET', outcome, undefined, bearer(randomBytes(32).toString('base64url'))), 401, 'token-unknown')
    expect((await ask('GET', '/api/v1/pleins', undefined, organiser)).status).toBe(200)
  })

  it('wrong, unknown, old and closed codes, and those of a deleted Plein, are answered byte for byte the same', async () => {
    const server = await town({ LIMIT_TAKE_BACK: '0' })
    const { ask, makePlein, organiser } = server
    const [deleted, closed, rotated] = [await makePlein(), await makePlein(), await makePlein()]
    expect((await ask('DELETE', `/api/v1/pleins/${deleted.id}`, { confirm: true }, organiser)).status).toBe(204)
    expect((await ask('POST', `/api/v1/pleins/${rotated.id}/links`, { role: 'participant' }, organiser)).status).toBe(201)
    expect((await ask('POST', `/api/v1/pleins/${rotated.id}/links`, { role: 'coach' }, organiser)).status).toBe(201)
    const joost = await claim(server, 'Joost', closed.links.coach)
    expect(await joost.ask({ type: 'plein.open' })).toMatchObject({ ok: true })
    expect(await joost.ask({ type: 'plein.close', confirmed: true })).toMatchObject({ ok: true })
    const same = async (answers: Promise<{ status: number; text: string }>[], status: number) => {
      const said = await Promise.all(answers)
      expect(said.map((one) => one.status)).toEqual(said.map(() => status))
      expect([...new Set(said.map(({ text }) => text))]).toHaveLength(1)
    }
    await same(
      [deleted.code, closed.code, rotated.code, '222-2222', 'geen code', 'AAA-0000', ''.padEnd(40, '2')].map((typed) =>
        ask('POST', '/api/v1/join', { code: typed }),
      ),
      404,
    )
    const secrets = [deleted.links.coach, deleted.links.screen, rotated.links.coach].map((link) => new URL(link).hash.slice(1))
    await same(
      [...secrets, 'x'.repeat(43), 'geen link'].map((secret) => ask('POST', '/api/v1/claim', { secret })),
      404,
    )
  })

  it.each([
    ['/api/v1/join', { code: '222-2222' }, 'code-unknown'],
    ['/api/v1/join', { ticket: 'kaartje' }, 'code-unknown'],
    ['/api/v1/join/waiting', { secret: 'x'.repeat(43) }, 'code-unknown'],
    ['/api/v1/claim', { secret: 'x'.repeat(43) }, 'link-unknown'],
    ['/api/v1/knocks/claim', { secret: 'x'.repeat(43) }, 'screen-code-unknown'],
  ])('what is wrong at %s (%o) is answered after 50 ms or more', async (path, body, code) => {
    const { ask } = await town()
    const all: number[] = []
    for (let tries = 0; tries < 5; tries++) {
      const { result, took } = await timed(() => ask('POST', path, body))
      expectProblem(result, 404, code)
      all.push(took)
    }
    // A timer may come a millisecond early.
    expect(Math.min(...all)).toBeGreaterThanOrEqual(49)
  })

  it('the ticket of a closed Plein is known to be its own, and says that the Plein is over', async () => {
    const server = await town({ LIMIT_TAKE_BACK: '0' })
    const { links } = await server.makePlein()
    const joost = await claim(server, 'Joost', links.coach)
    expect(await joost.ask({ type: 'plein.open' })).toMatchObject({ ok: true })
    expect(await joost.ask({ type: 'plein.close', confirmed: true })).toMatchObject({ ok: true })
    const ticket = new URL(links.join).hash.slice(1)
    expectProblem(await server.ask('POST', '/api/v1/join', { ticket }), 410, 'plein-closed')
    expectProblem(await server.ask('POST', '/api/v1/join', { ticket: 'x'.repeat(ticket.length) }), 404, 'code-unknown')
  })

  it('case, spaces and hyphens of a typed code do not matter', async () => {
    const { makePlein, join } = await town()
    const { code } = await makePlein()
    for (const typed of [code.toLowerCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `, [...code].join('-')]) await join(typed)
  })

  it('R4 a thousand lines that guess for an hour find no more than chance gives, and sixty phones of a room get in meanwhile', async () => {
    const seed = Date.now() % 1e9
    const { below } = dice(seed)
    const found = await guess({ hours: 1, addresses: 500, draw: () => below(2 ** 31) / 2 ** 31 })
    expect(found.checked, `seed ${seed}`).toBeLessThanOrEqual(found.most)
    // A whole day, all Pleinen open: one seat in four months.
    expect(found.expected * 24).toBeLessThan(0.01)
    expect([found.hits, found.sentAway], `seed ${seed}`).toEqual([0, 0])
    expect(found.slowest, `seed ${seed}`).toBeLessThan(10_000)
  })
})

describe('the throttle', () => {
  const limits = { joinFailuresPerAddress: 3, joinFailuresTotal: 6, joinDelay: 60_000 }
  const started = () => {
    const clock = stillClock()
    const throttle = createThrottle(limits, clock.now, clock.timers)
    const looked: [string, number][] = []
    const ask = (address: string, right = false) =>
      throttle.turn(
        address,
        async () => {
          looked.push([address, clock.now()])
          return right
        },
        (was) => !was,
      )
    return { clock, throttle, looked, ask }
  }
  it('looks at once within the rations, then one after another; what is right costs nothing', async () => {
    const { clock, throttle, looked, ask } = started()
    for (let n = 0; n < 10; n++) await ask('192.0.2.1', true)
    for (let n = 0; n < 3; n++) await ask('192.0.2.1')
    expect(looked.every(([, when]) => when === 0)).toBe(true)
    for (let n = 0; n < 4; n++) void ask('192.0.2.1')
    await clock.goOn(30_000)
    // The first has waited for nobody; after that one in ten seconds, the ration of all, and one more when its own has grown by one.
    expect(looked.slice(13).map(([, when]) => when)).toEqual([0, 10_000, 20_000, 20_000])
    expect(throttle.waiting()).toBe(0)
  })
  it('lets the network that spent least go first, and sends away who waited too long', async () => {
    const { clock, looked, ask } = started()
    for (let n = 0; n < 3; n++) await Promise.all([ask('192.0.2.1'), ask('192.0.2.2')])
    const waits = Array.from({ length: 9 }, () => ask('192.0.2.1'))
    const honest = ask('192.0.2.9', true)
    await clock.goOn(70_000)
    expect(await honest).toBe(true)
    expect(looked[6]).toEqual(['192.0.2.9', 10_000])
    const answers = await Promise.all(waits)
    expect(answers.filter((answer) => answer === 'busy').length).toBe(4)
  })
  it('bounds what waits, of one network and in all', async () => {
    const { clock, throttle, ask } = started()
    const answers = Array.from({ length: 260 }, () => ask('192.0.2.1'))
    expect(throttle.waiting()).toBeLessThanOrEqual(200)
    for (let n = 0; n < 3000; n++) void ask(`198.51.${n >> 8}.${n & 255}`)
    expect(throttle.waiting()).toBeLessThanOrEqual(2000)
    await clock.goOn(61_000)
    expect((await Promise.all(answers)).filter((answer) => answer === 'busy').length).toBeGreaterThan(50)
  })
  it('takes a /64 of IPv6 as one address', async () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'))
    expect(networkOf('2001:db8:1:2::9')).not.toBe(networkOf('2001:db8:1:3::9'))
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
  })
})

describe('who is in', () => {
  it('counts while a line lasts and for an hour, one building and no more, and never behind a proxy that is not known', () => {
    let now = 0
    const neighbours = createNeighbours(() => now, 'zout')
    neighbours.seen('192.0.2.1', 'a')
    const leave = neighbours.enter('192.0.2.1', 'b')
    expect(neighbours.of('192.0.2.1')).toEqual(['a', 'b'])
    expect(neighbours.of('192.0.2.2')).toEqual([])
    now += 3_600_001
    expect(neighbours.of('192.0.2.1')).toEqual(['b'])
    leave()
    now += 3_599_999
    expect(neighbours.of('192.0.2.1')).toEqual(['b'])
    now += 2
    expect(neighbours.of('192.0.2.1')).toEqual([])
    for (const plein of ['a', 'b', 'c']) neighbours.seen('192.0.2.3', plein)
    expect(neighbours.of('192.0.2.3')).toHaveLength(3)
    neighbours.seen('192.0.2.3', 'd')
    expect(neighbours.of('192.0.2.3')).toEqual([])
    neighbours.seen(null, 'a')
    expect(neighbours.of(null)).toEqual([])
  })
})
