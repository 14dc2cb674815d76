/** A server of one's own as a child process, on a fresh data directory that goes with it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

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
const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

const ready = async (url: string, child: ChildProcess, printed: () => string): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it was ready.\n${printed()}`)
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** `env`: settings as docs/operating.md has them. `host`: where it listens; one that phones reach for a demonstration. `folder`: its data, which then stay. */
export const startServer = async (
  env: Record<string, string>,
  { host = '127.0.0.1', port, folder: given, key: known }: { host?: string; port?: number; folder?: string; key?: string } = {},
): Promise<OwnServer> => {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'pleinbord-')))
  const at = port ?? (await freePort())
  const key = known ?? randomBytes(32).toString('base64url')
  const url = `http://127.0.0.1:${at}`
  let printed = ''
  let logged = 0
  let stopping = false
  const child = spawn(process.execPath, ['--max-semi-space-size=8', main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: String(at), HOST: host, DATA_DIR: folder, ORGANISER_KEY: key, PUBLIC_URL: '', LOG_LEVEL: 'warn', ...env },
  })
  // Only the tail: a long run must not fill the memory with what nobody reads.
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      logged += data.length
      printed = `${printed}${data}`.slice(-4000)
    })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  // Neither the server nor its data may be left behind by somebody who has seen enough.
  const interrupted = () => void stop().finally(() => process.exit(130))
  for (const signal of signals) process.once(signal, interrupted)
  const stop = async () => {
    stopping = true
    process.off('exit', kill)
    for (const signal of signals) process.off(signal, interrupted)
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      const timer = setTimeout(kill, 10_000)
      await exit
      clearTimeout(timer)
    }
    if (given === undefined) await rm(folder, { recursive: true, force: true })
  }
  try {
    await ready(url, child, () => printed)
  } catch (error) {
    await stop()
    throw error
  }
  child.once('exit', (code) => {
    if (code) console.error(`The server ended with ${code}.\n${printed}`)
  })
  const ended = () =>
    stopping || (child.exitCode === null && child.signalCode === null) ? null : String(child.exitCode ?? child.signalCode)
  return { url, key, logged: () => logged, ended, stop }
}
