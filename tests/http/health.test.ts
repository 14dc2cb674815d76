import hooks from 'node:perf_hooks'
import { describe, expect, it, vi } from 'vitest'
import type { Edge } from '../../server/http/edge.ts'
import { fromThisMachine, health } from '../../server/http/health.ts'
import type { Problem } from '../../server/http/problem.ts'
import { createMetrics } from '../../server/metrics.ts'
import { readSettings } from '../../server/settings.ts'
import type { CommitResult } from '../../server/store/contract.ts'
import { folder } from '../support/folder.ts'
import { expectProblem, town } from './asking.ts'

describe('what machines ask', () => {
  it('alive and ready', async () => {
    const { ask } = await town()
    expect((await ask('GET', '/healthz')).body).toEqual({ status: 'ok' })
    expect((await ask('GET', '/readyz')).body).toEqual({ status: 'ready' })
  })

  it('what watches the event loop wakes an idle server no more than ten times a second', async () => {
    const watched = vi.spyOn(hooks, 'monitorEventLoopDelay')
    const { registry } = createMetrics()
    expect(watched.mock.calls.map(([options]) => options?.resolution)).toEqual([100])
    expect(await registry.metrics()).toContain('pleinbord_nodejs_eventloop_lag_p99_seconds')
    watched.mockRestore()
  })

  it('not ready when the disk is nearly full', async () => {
    const { ask } = await town({ LIMIT_DISK_FREE: '999999999999999' })
    const asked = await ask('GET', '/readyz')
    expectProblem(asked, 503, 'not-ready')
    expect(asked.body.reason).toBe('disk-nearly-full')
    expect(asked.headers.get('retry-after')).toBe('2')
  })

  it('ready is not believed for longer than five seconds, and never while stopping', async () => {
    const now = { time: 0, serving: true, probes: 0, probe: { ok: true } as CommitResult }
    const edge = {
      settings: readSettings({ DATA_DIR: folder(), LIMIT_DISK_FREE: '0' }),
      now: () => now.time,
      serving: () => now.serving,
      store: {
        probe: async () => {
          now.probes += 1
          return now.probe
        },
      },
    } as unknown as Edge
    const readyz = health(edge).find(({ path }) => path === '/readyz')!
    const reason = () =>
      readyz.handle({} as never).then(
        () => null,
        (error: Problem) => error.facts['reason'],
      )
    expect(await reason()).toBeNull()
    now.probe = { ok: false, reason: 'failed', problem: 'disk full' }
    now.time = 4999
    expect([await reason(), now.probes]).toEqual([null, 1])
    now.time = 5000
    expect([await reason(), now.probes]).toEqual(['storage', 2])
    now.probe = { ok: true }
    now.time = 10_000
    expect(await reason()).toBeNull()
    now.serving = false
    expect(await reason()).toBe('stopping')
  })

  it('the age of the newest backup counts from the first Plein on: where there is nothing to keep, none is missing', async () => {
    const { ask, organiser, makePlein } = await town({ LIMIT_DISK_FREE: '0' })
    const age = async (): Promise<number> => {
      const { text } = await ask('GET', '/metrics')
      return Number(/^pleinbord_backup_age_seconds (\S+)$/m.exec(text)?.[1])
    }
    expect(await age()).toBe(-1)
    const { id } = await makePlein()
    expect(await age()).toBeGreaterThanOrEqual(0)
    expect((await ask('POST', '/api/v1/backups', undefined, organiser)).status).toBe(201)
    // Of a whole second.
    expect(await age()).toBeLessThan(30)
    expect((await ask('DELETE', `/api/v1/pleins/${id}`, { confirm: true }, organiser)).status).toBe(204)
    expect(await age()).toBe(-1)
  })

  it('counts for this machine only, without anything personal', async () => {
    const { ask, makePlein, join } = await town()
    const { id, code } = await makePlein()
    const token = await join(code)
    await ask('POST', '/api/v1/join', { code: '222-2222' })
    const { status, text, headers } = await ask('GET', '/metrics')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(text).toMatch(/^pleinbord_joins_total\{role="participant"\} 1$/m)
    expect(text).toMatch(/^pleinbord_join_failures_total 1$/m)
    expect(text).toMatch(/^pleinbord_pleins_in_memory 1$/m)
    for (const name of ['broken', 'rebuilt', 'unchecked']) expect(text).toMatch(new RegExp(`^pleinbord_pleins_${name} 0$`, 'm'))
    expect(text).toContain('route="/api/v1/pleins"')
    expect(text).toMatch(/^pleinbord_erasures_behind_seconds 0$/m)
    for (const secret of [id, code, token, 'Nieuwstraat', '127.0.0.1']) expect(text).not.toContain(secret)
    for (const proxied of ['X-Forwarded-For', 'Forwarded', 'Via', 'X-Real-IP']) {
      expectProblem(await ask('GET', '/metrics', undefined, { [proxied]: '127.0.0.1' }), 403, 'loopback-only')
    }
  })

  it('counts for everybody when that is set', async () => {
    const { ask } = await town({ METRICS_FROM: 'all' })
    expect((await ask('GET', '/metrics', undefined, { 'X-Forwarded-For': '192.0.2.1' })).status).toBe(200)
  })

  it.each([
    ['127.0.0.1', 'localhost:3000', true],
    ['::ffff:127.0.0.1', '127.0.0.1:3000', true],
    ['::1', '[::1]:3000', true],
    ['192.168.1.9', '127.0.0.1:3000', false],
    ['127.0.0.1', 'elders.example:3000', false],
  ])('a request of %s for %s is from this machine: %s', (remoteAddress, host, expected) => {
    expect(fromThisMachine({ socket: { remoteAddress }, headers: { host } } as never)).toBe(expected)
  })

  it('whom to tell about a weakness, with a date that is still to come', async () => {
    const { ask } = await town({ SECURITY_CONTACT: 'mailto:veilig@plein.example', PUBLIC_URL: 'https://plein.example.nl' })
    const { text, headers } = await ask('GET', '/.well-known/security.txt')
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(text).toMatch(/^Contact: mailto:veilig@plein\.example\nExpires: .*Z\n/)
    const expires = Date.parse(/Expires: (.*)/.exec(text)![1]!)
    expect(expires).toBeGreaterThan(Date.now())
    expect(expires).toBeLessThan(Date.now() + 366 * 86_400_000)
    expect(text).toContain('Preferred-Languages: nl, en\n')
    expect(text).toContain('Canonical: https://plein.example.nl/.well-known/security.txt')
    for (const field of ['Expires', 'Preferred-Languages', 'Canonical']) expect(text.split(`${field}: `), field).toHaveLength(2)
  })

  it('without an address of its own the contact is the page of the organiser, and nothing is called canonical', async () => {
    const { ask } = await town()
    const { text } = await ask('GET', '/.well-known/security.txt')
    expect(text).toMatch(/^Contact: http:\/\/\S+\/organisator\nExpires: /)
    expect(text).not.toContain('Canonical')
  })
})
