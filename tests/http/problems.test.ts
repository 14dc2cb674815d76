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
      '{"code":{"length":{"toString":1,"valueOf":null}}}',
      '[]',
      '{"code":"x","ticket":"y"}',
    ]
    for (const body of bodies) expectProblem(await ask('POST', '/api/v1/join', body), 400, 'bad-request')
    expect(({} as Record<string, unknown>)['code']).toBeUndefined()
  })

  it('bytes that are no HTTP are answered and closed; a request that never ends is closed', async () => {
    const { port } = await town()
    expect(await raw(port, 'GARBAGE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json/)
    expect(await raw(port, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
    const hasty = await town({ LIMIT_REQUEST_TIME: '600' })
    expect(
      await raw(hasty.port, 'POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"co'),
    ).toMatch(/^HTTP\/1\.1 408 /)
    expect((await hasty.ask('GET', '/healthz')).status).toBe(200)
  })
})

describe('a page of another website', () => {
  const foreign = (origin: string): Record<string, string>[] => [
    { Origin: 'https://elders.example' },
    { Origin: 'null' },
    { Origin: `${origin}0` },
    { Origin: `${origin}.elders.example` },
    { 'Sec-Fetch-Site': 'cross-site' },
  ]

  it('may not write here, on any writing route of the OpenAPI document', async () => {
    const { ask, organiser, makePlein, origin } = await town()
    const { id, code, links } = await makePlein()
    const secret = new URL(links.coach).hash.slice(1)
    /** A right body for each writing route; a new route needs a row. */
    const bodies: Record<string, unknown> = {
      'post /api/v1/pleins': { title: 'x', dilemma: 'y' },
      'post /api/v1/practice': {},
      'patch /api/v1/pleins/{id}': { title: 'x' },
      'delete /api/v1/pleins/{id}': { confirm: true },
      'post /api/v1/pleins/{id}/links': { role: 'coach' },
      'patch /api/v1/pleins/{id}/blog': { shared: true },
      'post /api/v1/pleins/{id}/blog': { words: 'x' },
      'delete /api/v1/pleins/{id}/blog': undefined,
      'post /api/v1/pleins/{id}/reminder': { address: 'wim@haven.example' },
      'delete /api/v1/pleins/{id}/reminder': undefined,
      'post /api/v1/backups': undefined,
      'post /api/v1/imports': { outcome: {} },
      'post /api/v1/join': { code },
      'post /api/v1/join/waiting': { secret },
      'post /api/v1/claim': { secret },
      'post /api/v1/leave': undefined,
      'post /api/v1/knocks': undefined,
      'post /api/v1/knocks/claim': { secret },
    }
    const { body } = await ask('GET', '/api/v1/openapi.json')
    const writing = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).flatMap((method) => (method === 'get' ? [] : [`${method} ${path}`])),
    )
    expect(Object.keys(bodies).sort()).toEqual(writing.sort())
    for (const [route, sent] of Object.entries(bodies)) {
      const [method = '', path = ''] = route.split(' ')
      for (const headers of foreign(origin))
        expectProblem(await ask(method.toUpperCase(), path.replace('{id}', id), sent, { ...organiser, ...headers }), 403, 'foreign-origin')
    }
    expect((await ask('POST', '/api/v1/join', { code }, { Origin: origin })).status).toBe(201)
    expect((await ask('GET', `/api/v1/pleins/${id}`, undefined, organiser)).body.title).toBe('De Lange Nieuwstraat')
  })

  it('S5 opens no socket of either kind, by WebSocket or by polling', async () => {
    const { port, origin, makePlein } = await town()
    const { id } = await makePlein()
    const host = `Host: 127.0.0.1:${port}`
    const upgrade =
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nX: y'
    const first = async (path: string, head: string, more: Record<string, string>): Promise<string> => {
      const said = raw(
        port,
        `GET ${path} HTTP/1.1\r\n${host}\r\n${Object.entries(more)
          .map(([name, value]) => `${name}: ${value}\r\n`)
          .join('')}${head}\r\n\r\n`,
      )
      return (await said).slice(0, 12)
    }
    const ways: [string, string][] = [
      ['/socket.io/?EIO=4&transport=websocket', upgrade],
      ['/socket.io/?EIO=4&transport=polling', 'Connection: close'],
      [`/yjs/${id}/board`, upgrade],
    ]
    for (const [path, head] of ways) {
      for (const headers of foreign(origin)) expect(await first(path, head, headers), path).toMatch(/^HTTP\/1\.1 4/)
      expect(await first(path, head, { Origin: origin }), path).toMatch(/^HTTP\/1\.1 (101|200)/)
    }
  })

  it('of PUBLIC_URL is our own', async () => {
    const { ask, makePlein } = await town({ PUBLIC_URL: 'https://plein.example.nl' })
    const { code, links } = await makePlein()
    expect(links.coach).toMatch(/^https:\/\/plein\.example\.nl\/coach#/)
    expect((await ask('POST', '/api/v1/join', { code }, { Origin: 'https://plein.example.nl' })).status).toBe(201)
  })
})
