/** The storage thread: a disk that stalls for half a second stalls here, and no phone notices. */
import { parentPort, workerData } from 'node:worker_threads'
import { commits, type Waiting } from './commits.ts'
import type { Asked, Told } from './messages.ts'
import { copyBefore, open, type Settings } from './open.ts'
import { read } from './read.ts'
import { sql } from './write.ts'

const LARGEST_GROUP = 64
const settings = workerData as Settings
const port = parentPort
if (!port) throw new Error('This file runs as a worker thread only.')
const tell = (told: Told): void => port.postMessage(told)

const opened = open(settings)
if ('unavailable' in opened) {
  tell({ told: 'unavailable', sentence: opened.unavailable })
} else {
  const { database, generation } = opened
  const on = sql(database)
  const { commit, probe } = commits(database, on, copyBefore(settings.folder))
  let queue: Asked[] = []

  const answer = (number: number, given: unknown): void => tell({ told: 'answer', number, answer: given })

  /** From the front: commits of different Pleinen. Two of one Plein never share a transaction, or the log would tie one's acts to the other's. */
  const nextGroup = (): { number: number; waiting: Waiting }[] => {
    const group: { number: number; waiting: Waiting }[] = []
    const pleins = new Set<string>()
    for (const { number, ask } of queue) {
      if (ask.ask !== 'commit' || pleins.has(ask.plein) || group.length === LARGEST_GROUP) break
      pleins.add(ask.plein)
      group.push({ number, waiting: ask })
    }
    return group
  }

  const close = (number: number): void => {
    try {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch {
      // A full disk: the log stays beside the file and is taken in at the next start.
    }
    database.close()
    answer(number, null)
    port.close()
  }

  const other = ({ number, ask }: Asked): void => {
    try {
      if (ask.ask === 'probe') answer(number, probe())
      else if (ask.ask === 'close') close(number)
      else if (ask.ask !== 'commit') answer(number, read(on, ask))
    } catch (problem) {
      tell({ told: 'problem', number, problem: problem instanceof Error ? problem.message : String(problem) })
    }
  }

  const work = (): void => {
    while (queue.length > 0) {
      const group = nextGroup()
      if (group.length === 0) {
        other(queue.shift() as Asked)
        continue
      }
      queue = queue.slice(group.length)
      const results = commit(group.map(({ waiting }) => waiting))
      for (const [place, { number }] of group.entries()) answer(number, results[place])
    }
  }

  port.on('message', (asked: Asked) => {
    queue.push(asked)
    // After all messages that have already arrived, so that they can share a sync.
    if (queue.length === 1) setImmediate(work)
  })
  tell({ told: 'ready', generation })
}
