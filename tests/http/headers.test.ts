import { describe, expect, it } from 'vitest'
import { raw, town } from './asking.ts'

const everywhere = ['/', '/coach', '/api/v1/templates', '/healthz', '/bestaat/niet']

/** As a proxy that ended TLS says it. */
const sealed = { 'X-Forwarded-Proto': 'https' }

const policyOf = (headers: Headers): Map<string, string[]> =>
  new Map(
    headers
      .get('content-security-policy')!
      .split(';')
      .map((rule) => rule.trim().split(/ +/))
      .map(([name, ...sources]) => [name!, sources]),
  )

describe('headers', () => {
  it('keep a browser from everything that no page of ours does', async () => {
    const { ask, port } = await town()
    for (const path of everywhere) {
      const { headers } = await ask('GET', path)
      const policy = Object.fromEntries(
        headers
          .get('content-security-policy')!
          .split(';')
          .map((rule) => [rule.split(' ')[0], rule]),
      )
      expect(policy).toEqual({
        'default-src': "default-src 'none'",
        'script-src': "script-src 'self'",
        'style-src': "style-src 'self'",
        'img-src': "img-src 'self' blob:",
        'font-src': "font-src 'self'",
        'connect-src': `connect-src 'self' ws://127.0.0.1:${port} wss://127.0.0.1:${port}`,
        'manifest-src': "manifest-src 'self'",
        'worker-src': "worker-src 'self'",
        'frame-src': "frame-src 'none'",
        'frame-ancestors': "frame-ancestors 'none'",
        'base-uri': "base-uri 'none'",
        'form-action': "form-action 'self'",
      })
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('permissions-policy')).not.toContain('bluetooth')
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('without TLS nothing is said that would break plain http on a Wi-Fi', async () => {
    for (const env of [{}, { PUBLIC_URL: 'http://plein.example.nl' }]) {
      const { ask } = await town(env as Record<string, string>)
      const { headers } = await ask('GET', '/')
      expect(headers.get('strict-transport-security')).toBeNull()
      expect(headers.get('cross-origin-opener-policy')).toBeNull()
      expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
    }
  })

  it('with TLS browsers are told to stay on it', async () => {
    const { ask, port } = await town({ PUBLIC_URL: 'https://plein.example.nl', TRUST_PROXY: 'loopback' })
    const { headers } = await ask('GET', '/', undefined, sealed)
    const told = [...headers].map(([name, value]) => `${name}: ${value}`).join('\n')
    // A proxy that tells no more than the host for which it was asked.
    const byHost = await raw(port, 'GET / HTTP/1.1\r\nHost: plein.example.nl\r\nConnection: close\r\n\r\n')
    for (const answer of [told, byHost]) {
      expect(answer).toMatch(/^strict-transport-security: max-age=31536000\r?$/im)
      expect(answer).toMatch(/^cross-origin-opener-policy: same-origin\r?$/im)
      expect(answer).toMatch(/wss:\/\/plein\.example\.nl.*upgrade-insecure-requests/)
      expect(answer).not.toContain('ws://')
    }
  })

  it('an address of this machine has no TLS to be sent to, also where PUBLIC_URL is https', async () => {
    const { ask, port } = await town({ PUBLIC_URL: 'https://plein.example.nl' })
    const { headers } = await ask('GET', '/')
    const policy = policyOf(headers)
    expect(policy.get('connect-src')).toEqual(["'self'", `ws://127.0.0.1:${port}`, `wss://127.0.0.1:${port}`, 'wss://plein.example.nl'])
    expect(policy.has('upgrade-insecure-requests')).toBe(false)
    expect(headers.get('cross-origin-opener-policy')).toBeNull()
  })

  it('pass what internet.nl asks of a policy, on a page, a refusal and the polling of Socket.io', async () => {
    const { ask } = await town({ PUBLIC_URL: 'https://plein.example.nl', TRUST_PROXY: 'loopback' })
    for (const path of ['/', '/scherm', '/api/v1/pleins', '/bestaat/niet', '/socket.io/?EIO=4&transport=polling', '/socket.io/']) {
      const { headers } = await ask('GET', path, undefined, sealed)
      const policy = policyOf(headers)
      const fetched = [...policy.entries()].filter(([name]) => name.endsWith('-src'))
      // 1 to 5: said, and nobody or ourselves. `frame-src` falls back on `default-src`.
      for (const name of ['default-src', 'base-uri', 'frame-ancestors']) expect(policy.get(name), path).toEqual(["'none'"])
      expect(policy.get('frame-src') ?? policy.get('default-src'), path).toEqual(["'none'"])
      expect(["'self'", "'none'"], path).toContain(policy.get('form-action')?.join(' '))
      for (const [name, sources] of fetched)
        for (const source of sources) {
          // 6 to 8: no inline script or style, no eval, no hash of a handler.
          expect(source, name).not.toMatch(/unsafe/)
          // 9 and 10: no whole scheme, no wildcard, no bare host, nothing unsealed.
          if (/^'(self|none)'$/.test(source) || (name === 'img-src' && source === 'blob:')) continue
          // The test asks at its own address; a town does not.
          expect(source.replace(/127\.0\.0\.1:\d+/, 'plein.example.nl'), name).toBe('wss://plein.example.nl')
        }
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000')
    }
  })

  it('what is no page is never kept, and what is no HTTP gets headers too', async () => {
    const { ask, port, organiser } = await town()
    for (const path of ['/api/v1/pleins', '/healthz', '/metrics', '/socket.io/?EIO=4&transport=polling', '/bestaat/niet'])
      expect((await ask('GET', path, undefined, organiser)).headers.get('cache-control'), path).toBe('no-store')
    const answer = await raw(port, 'GARBAGE\r\n\r\n')
    expect(answer).toMatch(/Content-Security-Policy: default-src 'none'/)
    expect(answer).toMatch(/X-Content-Type-Options: nosniff/)
  })

  it('a request whose length can be read in two ways is refused', async () => {
    const { port } = await town()
    const head = 'POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
    const twice = await raw(port, `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)
    expect(twice).toMatch(/^HTTP\/1\.1 400 /)
    expect(await raw(port, `${head}Content-Length: 2\r\nContent-Length: 20\r\n\r\n{}`)).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('TRACE is no method here', async () => {
    const { port } = await town()
    for (const path of ['/', '/api/v1/templates', '/healthz']) {
      const answer = await raw(port, `TRACE ${path} HTTP/1.1\r\nHost: x\r\nX-Geheim: pindakaas\r\nConnection: close\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 405 /)
      expect(answer).not.toContain('pindakaas')
    }
  })

  it('a strange Host header ends up in no policy', async () => {
    const { port } = await town()
    const answer = await raw(port, "GET / HTTP/1.1\r\nHost: x; script-src 'unsafe-inline'\r\nConnection: close\r\n\r\n")
    expect(answer).toMatch(/connect-src 'self'[ ;]/)
    expect(answer).not.toContain('unsafe')
  })
})
