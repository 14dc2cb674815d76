/** The storage thread: a disk that stalls for half a second stalls here, and no phone notices. */
import { parentPort, workerData } from 'node:worker_threads'
import { commits } from './commits.ts'
import { erasure } from './erasure.ts'
import type { Asked, Told } from './messages.ts'
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
const tell = (told: Told): void => port.postMessage(told)

const serve = ({ database, generation }: Opened): void => {
  const on = sql(database)
  const erasing = erasure(database, on, copyBefore(settings.folder))
  const { commit, probe } = commits(database, on, erasing)
  const rewriting = quiet(QUIET, AT_LATEST, erasing.rewrite)
  const queue: Asked[] = []

  const close = (): void => {
    rewriting.stop()
    try {
      erasing.clean()
      if (erasing.isOwed() && erasing.megabytes() < QUICK_MEGABYTES) erasing.rewrite()
      // Takes the log into the file and removes it; on a full disk it stays for the next start.
      database.close()
    } finally {
      port.close()
    }
  }
  const one = ({ ask }: Asked): unknown => {
    switch (ask.ask) {
      case 'commit':
        return commit([ask])[0]
      case 'probe':
        return probe()
      case 'close':
        return close()
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
      const { number } = next.other
      try {
        tell({ told: 'answer', number, answer: one(next.other) })
      } catch (problem) {
        tell({ told: 'problem', number, problem: problem instanceof Error ? problem.message : String(problem) })
      }
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
