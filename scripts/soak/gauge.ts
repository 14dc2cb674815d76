/** What the running server holds: read through its debugger after all garbage was collected, so that what is measured is what stays. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { WebSocket } from 'ws'

export type Measure = {
  /** Minutes since the beginning of the run. */
  minute: number
  /** MB of the whole process. */
  rss: number
  /** MB of living objects and of buffers beside them. */
  live: number
  /** File descriptors; `null` where the system does not count them. */
  files: number | null
  timers: number
  /** MB of the database with its log of writes. */
  database: number
}
export type Gauge = { read(minute: number): Promise<Measure> }

/** Puts the debugger on a free port of this machine alone; nothing is told to it but what `read` asks. */
export const debugged = ([program = '', ...args]: readonly string[]): readonly string[] => [program, '--inspect=127.0.0.1:0', ...args]

const expression = `JSON.stringify({
  ...process.memoryUsage(),
  timers: process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length,
})`
const mega = (bytes: number): number => Math.round(bytes / 10_000) / 100

const inspect = async (address: string): Promise<{ rss: number; heapUsed: number; external: number; timers: number }> => {
  const line = new WebSocket(address)
  const answers = new Map<number, (result: { result?: { value?: string } }) => void>()
  let asked = 0
  line.on('message', (data) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: object }
    answers.get(id)?.(result)
  })
  try {
    await new Promise((resolve, reject) => line.once('open', resolve).once('error', reject))
    const ask = (method: string, params: object = {}): Promise<{ result?: { value?: string } }> =>
      new Promise((resolve) => {
        asked += 1
        answers.set(asked, resolve)
        line.send(JSON.stringify({ id: asked, method, params }))
      })
    // Twice: what the first one finds dead may hold what only the second finds.
    await ask('HeapProfiler.collectGarbage')
    await ask('HeapProfiler.collectGarbage')
    const { result } = await ask('Runtime.evaluate', { expression })
    return JSON.parse(result?.value ?? '')
  } finally {
    line.close()
  }
}

/** `printed`: what the server has printed since it started. */
export const gaugeOf = (pid: number, printed: string, folder: string): Gauge => {
  const address = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(printed)?.[0]
  if (!address) throw new Error('The server did not say where its debugger listens.')
  const size = async (name: string): Promise<number> => (await stat(join(folder, name)).catch(() => null))?.size ?? 0
  return {
    read: async (minute) => {
      const { rss, heapUsed, external, timers } = await inspect(address)
      const files = await readdir(`/proc/${pid}/fd`).then(
        (all) => all.length,
        () => null,
      )
      return {
        minute: Math.round(minute * 100) / 100,
        rss: mega(rss),
        live: mega(heapUsed + external),
        files,
        timers,
        database: mega((await size('pleinbord.db')) + (await size('pleinbord.db-wal'))),
      }
    },
  }
}
