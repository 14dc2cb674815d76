/** A server of one's own as a child process, on a fresh data directory that goes with it. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverProcess } from './process.ts'

export type OwnServer = {
  url: string
  key: string
  /** Bytes that it printed. */
  logged(): number
  /** The exit code or signal of a server that ended by itself. */
  ended(): string | null
  stop(): Promise<void>
}

const signals = ['SIGINT', 'SIGTERM'] as const
const standing: (() => Promise<void>)[] = []
/** The last that came first, and one after another: what stands in a folder ends before the folder goes. */
const interrupted = async (): Promise<void> => {
  // What was being waited for may come to its own end first.
  process.once('exit', () => {
    process.exitCode = 130
  })
  for (const stop of standing.toReversed())
    await Promise.resolve()
      .then(stop)
      .catch((problem: unknown) => console.error(problem))
  process.exit(130)
}

/** Does `stop` when the person at the terminal has seen enough; `kill` when this process ends in another way. Answers how to take both back. */
export const untilInterrupted = (stop: () => Promise<void>, kill: () => void): (() => void) => {
  if (standing.length === 0) for (const signal of signals) process.once(signal, interrupted)
  standing.push(stop)
  process.once('exit', kill)
  return () => {
    process.off('exit', kill)
    const place = standing.indexOf(stop)
    if (place >= 0) standing.splice(place, 1)
    if (standing.length === 0) for (const signal of signals) process.off(signal, interrupted)
  }
}

/** `env`: settings as docs/operating.md has them. `host`: where it listens; one that phones reach for a demonstration. `folder`: its data, which then stay. */
export const startServer = async (
  env: Record<string, string>,
  { host = '127.0.0.1', port, folder: given, key: known }: { host?: string; port?: number; folder?: string; key?: string } = {},
): Promise<OwnServer> => {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'pleinbord-')))
  const key = known ?? randomBytes(32).toString('base64url')
  const settings = { folder, key, env: { LOG_LEVEL: 'warn', ...env }, host }
  const server = await serverProcess({ ...settings, ...(port === undefined ? {} : { port }) })
  let stopping = false
  let ended: string | null = null
  // Neither the server nor its data may be left behind by somebody who has seen enough.
  const release = untilInterrupted(
    () => stop(),
    () => server.alive() && process.kill(server.pid(), 'SIGKILL'),
  )
  const stop = async () => {
    stopping = true
    release()
    await server.end('SIGTERM')
    if (given === undefined) await rm(folder, { recursive: true, force: true })
  }
  try {
    await server.start()
  } catch (error) {
    await stop()
    throw error
  }
  server.onEnd((how) => {
    if (stopping) return
    ended = String(how)
    if (how) console.error(`The server ended with ${how}.\n${server.output()}`)
  })
  return { url: server.origin, key, logged: server.logged, ended: () => ended, stop }
}
