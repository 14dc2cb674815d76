/** The storage thread: a disk that stalls for half a second stalls here, and no phone notices. */
import { parentPort, workerData } from 'node:worker_threads'
import { commits } from './commits.ts'
import { copy } from './copy.ts'
import { erasure } from './erasure.ts'
import { openLedger } from './ledger.ts'
import type { Ask, Asked, Told } from './messages.ts'
import { copyBefore, type Opened, open, type Settings } from './open.ts'
import { take } from './queue.ts'
import { quiet } from './quiet.ts'
import { read } from './read.ts'
import { sql } from './sql.ts'

const QUIET = 2000
const AT_LATEST = 30_000
/** Written anew on closing only below this, so that a stop takes no longer than people wait for it; the next start goes on. */
const QUICK_MEGABYTES = 50

const settings = workerData as Settings
const port = parentPort
if (!port) throw new Error('This file runs as a worker thread only.')
const said = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem))
const tell = (told: Told): void => port.postMessage(told)

const serve = ({ database, generation }: Opened): void => {
  const on = sql(database)
  const erasing = erasure(database, on, copyBefore(settings.folder))
  const ledger = openLedger(settings.folder, () => tell({ told: 'erased' }))
  const { commit, probe } = commits(database, on, erasing, ledger)
  const rewriting = quiet(QUIET, AT_LATEST, erasing.rewrite)
  const queue: Asked[] = []

  const close = (): void => {
    rewriting.stop()
    try {
      erasing.clean()
      if (erasing.isOwed() && erasing.megabytes() < QUICK_MEGABYTES) erasing.rewrite()
      // Takes the log into the file and removes it; on a full disk it stays for the next start.
      database.close()
      ledger.close()
    } finally {
      port.close()
    }
  }
  const answer = (number: number, work: () => unknown): void => {
    try {
      tell({ told: 'answer', number, answer: work() })
    } catch (problem) {
      tell({ told: 'problem', number, problem: said(problem) })
    }
  }
  /** The copies that are being made; the database stays open for them. */
  let copies: Promise<unknown> = Promise.resolve()
  const startCopy = (number: number, to: string): void => {
    const copied = copies.then(() => copy(database, to))
    copies = copied.then(
      () => answer(number, () => ({ ok: true })),
      (problem) => answer(number, () => ({ ok: false, reason: 'failed', problem: said(problem) })),
    )
  }
  const one = (ask: Exclude<Ask, { ask: 'copy' | 'close' }>): unknown => {
    switch (ask.ask) {
      case 'commit':
        return commit([ask])[0]
      case 'probe':
        return probe()
      case 'prune':
        return ledger.prune(ask.before)
      default:
        return read(on, ask)
    }
  }
  const work = (): void => {
    for (let next = take(queue); next; next = take(queue)) {
      if ('commits' in next) {
        const results = commit(next.commits.map(({ waiting }) => waiting))
        for (const [place, { number }] of next.commits.entries()) tell({ told: 'answer', number, answer: results[place] })
        continue
      }
      const { number, ask } = next.other
      if (ask.ask === 'copy') startCopy(number, ask.to)
      else if (ask.ask === 'close') copies.then(() => answer(number, close))
      else answer(number, () => one(ask))
    }
    if (database.isOpen && erasing.isOwed()) rewriting.want()
  }

  port.on('message', (asked: Asked) => {
    queue.push(asked)
    rewriting.stir()
    // After all messages that have already arrived, so that they can share a sync.
    if (queue.length === 1) setImmediate(work)
  })
  if (erasing.isOwed()) rewriting.want()
  tell({ told: 'ready', generation })
}

const opened = open(settings)
if ('unavailable' in opened) tell({ told: 'unavailable', sentence: opened.unavailable })
else serve(opened)
