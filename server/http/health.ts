/** What machines ask: alive, able to serve, counts, and whom to tell about a weakness. */
import { statfs } from 'node:fs/promises'
import type { Request } from 'express'
import { isLoopback } from '../addresses.ts'
import type { Edge } from './edge.ts'
import { Problem } from './problem.ts'
import { type Route, route } from './route.ts'
import * as schemas from './schemas.ts'

const FRESH = 5000

/** Why this server cannot serve now; `null` when it can. A probe of the last five seconds is believed. */
const createReadiness = ({ store, settings, serving, now }: Edge) => {
  let last: { at: number; reason: Promise<string | null> } | null = null
  const probe = async (): Promise<string | null> => {
    const written = await store.probe()
    if (!written.ok) return 'storage'
    const disk = await statfs(settings.dataDir)
    return disk.bavail * disk.bsize < settings.limits.diskFree ? 'disk-nearly-full' : null
  }
  return async (): Promise<string | null> => {
    if (!serving()) return 'stopping'
    if (!last || Math.abs(now() - last.at) >= FRESH) last = { at: now(), reason: probe().catch(() => 'storage') }
    return last.reason
  }
}

/** A proxy on this machine makes everybody look like loopback, so its traces count as "from outside". */
export const fromThisMachine = ({ socket, headers }: Pick<Request, 'socket' | 'headers'>): boolean =>
  isLoopback(socket.remoteAddress?.replace(/^::ffff:/, '') ?? '') &&
  isLoopback((headers.host ?? '').replace(/:\d+$/, '')) &&
  !['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some((header) => headers[header] !== undefined)

export const health = (edge: Edge): Route[] => {
  const notReady = createReadiness(edge)
  const { settings, addresses, metrics } = edge
  return [
    route({
      method: 'get',
      path: '/healthz',
      name: 'alive',
      summary: 'This process is alive.',
      who: 'everybody',
      whileStopping: true,
      answers: { 200: { what: 'Alive.', schema: schemas.health } },
      refuses: [],
      handle: async () => ({ status: 200, body: { status: 'ok' } }),
    }),
    route({
      method: 'get',
      path: '/readyz',
      name: 'ready',
      summary: 'This server can serve: it wrote to its disk in the last five seconds, there is room left, and it is not stopping.',
      who: 'everybody',
      whileStopping: true,
      answers: { 200: { what: 'Ready.', schema: schemas.readiness } },
      refuses: ['not-ready'],
      async handle() {
        const reason = await notReady()
        if (reason !== null) throw new Problem('not-ready', { reason })
        return { status: 200, body: { status: 'ready' } }
      },
    }),
    route({
      method: 'get',
      path: '/metrics',
      name: 'metrics',
      summary: 'Counts for Prometheus, without anything personal. From the machine itself only, unless METRICS_FROM=all.',
      who: 'everybody',
      answers: { 200: { what: 'Text in the Prometheus format.', types: ['text/plain'] } },
      refuses: ['loopback-only'],
      async handle({ local }) {
        if (settings.metricsFrom === 'loopback' && !local) throw new Problem('loopback-only')
        return { status: 200, text: { type: metrics.registry.contentType, body: await metrics.registry.metrics() } }
      },
    }),
    route({
      method: 'get',
      path: '/.well-known/security.txt',
      name: 'securityTxt',
      summary: 'Whom to tell about a weakness (RFC 9116).',
      who: 'everybody',
      answers: { 200: { what: 'Text.', types: ['text/plain'] } },
      refuses: [],
      async handle({ origin }) {
        const base = addresses.joinAddress({ chosen: null, openedAt: origin })
        const expires = new Date(edge.now() + 180 * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z')
        const lines = [
          `Contact: ${settings.securityContact ?? `${base}/organisator`}`,
          `Expires: ${expires}`,
          'Preferred-Languages: nl, en',
          ...(settings.publicUrl === null ? [] : [`Canonical: ${settings.publicUrl}/.well-known/security.txt`]),
        ]
        return { status: 200, text: { type: 'text/plain; charset=utf-8', body: `${lines.join('\n')}\n` } }
      },
    }),
  ]
}
