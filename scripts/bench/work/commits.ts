/** What the store alone takes: commits of one idea each, one after another, on the disk of this machine. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../../server/store/sqlite.ts'
import { newId } from '../../players/person.ts'
import { percentile } from '../figures.ts'
import { textOf } from '../peers/idea.ts'

/** The p99 of a commit, in milliseconds. */
export const commits = async (count = 300): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'pleinbord-commits-'))
  const store = await openSqlite(folder, { onBroken: () => undefined, now: Date.now })
  const plein = newId()
  const times: number[] = []
  try {
    for (let version = 1; version <= count; version += 1) {
      const since = performance.now()
      const event = {
        type: 'idea.posted',
        idea: newId(),
        as: 'idea',
        text: textOf(version),
        phase: plein,
        late: false,
        entry: 'phone',
        who: null,
        by: null,
      } as const
      const result = await store.commit(plein, version - 1, { events: [{ version, v: 1, event }] })
      if (!result.ok) throw new Error(`A commit failed: ${result.reason}.`)
      times.push(performance.now() - since)
    }
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
  return percentile(times, 0.99)
}
