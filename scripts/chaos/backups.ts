/** Backups that are made while people work, one after another; and what each of them is worth once all is over. */
import { cpSync, existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pause } from '../../client/session/deliver.ts'
import { restore } from '../../server/backup/restore.ts'
import { file } from '../../server/store/sqlite/open.ts'
import { stopwatch } from '../players/latency.ts'
import type { Ground } from './ground.ts'
import type { Breaches } from './judge.ts'
import type { Person } from './person.ts'
import { wordsOf } from './plan.ts'
import { readStored, type Stored } from './stored.ts'

export type Backups = {
  /** Resolves when the last one is made. */
  stop(): Promise<void>
  /** When the server has ended: puts each back in a folder of its own, with the erasure ledger, and compares. */
  judge(stored: Stored, found: Breaches): Promise<void>
  counts(): Record<string, number>
  took(): ReturnType<ReturnType<typeof stopwatch>['figures']>
}

/** Names of backups are of one second. */
const apart = 1000

/** `people`: everybody who has come so far. */
export const makeBackups = ({ server, key, folder }: Ground, people: () => readonly Person[]): Backups => {
  const watch = stopwatch()
  const made: { name: string; acknowledged: Map<string, Set<string>> }[] = []
  let [over, failed, appended] = [false, 0, 0]
  const acknowledged = (): Map<string, Set<string>> => {
    const words = new Map<string, Set<string>>()
    for (const { plein, asked } of people())
      for (const { command, answer } of asked) {
        const text = answer?.ok ? wordsOf(command) : null
        if (text !== null) words.set(plein, (words.get(plein) ?? new Set()).add(text))
      }
    return words
  }
  const making = (async () => {
    while (!over) {
      const [before, since] = [acknowledged(), performance.now()]
      const answer = await fetch(`${server.origin}/api/v1/backups`, { method: 'POST', headers: { Authorization: `Bearer ${key}` } })
        .then(async (said) => (said.status === 201 ? ((await said.json()) as { name: string }) : null))
        .catch(() => null)
      if (answer) {
        made.push({ name: answer.name, acknowledged: before })
        watch.add(since)
      } else failed += 1
      await pause(apart)
    }
  })()

  const judgeOne = async ({ name, acknowledged: before }: (typeof made)[number], stored: Stored, found: Breaches): Promise<void> => {
    const elsewhere = await mkdtemp(join(folder, 'put-back-'))
    try {
      const erasures = join(folder, 'erasures')
      if (existsSync(erasures)) cpSync(erasures, join(elsewhere, 'erasures'), { recursive: true })
      const back = restore(join(folder, 'backups', name), elsewhere, 0)
      if (!back.ok) return void found.database.push(`${name}: ${back.sentence}`)
      const held = readStored(file(elsewhere))
      if (held.integrity !== 'ok') found.database.push(`${name}: integrity_check: ${held.integrity}`)
      for (const [plein, words] of before) {
        const [here, there] = [stored.pleins.get(plein), held.pleins.get(plein)]
        if (!here || !there?.numbered) {
          found.database.push(`${name}: a Plein is not in it, or its events are not numbered on`)
          continue
        }
        const now = here.events.map((event) => JSON.stringify(event))
        // What was withdrawn after the backup has gone from it too, and is noted at its end.
        const log = there.events.map((event) => JSON.stringify(event))
        const differs = log.findIndex((event, place) => event !== now[place])
        const rest = differs === -1 ? [] : there.events.slice(differs)
        appended += rest.length
        if (rest.some(({ type }) => type !== 'idea.withdrawn'))
          found.database.push(`${name}: event ${differs + 1} is ${log[differs]}, and in the log ${now[differs]}`)
        const texts = new Set(there.events.flatMap((event) => ('text' in event ? [event.text] : [])))
        const left = new Set(here.events.flatMap((event) => ('text' in event ? [event.text] : [])))
        for (const text of words)
          if (left.has(text) && !texts.has(text))
            found.lost.push(`"${text}" was acknowledged before ${name} was asked for, and is not in it`)
      }
    } finally {
      await rm(elsewhere, { recursive: true, force: true })
    }
  }

  return {
    stop: async () => {
      over = true
      await making
    },
    judge: async (stored, found) => {
      for (const one of made) await judgeOne(one, stored, found)
      if (made.length === 0) found.database.push('no backup was made: nothing was tried')
    },
    counts: () => ({ backups: made.length, 'backups asked for in vain': failed, 'withdrawn again in a backup': appended }),
    took: () => watch.figures(),
  }
}
