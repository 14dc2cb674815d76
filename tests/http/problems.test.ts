import { describe, expect, it } from 'vitest'
import { bearer, expectProblem, raw, town } from './asking.ts'

describe('errors are problem+json (RFC 9457)', () => {
  it('R5 whatever is wrong has a name, a sentence and a status', async () => {
    const { ask, organiser } = await town()
    expectProblem(await ask('GET', '/bestaat/niet'), 404, 'not-found')
    expectProblem(await ask('GET', '/api/v1/niets'), 404, 'not-found')
    expectProblem(await ask('GET', '/%E0%A4%A'), 404, 'not-found')
    expectProblem(await ask('GET', '/api/v1/pleins/%E0%A4%A', undefined, organiser), 400, 'bad-request')
    expectProblem(await ask('GET', '/../../etc/passwd'), 404, 'not-found')
    expectProblem(await ask('GET', '/assets/niet.js'), 404, 'not-found')
    const put = await ask('PUT', '/api/v1/join', {})
    expectProblem(put, 405, 'method-not-allowed')
    expect(put.headers.get('allow')).toBe('POST')
    expect((await ask('PUT', '/api/v1/pleins', {})).headers.get('allow')).toBe('GET, HEAD, POST')
    expectProblem(await ask('OPTIONS', '/api/v1/join'), 405, 'method-not-allowed')
    expectProblem(await ask('POST', '/coach'), 405, 'method-not-allowed')
    expectProblem(await ask('POST', '/api/v1/join', 'code=234', { 'Content-Type': 'application/x-www-form-urlencoded' }), 415, 'not-json')
    expectProblem(await ask('POST', '/api/v1/join', '{"code":"2', {}), 400, 'bad-json')
    expectProblem(await ask('POST', '/api/v1/join', '"code"', {}), 400, 'bad-json')
    expectProblem(await ask('POST', '/api/v1/join', '{"code":"x"}', { 'Content-Encoding': 'gzip' }), 415, 'not-json')
    expectProblem(await ask('POST', '/api/v1/join'), 400, 'bad-request')
    expectProblem(await ask('POST', '/api/v1/claim', { secret: 'onbekend' }), 404, 'link-unknown')
    expectProblem(await ask('POST', '/api/v1/knocks/claim', { secret: 'onbekend' }), 404, 'screen-code-unknown')
    expectProblem(await ask('POST', '/api/v1/leave', undefined, bearer('onbekend')), 401, 'token-unknown')
    expectProblem(await ask('POST', '/api/v1/leave'), 401, 'token-missing')
    expectProblem(await ask('POST', '/api/v1/knocks', { groot: 'x'.repeat(10_000) }), 413, 'too-large')
  })

  it('join and claim take 4 KiB and not more', async () => {
    const { ask } = await town()
    for (const path of ['/api/v1/join', '/api/v1/claim', '/api/v1/knocks/claim']) {
      expectProblem(await ask('POST', path, { code: 'x'.repeat(4100) }), 413, 'too-large')
      expectProblem(await ask('POST', path, { code: 'x'.repeat(4000) }), 400, 'bad-request')
    }
  })

  it('speak Dutch or English', async () => {
    const { ask } = await town()
    const detail = async (language: string) =>
      (await ask('POST', '/api/v1/join', { code: 'XXX' }, { 'Accept-Language': language })).body.detail
    expect(await detail('nl-NL,nl;q=0.9,en;q=0.8')).toBe('Deze code klopt niet. Kijk op het scherm in de zaal en typ de code opnieuw.')
    expect(await detail('en-GB')).toBe('This code is not right. Look at the screen in the room and type it again.')
  })

  it('R5 keys of prototypes, deep nesting and wrong types change nothing', async () => {
    const { ask } = await town()
    const bodies = [
      '{"__proto__":{"code":"x"}}',
      '{"constructor":{"prototype":{}}}',
      `{"code":${'['.repeat(1500)}${']'.repeat(1500)}}`,
      '{"code":null}',
      '{"code":{"length":7}}',
      '[]',
      '{"code":"x","ticket":"y"}',
    ]
    for (const body of bodies) expectProblem(await ask('POST', '/api/v1/join', body), 400, 'bad-request')
    expect(({} as Record<string, unknown>)['code']).toBeUndefined()
  })

  it('bytes that are no HTTP are answered and closed; a request that never ends is closed', async () => {
    const { port, ask } = await town({ LIMIT_REQUEST_TIME: '600' })
    expect(await raw(port, 'GARBAGE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json/)
    expect(await raw(port, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
    expect(
      await raw(port, 'POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"co'),
    ).toMatch(/^HTTP\/1\.1 408 /)
    expect((await ask('GET', '/healthz')).status).toBe(200)
  })
})

describe('a page of another website', () => {
  it('may not write here, on any writing route', async () => {
    const { ask, organiser, makePlein, origin } = await town()
    const { id, code, links } = await makePlein()
    const secret = new URL(links.coach).hash.slice(1)
    const writes: [string, string, unknown][] = [
      ['POST', '/api/v1/pleins', { title: 'x', dilemma: 'y' }],
      ['PATCH', `/api/v1/pleins/${id}`, { title: 'x' }],
      ['DELETE', `/api/v1/pleins/${id}`, { confirm: true }],
      ['POST', `/api/v1/pleins/${id}/links`, { role: 'coach' }],
      ['POST', '/api/v1/join', { code }],
      ['POST', '/api/v1/claim', { secret }],
      ['POST', '/api/v1/leave', undefined],
      ['POST', '/api/v1/knocks', undefined],
      ['POST', '/api/v1/knocks/claim', { secret }],
    ]
    for (const [method, path, body] of writes) {
      for (const foreign of [
        { Origin: 'https://elders.example' },
        { Origin: 'null' },
        { Origin: `${origin}0` },
        { 'Sec-Fetch-Site': 'cross-site' },
      ]) {
        expectProblem(await ask(method, path, body, { ...organiser, ...(foreign as Record<string, string>) }), 403, 'foreign-origin')
      }
    }
    expect((await ask('POST', '/api/v1/join', { code }, { Origin: origin })).status).toBe(201)
    expect((await ask('GET', `/api/v1/pleins/${id}`, undefined, organiser)).body.title).toBe('De Lange Nieuwstraat')
  })

  it('of PUBLIC_URL is our own', async () => {
    const { ask, makePlein } = await town({ PUBLIC_URL: 'https://plein.example.nl' })
    const { code, links } = await makePlein()
    expect(links.coach).toMatch(/^https:\/\/plein\.example\.nl\/coach#/)
    expect((await ask('POST', '/api/v1/join', { code }, { Origin: 'https://plein.example.nl' })).status).toBe(201)
  })
})
