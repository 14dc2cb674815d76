/** The real server, wired by its own composition root, on a port of its own and a fresh data folder; stopped with the test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { freePort } from '../../scripts/players/port.ts'
import type { Timers } from '../../server/live/contract.ts'
import { start } from '../../server/main.ts'
import { timers as real } from '../../server/timers.ts'
import type { PhaseKind, PhaseSettings } from '../../shared/domain/phases.ts'

export type MadePlein = { id: string; code: string; links: { join: string; screen: string; coach: string; owner: string } }
export type Planned = { kind: PhaseKind; title?: string; settings?: Partial<PhaseSettings> }

export type TestServer = {
  port: number
  origin: string
  folder: string
  /** Everything that it logged. */
  log(): string
  makePlein(programme?: Planned[], settings?: Record<string, unknown>): Promise<MadePlein>
  /** Deletes a Plein, as the organiser. */
  remove(plein: string): Promise<Response>
  stop(): Promise<void>
  /** The same data and the same port again; `later`: so many milliseconds on the clock of the server, which was off all that time. */
  restart(later?: number): Promise<void>
  /** From now on its clock is this much off, as after a step of NTP. */
  setClock(milliseconds: number): void
  /** So much time has passed: what waits for it happens now, in the order in which it would have. */
  pass(milliseconds: number): void
  /** An authorised request of the organiser. */
  organise(path: string, init?: { method?: string; body?: object }): Promise<Response>
}

/** Real ones, that ring early when the clock is past their moment. */
const hastened = (now: () => number): { timers: Timers; ring(): void } => {
  const waiting = new Set<{ at: number; run(): void }>()
  const after: Timers['after'] = (milliseconds, then) => {
    const cancel = real.after(milliseconds, () => one.run())
    const end = (): void => {
      waiting.delete(one)
      cancel()
    }
    const one = {
      at: now() + milliseconds,
      run: () => {
        end()
        then()
      },
    }
    waiting.add(one)
    return end
  }
  const ring = (): void => {
    for (const one of [...waiting].sort((a, b) => a.at - b.at)) if (waiting.has(one) && one.at <= now()) one.run()
  }
  return { timers: { ...real, after }, ring }
}

const key = 'organisatorsleutel-van-de-proef'
const secretOf = (link: string): string => new URL(link).hash.slice(1)

export { secretOf }

export const startServer = async (env: Record<string, string> = {}): Promise<TestServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'pleinbord-'))
  const logged: string[] = []
  let ahead = 0
  const now = () => Date.now() + ahead
  const { timers, ring } = hastened(now)
  const run = (port: string) =>
    start(
      { HOST: '127.0.0.1', DATA_DIR: folder, ORGANISER_KEY: key, LOG_LEVEL: 'info', ...env, PORT: port },
      { terminal: false, log: { write: (line: string) => void logged.push(line) }, print: () => undefined },
      now,
      timers,
    )
  const port = await freePort()
  let running = await run(`${port}`)
  const origin = `http://127.0.0.1:${port}`
  onTestFinished(async () => {
    await running.stopping.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  const organiser = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
  return {
    port,
    origin,
    folder,
    log: () => logged.join(''),
    makePlein: async (programme = [{ kind: 'ideas' }, { kind: 'vote' }], settings = {}) => {
      const body = JSON.stringify({ title: 'Plein over het groen', dilemma: 'Wie zorgt er voor het groen?', programme, settings })
      const made = await fetch(`${origin}/api/v1/pleins`, { method: 'POST', headers: organiser, body })
      if (made.status !== 201) throw new Error(`no Plein: ${made.status} ${await made.text()}`)
      return (await made.json()) as MadePlein
    },
    remove: (plein) =>
      fetch(`${origin}/api/v1/pleins/${plein}`, { method: 'DELETE', headers: organiser, body: JSON.stringify({ confirm: true }) }),
    organise: (path, { method = 'GET', body } = {}) =>
      fetch(`${origin}${path}`, { method, headers: organiser, ...(body ? { body: JSON.stringify(body) } : {}) }),
    stop: () => running.stopping.stop(),
    setClock: (milliseconds) => {
      ahead = milliseconds
    },
    pass: (milliseconds) => {
      ahead += milliseconds
      ring()
    },
    restart: async (later = 0) => {
      await running.stopping.stop()
      ahead += later
      running = await run(`${port}`)
    },
  }
}
