import { describe, expect, it } from 'vitest'
import { raw, town } from './asking.ts'

const everywhere = ['/', '/coach', '/api/v1/templates', '/healthz', '/bestaat/niet']

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
    const { ask } = await town({ PUBLIC_URL: 'https://plein.example.nl' })
    const { headers } = await ask('GET', '/')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('content-security-policy')).toMatch(/wss:\/\/plein\.example\.nl.*upgrade-insecure-requests/)
  })

  it('a strange Host header ends up in no policy', async () => {
    const { port } = await town()
    const answer = await raw(port, "GET / HTTP/1.1\r\nHost: x; script-src 'unsafe-inline'\r\nConnection: close\r\n\r\n")
    expect(answer).toMatch(/connect-src 'self'[ ;]/)
    expect(answer).not.toContain('unsafe')
  })
})
