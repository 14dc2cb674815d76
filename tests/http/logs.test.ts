import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCalm } from '../../server/calm.ts'
import { answerErrors } from '../../server/http/problem.ts'
import { stored } from '../../server/http/stored.ts'
import { createLog, logRequests, withoutContent } from '../../server/logs.ts'
import { asker, bearer, expectProblem, key, raw, town } from './asking.ts'

describe('the log', () => {
  it('S5 holds no key, token, secret, code, ticket, text, query or whole address, even where people put them in the wrong place', async () => {
    const { ask, organiser, port, log, makePlein, claim, join } = await town()
    const canary = 'kanarie-Wim-7f3a'
    const { id, code, links } = await makePlein({ title: `Titel ${canary}`, dilemma: `Dilemma ${canary}` })
    const secrets = Object.values(links).map((link) => new URL(link).hash.slice(1))
    const tokens = [await join(code), await claim(links.coach), await claim(links.owner), await claim(links.screen)]
    const knock = (await ask('POST', '/api/v1/knocks')).body
    await ask('GET', `/api/v1/pleins/${id}/outcome.html`, undefined, bearer(tokens[1]!))
    for (const secret of [...tokens, ...secrets, knock.secret, key]) {
      await ask('GET', `/?token=${secret}`)
      await ask('GET', `/join/${secret}`)
      await ask('GET', `/api/v1/pleins/${secret}`, undefined, organiser)
      await ask('POST', '/api/v1/join', { code: secret.slice(0, 40) })
      await ask('POST', '/api/v1/claim', `{"secret":"${secret}"`)
      await ask('POST', '/api/v1/claim', { [secret]: secret })
      await ask('POST', '/api/v1/leave', undefined, { Authorization: secret })
      await ask('GET', '/', undefined, { Referer: `http://127.0.0.1/#${secret}`, 'User-Agent': secret, 'X-Request-Id': secret })
      await raw(port, `POST ${secret}\r\n\r\n`)
    }
    const [started = '', ...lines] = log().split('\n')
    // The server's own addresses, and nobody else's.
    const written = [started.replaceAll(`http://127.0.0.1:${port}`, ''), ...lines].join('\n')
    expect(written.split('\n').length).toBeGreaterThan(50)
    for (const secret of [...tokens, ...secrets, knock.secret, knock.code, key, code, code.replace('-', ''), canary, id, '127.0.0.1'])
      expect(written).not.toContain(secret)
  })

  it('S5 says where something broke and not what was in it', () => {
    const lines: string[] = []
    const log = createLog('info', { write: (line) => void lines.push(line) })
    log.error({ err: new TypeError('geheim van Ria') }, 'oops')
    log.info({ token: 'geheim', deeper: { secret: 'geheim', key: 'geheim' } }, 'x')
    expect(lines).toHaveLength(2)
    expect(lines.join()).not.toContain('geheim')
    expect(withoutContent(new TypeError('geheim'))).toMatchObject({
      name: 'TypeError',
      at: [expect.stringMatching(/^at /), ...Array(withoutContent(new TypeError()).at.length - 1).fill(expect.anything())],
    })
    expect(withoutContent('geheim')).toEqual({ name: 'string', at: [] })
  })

  it('S5 R5 a store that cannot be read is told as that and no more; where it broke stands in the log, without what was in it', async () => {
    const lines: string[] = []
    const app = express()
    app.use(logRequests(createLog('info', { write: (line) => void lines.push(line) }), Date.now))
    app.get('/blog', () => stored(Promise.reject(new RangeError('geheim van Ria'))))
    app.use(answerErrors)
    const server = app.listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const answer = await asker(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)('GET', '/blog')
    expectProblem(answer, 503, 'storage-failed')
    await expect.poll(() => lines.length).toBe(1)
    expect(JSON.parse(lines[0]!)).toMatchObject({
      problem: 'storage-failed',
      err: { name: 'RangeError', at: expect.arrayContaining([expect.stringContaining('logs.test.ts')]) },
    })
    expect(answer.text + lines.join()).not.toMatch(/geheim|Ria/)
    expect(answer.text).not.toMatch(/RangeError|logs\.test/)
  })

  it('S5 a row on disk that is no JSON is told without a word of it', () => {
    const lines: string[] = []
    const log = createLog('info', { write: (line) => void lines.push(line) })
    const broken = ['geheim', '"van "Ria"', '{"text":"Mijn buurman \n Piet"}', '{"text": geheim van Ria en Piet}', '{"text":1} Piet\n']
    for (const row of broken) {
      const problem = ((): unknown => {
        try {
          return JSON.parse(row)
        } catch (thrown) {
          return thrown
        }
      })()
      log.error({ problem: String(problem) }, 'a Plein could not be opened')
      log.error({ problem: `Een zin: ${(problem as Error).message}` }, 'a Plein could not be opened')
    }
    expect(lines).toHaveLength(10)
    expect(lines.join()).toContain('"problem":"SyntaxError: Not valid JSON"')
    expect(lines.join()).not.toMatch(/geheim|Ria|Piet|Mijn/)
  })

  it('has one line for each failure, by its route', async () => {
    const { ask, log } = await town({ LOG_LEVEL: 'info' })
    await ask('GET', '/healthz')
    await ask('PUT', '/api/v1/join', {})
    const requests = () =>
      log()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .filter(({ msg }) => msg === 'request')
    await expect.poll(requests).toEqual([
      expect.objectContaining({
        method: 'PUT',
        route: '/api/v1/join',
        status: 405,
        problem: 'method-not-allowed',
        from: expect.stringMatching(/^[\da-f]{8}$/),
      }),
    ])
  })

  it('warns once, without an address, when a proxy speaks for others and TRUST_PROXY does not name it', async () => {
    const lines = (written: string) => written.split('\n').filter((line) => line.includes('TRUST_PROXY'))
    const [town1, town2] = [await town({ LOG_LEVEL: 'warn' }), await town({ LOG_LEVEL: 'warn', TRUST_PROXY: 'loopback' })]
    await town1.ask('GET', '/healthz')
    expect(lines(town1.log())).toEqual([])
    for (const { ask } of [town1, town1, town2]) await ask('GET', '/healthz', undefined, { 'X-Forwarded-For': '192.0.2.77' })
    expect(lines(town1.log()).map((line) => JSON.parse(line).level)).toEqual(['warn'])
    expect(town1.log()).not.toContain('192.0.2')
    expect(lines(town2.log())).toEqual([])
  })

  it('R5 has ten lines a minute for one network that does everything wrong, and counts the others', async () => {
    let now = 0
    const calm = createCalm(() => now, { each: 10, all: 15 })
    const written = (name: string, times: number) => Array.from({ length: times }, () => calm.may(name)).filter(Boolean).length
    expect([written('a', 50), written('b', 50)]).toEqual([10, 5])
    expect([calm.left(), calm.left()]).toEqual([85, 0])
    now += 60_000
    expect(written('a', 50)).toBe(10)

    const { ask, log } = await town({ LOG_LEVEL: 'info' })
    await Promise.all(Array.from({ length: 100 }, () => ask('POST', '/api/v1/claim', { secret: 'x' })))
    expect(log().split('"status":404').length - 1).toBeLessThanOrEqual(20)
    expect(log().split('"status":404').length - 1).toBeGreaterThanOrEqual(10)
  })
})
