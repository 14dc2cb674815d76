/** Ending well: nothing that was answered is lost, everybody is told to come back, and it never takes long. */
import type { Server } from 'node:http'
import { type Log, withoutContent } from './logs.ts'

export type Parts = {
  /** Rooms commit what is waiting, phones are told "back soon", sockets close (Yjs with 1012). */
  drain(): Promise<void>
  http: Server
  closeStore(): Promise<void>
}

export type Stopping = {
  serving(): boolean
  /** Once; asked again it is the same stop. Resolves when everything is closed. */
  stop(): Promise<void>
}

const closeHttp = (http: Server): Promise<void> =>
  new Promise((resolve) => {
    http.close(() => resolve())
    http.closeIdleConnections()
    // A request that is being answered may finish; one that hangs may not hold up the rest.
    setTimeout(() => http.closeAllConnections(), 1500).unref()
  })

export const createStopping = (log: Log, parts: Readonly<Partial<Parts>>): Stopping => {
  let stopping: Promise<void> | null = null
  const step = async (name: string, work: (() => Promise<unknown>) | undefined): Promise<void> => {
    try {
      await work?.()
    } catch (error) {
      log.error({ err: withoutContent(error) }, `${name} did not end well`)
    }
  }
  const run = async (): Promise<void> => {
    const { drain, http, closeStore } = parts
    const closed = http?.listening ? closeHttp(http) : Promise.resolve()
    await step('draining', drain)
    http?.closeIdleConnections()
    await step('HTTP', () => closed)
    await step('the store', closeStore)
  }
  return {
    serving: () => stopping === null,
    stop: () => {
      stopping ??= run()
      return stopping
    },
  }
}

const within = (milliseconds: number, exit: () => void): void => {
  setTimeout(exit, milliseconds).unref()
}

/** What the log still has to say is waited for this long: whoever holds it may hold it for ever. */
const lastWords = 500

/** Signals stop with 0, what nobody expected with 1. Only for a process of its own. `held`: the log is, and a plain exit would wait for it. */
export const stopOnSignals = ({ stop }: Stopping, log: Log, held: () => boolean): void => {
  let ending = false
  const exit = (code: number) => (): void => {
    // All is stored and closed by now, or its time is over.
    if (held()) process.kill(process.pid, 'SIGKILL')
    else process.exit(code)
  }
  const end = async (code: number, limit: number): Promise<void> => {
    // A second error or signal while ending changes nothing: the hard timer runs.
    if (ending) return
    ending = true
    within(limit, exit(code))
    await stop()
    within(lastWords, exit(code))
    log.flush(exit(code))
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'stopping')
      void end(0, 4500)
    })
  }
  for (const surprise of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(surprise, (error: unknown) => {
      // Never go on in a state that nobody knows; what throws here would end it at once, before anything was stored.
      try {
        log.fatal({ err: withoutContent(error) }, surprise)
      } catch {}
      void end(1, 1800)
    })
  }
}
