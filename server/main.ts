/** The composition root: everything that this server is made of, wired once. Nothing else builds its own dependencies. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Express } from 'express'
import type { DestinationStream } from 'pino'
import { sentence } from '../client/words/sentence.ts'
import { domainLimits } from '../shared/domain/world.ts'
import { access as createAccess } from './access/access.ts'
import { createAddresses } from './addresses.ts'
import { createApp } from './app.ts'
import { createAudit } from './audit/audit.ts'
import { deedOf } from './audit/deeds.ts'
import { createBackups } from './backup/backups.ts'
import { scheduleBackups } from './backup/schedule.ts'
import { letterOf } from './blog/letter.ts'
import { createMail } from './blog/mail.ts'
import { createReminders } from './blog/reminders.ts'
import { dataFolder } from './dataFolder.ts'
import { giveBackMemory } from './giveBack.ts'
import { greeting } from './greeting.ts'
import { createHold } from './hold.ts'
import { createDownloads } from './http/downloads.ts'
import { homeOfUpgrade, networkOfUpgrade } from './http/from.ts'
import { guardSockets } from './http/headers.ts'
import { createHttp, listen } from './http/listen.ts'
import { createNeighbours } from './http/neighbours.ts'
import { organiserKey } from './http/organiserKey.ts'
import { ofOurs } from './http/origin.ts'
import { createThrottle } from './http/throttle.ts'
import { openVault } from './keys/folder.ts'
import { createLive, type Live } from './live/live.ts'
import { ownLog } from './logStream.ts'
import { calmed, createLog, createMarks } from './logs.ts'
import { countBackups, countLive, createMetrics } from './metrics.ts'
import { importOutcome } from './outcome/import/import.ts'
import { renderOutcome } from './outcome/outcome.ts'
import { readPlainLists } from './plain/read.ts'
import { readSettings, WrongSetting } from './settings.ts'
import { createStopping, type Parts, type Stopping, stopOnSignals } from './stop.ts'
import { StoreUnavailable } from './store/contract.ts'
import { openSqlite } from './store/sqlite.ts'
import { readTheme } from './theme/read.ts'
import { timers as real } from './timers.ts'
import { createWatch } from './watch.ts'
import { world as createWorld } from './world.ts'

export type Running = { port: number; stopping: Stopping; log: ReturnType<typeof createLog> }
export type Output = {
  terminal: boolean
  log: DestinationStream
  print(text: string): void
  /** Before it is said that it has started: whoever reads that may stop it in the same moment. */
  ready?(stopping: Stopping, log: Running['log']): void
}

/** `now`, `timers`: other ones than the machine's. Throws `WrongSetting` or `StoreUnavailable`, whose message is the sentence to print. */
export const start = async (env: NodeJS.ProcessEnv, output: Output, now?: () => number, timers = real): Promise<Running> => {
  const settings = readSettings(env)
  const { limits, publicUrl, host, dataDir } = settings
  dataFolder(dataDir)
  const theme = readTheme(settings.themeDir, dataDir)
  const plainLists = readPlainLists(settings.plainWordsDir)
  const log = createLog(settings.logLevel ?? (output.terminal ? 'warn' : 'info'), output.log)
  const world = createWorld({ ...domainLimits, ...limits }, now)
  const parts: Partial<Parts> = {}
  const stopping = createStopping(log, parts)
  let opened = false
  const onBroken = (problem: string): void => {
    if (!opened) return
    // A process that can keep nothing ends like after any surprise, and is started again.
    queueMicrotask(() => {
      throw new Error(problem)
    })
  }

  let erased = (): void => undefined
  let erasing = world.now
  const store = await openSqlite(dataDir, { onBroken, onErased: () => erased(), beside: settings.backupDir, now: () => erasing() })
  opened = true
  parts.closeStore = store.close
  try {
    const organiser = organiserKey(settings.organiserKey, dataDir, () => world.secret(256))
    let port = settings.port
    const addresses = createAddresses({ port: () => port, host, publicUrl })
    const neighbours = createNeighbours(world.now, world.secret(128))
    const throttle = createThrottle(limits, world.now, timers)
    const access = createAccess({ store, world, limits, state: (plein) => live.state(plein) })
    const hold = createHold({ folder: dataDir, now: world.now, log })
    const audit = createAudit({ folder: join(dataDir, 'audit'), days: settings.auditDays, now: world.now, hash: world.hash, log })
    access.onClaimed((plein, role, seat) => audit.note(plein, { role, seat }, { what: 'claim' }))
    const metrics = createMetrics()
    const mark = createMarks(world.now)
    const watch = createWatch(metrics, { log, now: world.now, mark })
    const live: Live = createLive({
      store,
      vault: openVault(dataDir),
      world,
      timers,
      limits,
      log: calmed(log, world.now),
      access,
      addresses,
      held: hold.held,
      say: sentence,
      allows: ({ headers }) => ofOurs(headers, publicUrl),
      noted: (plein, doer, command, answer) => {
        const deed = deedOf(command, answer)
        if (deed !== null) audit.note(plein, doer, deed)
      },
      entered: (request, plein) => neighbours.enter(homeOfUpgrade(app, request), plein),
      watch: (request) => watch(networkOfUpgrade(app, request)),
    })
    const backups = createBackups({
      store,
      folder: settings.backupDir,
      dataDir,
      days: settings.backupDays,
      diskFree: limits.diskFree,
      now: world.now,
      held: hold.held,
      log,
    })
    erased = () => void backups.beside.keep()
    erasing = backups.erasing
    erased()
    const reminders = createReminders({
      store,
      mail: settings.smtp === null ? null : createMail(settings.smtp, log),
      now: world.now,
      held: hold.held,
      letter: (due) => letterOf(due, { base: addresses.joinAddress({ chosen: null, openedAt: null }), address: theme?.address ?? 'u' }),
      log,
    })
    countLive(metrics, live)
    countBackups(metrics, { backups, store, now: world.now })
    metrics.gauge('codes_waiting', 'Typed codes that wait to be looked at; more than none is somebody guessing.', async () =>
      throttle.waiting(),
    )
    const app: Express = createApp({
      settings,
      access,
      store,
      commitBlog: (plein, blog) => store.commit(plein, null, { blog }),
      backups,
      audit,
      addresses,
      organiser,
      log,
      mark,
      metrics,
      importOutcome: (wish) => importOutcome(wish, world),
      renderOutcome: (plein, format, locale) => renderOutcome(plein, format, locale, theme?.name ?? null),
      theme,
      plainLists,
      rooms: live.rooms,
      throttle,
      keyThrottle: createThrottle(limits, world.now, timers),
      downloads: createDownloads(limits, world.now),
      pictures: createDownloads(limits, world.now),
      neighbours,
      now: world.now,
      secret: world.secret,
      serving: stopping.serving,
      dist: fileURLToPath(new URL('../dist', import.meta.url)),
    })
    const http = createHttp(app, limits)
    live.attach(http)
    guardSockets(http, publicUrl)
    port = await listen(http, settings)
    live.begin()
    const endBackups = scheduleBackups({ backups, store, timers, now: world.now, every: settings.backupMinutes * 60_000 })
    const endAudit = audit.keep(timers)
    const endReminders = reminders.keep(timers)
    const endHold = hold.keep(timers)
    const nobody = async (): Promise<boolean> => {
      const { sockets, readers } = await live.counts()
      return sockets + readers === 0
    }
    const endGivingBack = giveBackMemory({ timers, log, nobody })
    const drain = async (): Promise<void> => {
      endBackups()
      endAudit()
      endGivingBack()
      await live.drain()
      await Promise.all([audit.idle(), endHold(), endReminders(), backups.beside.idle()])
    }
    Object.assign(parts, { http, drain })

    const [address = '', ...others] = addresses.addresses()
    output.ready?.(stopping, log)
    if (organiser.guessable) log.warn('the key of the organiser is short, or one that others may think of')
    log.info({ phones: address, also: others, keyFile: organiser.file, data: dataDir }, 'started')
    if (output.terminal) output.print(greeting({ address, others, organiser, dataDir }))
    return { port, stopping, log }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** One process: starts, says why when it cannot, and ends by a signal. */
export const main = async (): Promise<void> => {
  let running: Running['log'] | null = null
  const stream = ownLog((lost) => running?.warn({ lost }, 'lines of the log were lost'))
  try {
    const terminal = process.stdout.isTTY === true
    await start(process.env, {
      terminal,
      log: stream,
      // After what the log says of the start, on the same terminal.
      print: (text) => stream.flush(() => console.log(text)),
      ready: (stopping, log) => {
        running = log
        stopOnSignals(stopping, log, stream.held)
      },
    })
  } catch (error) {
    if (!(error instanceof WrongSetting || error instanceof StoreUnavailable)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

if (import.meta.main) await main()
