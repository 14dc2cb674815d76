/** The product as a process of its own on a data folder, that can be killed, stopped and started again on the same port and the same data. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from './port.ts'

export type Ended = { code: number | null; took: number }
export type ServerProcess = {
  port: number
  /** `http://127.0.0.1:port` */
  origin: string
  pid(): number
  alive(): boolean
  /** Resolves with the milliseconds until `/readyz` said yes; throws, with what it printed, when it ended before. */
  start(): Promise<number>
  /** Sends the signal and resolves when the process is gone. SIGKILL follows a SIGTERM that brought nothing in ten seconds. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<Ended>
  /** Calls back when the process that runs now ends, in whatever way, with its exit code or signal. */
  onEnd(then: (how: number | NodeJS.Signals | null) => void): void
  /** Bytes that it printed. */
  logged(): number
  /** The last 64 kB that it printed. */
  output(): string
}
export type ProcessOptions = {
  folder: string
  key: string
  env?: Record<string, string>
  /** Where it listens; every interface when empty. */
  host?: string
  port?: number
  /** Another command around it, which must become it (`exec`), so that signals reach the server. */
  wrap?: (command: readonly string[]) => readonly string[]
}

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
/** As `npm start` keeps it. */
const compiled = fileURLToPath(new URL('../../node_modules/.cache/start', import.meta.url))
const patience = 10_000

const gone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

const ready = async (origin: string, child: ChildProcess): Promise<void> => {
  for (;;) {
    if (gone(child)) throw new Error(`The server ended with ${child.exitCode ?? child.signalCode} before it was ready.`)
    const answer = await fetch(`${origin}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Not started yet. */
export const serverProcess = async ({ folder, key, env = {}, host = '127.0.0.1', port, wrap }: ProcessOptions): Promise<ServerProcess> => {
  const at = port ?? (await freePort())
  const origin = `http://127.0.0.1:${at}`
  const settings = { PORT: `${at}`, HOST: host, DATA_DIR: folder, ORGANISER_KEY: key, PUBLIC_URL: '', NODE_COMPILE_CACHE: compiled, ...env }
  let child: ChildProcess | null = null
  let printed = ''
  let logged = 0
  const running = (): ChildProcess => {
    if (child === null) throw new Error('The server was not started.')
    return child
  }
  return {
    port: at,
    origin,
    pid: () => running().pid ?? 0,
    alive: () => child !== null && !gone(child),
    onEnd: (then) => void running().once('exit', (code, signal) => then(code ?? signal)),
    logged: () => logged,
    output: () => printed,
    start: async () => {
      const began = performance.now()
      const command = [process.execPath, '--max-semi-space-size=8', main]
      const [program = process.execPath, ...args] = wrap?.(command) ?? command
      // As `start.js` has it.
      const outer = { MALLOC_ARENA_MAX: '2', ...process.env }
      const started = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...outer, ...settings } })
      child = started
      // Only the tail: a long run must not fill the memory with what nobody reads.
      for (const stream of [started.stdout, started.stderr])
        stream?.on('data', (data: Buffer) => {
          logged += data.length
          printed = `${printed}${data}`.slice(-65_536)
        })
      await ready(origin, started).catch((error) => {
        throw new Error(`${error.message}\n${printed}`)
      })
      return performance.now() - began
    },
    end: async (signal) => {
      const began = performance.now()
      if (child !== null && !gone(child)) {
        const exit = once(child, 'exit')
        child.kill(signal)
        const timer = setTimeout(() => child?.kill('SIGKILL'), patience)
        await exit
        clearTimeout(timer)
      }
      return { code: child?.exitCode ?? null, took: performance.now() - began }
    },
  }
}
