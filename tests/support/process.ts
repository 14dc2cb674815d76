import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

export type ServerProcess = {
  port: number
  origin: string
  key: string
  folder: string
  /** `kill -9`, and the process is gone when this resolves. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
  /** The same port and the same data again. */
  start(): Promise<void>
  /** Everything that it printed. */
  output(): string
}

const ready = async (origin: string, child: ChildProcess): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} before it was ready`)
    const answer = await fetch(`${origin}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** The product as a process of its own, on a fresh data folder; ended with the test. */
export const serverProcess = async (env: Record<string, string> = {}): Promise<ServerProcess> => {
  const folder = await mkdtemp(join(tmpdir(), 'pleinbord-'))
  const port = await freePort()
  const key = 'organisatorsleutel-van-de-proef-0123456789abcdef'
  const origin = `http://127.0.0.1:${port}`
  let child: ChildProcess
  let printed = ''
  const gone = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
    return child.exitCode
  }
  const start = async () => {
    child = spawn(process.execPath, [main], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PORT: `${port}`, DATA_DIR: folder, ORGANISER_KEY: key, PUBLIC_URL: '', ...env },
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (printed += data))
    await ready(origin, child).catch((error) => {
      throw new Error(`${error.message}\n${printed}`)
    })
  }
  onTestFinished(async () => {
    await gone('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })
  await start()
  return {
    port,
    origin,
    key,
    folder,
    start,
    kill: async () => void (await gone('SIGKILL')),
    stop: () => gone('SIGTERM'),
    output: () => printed,
  }
}
