/** Counts for Prometheus, without anything personal: no Plein, no seat, no address. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Backups } from './backup/backups.ts'
import type { Live } from './live/live.ts'
import type { Store } from './store/contract.ts'

export type Metrics = {
  registry: Registry
  request(by: { method: string; route: string; status: number; seconds: number }): void
  joinFailed(): void
  joined(role: string): void
  /** A command over a socket, by the name of its refusal. */
  refused(code: string): void
  /** The line of a document, by the code that it was closed with. */
  closed(code: number): void
  /** Read whenever somebody asks for the metrics. */
  gauge(name: string, help: string, read: () => Promise<number>): void
}

export const createMetrics = (): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  // By default it wakes the process a hundred times a second: most of what a server would do in which nobody does anything.
  collectDefaultMetrics({ register: registry, prefix: 'pleinbord_', eventLoopMonitoringPrecision: 100 })
  const requests = new Histogram({
    name: 'pleinbord_http_request_seconds',
    help: 'Duration of HTTP requests by route, method and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  })
  const failures = new Counter({
    name: 'pleinbord_join_failures_total',
    help: 'Join codes that let nobody in; a rise is somebody guessing.',
    registers,
  })
  const joins = new Counter({ name: 'pleinbord_joins_total', help: 'Seats given, by role.', labelNames: ['role'], registers })
  const refusals = new Counter({
    name: 'pleinbord_refused_total',
    help: 'Commands over sockets that were refused, by name; a rise of not-allowed or bad-command is somebody trying.',
    labelNames: ['code'],
    registers,
  })
  const closings = new Counter({
    name: 'pleinbord_document_lines_closed_total',
    help: 'Lines of documents that the server closed, by code; 4403 and 4400 are attempts to read or write what one may not.',
    labelNames: ['code'],
    registers,
  })
  return {
    registry,
    request: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    joinFailed: () => failures.inc(),
    joined: (role) => joins.inc({ role }),
    refused: (code) => refusals.inc({ code }),
    closed: (code) => closings.inc({ code }),
    gauge(name, help, read) {
      new Gauge({
        name: `pleinbord_${name}`,
        help,
        registers,
        async collect() {
          this.set(await read())
        },
      })
    },
  }
}

const counted = {
  pleins: ['pleins_in_memory', 'Pleinen that are in memory.'],
  broken: ['pleins_broken', 'Pleinen that break a rule that always holds, as they are on disk; nothing is written in them.'],
  rebuilt: ['pleins_rebuilt', 'Pleinen that broke a rule that always holds in memory only, and were built anew.'],
  unchecked: ['pleins_unchecked', 'Pleinen of which a rule that always holds cannot be looked at.'],
  sockets: ['sockets', 'Socket.io connections with a seat.'],
  readers: ['document_readers', 'Open documents of all readers.'],
} as const

export const countLive = ({ gauge }: Metrics, { counts }: Pick<Live, 'counts'>): void => {
  for (const [what, [name, help]] of Object.entries(counted)) gauge(name, help, async () => (await counts())[what as keyof typeof counted])
}

/** The age tells an operator that backups stopped, before anybody needs one. */
export const countBackups = (
  metrics: Metrics,
  { backups, store, now }: { backups: Pick<Backups, 'newest' | 'beside'>; store: Pick<Store, 'list'>; now: () => number },
): void => {
  metrics.gauge(
    'erasures_behind_seconds',
    'Since something was erased that is not noted beside the backups; 0 when all is.',
    async () => backups.beside.behind() / 1000,
  )
  const age = 'Since the newest backup, or since the oldest Plein was made where there is none; -1 while there is no Plein to keep.'
  metrics.gauge('backup_age_seconds', age, async () => {
    const pleins = await store.list()
    if (pleins.length === 0) return -1
    const from = backups.newest()?.madeAt ?? Math.min(...pleins.map(({ createdAt }) => createdAt))
    return Math.max(0, (now() - from) / 1000)
  })
}
