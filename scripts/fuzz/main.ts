/** `npm run fuzz -- [frames|unfinished|flood|readers|codes|timing|guided|all] [--frames N] [--seed S] [--seconds N] [--hours N] [--json]`:
 *  everything that somebody in the way can send, against a server of its own on this machine. Exit code 1 when a goal is missed. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { called } from '../players/call.ts'
import { type AttackName, callOf, usage, type Wish } from './call.ts'
import { chance } from './chance.ts'
import { flood } from './flood.ts'
import { sendFrames } from './frames.ts'
import { guess } from './guessing.ts'
import { doors } from './guided/doors.ts'
import { type Guided, guide } from './guided/guided.ts'
import { ours, watchCode } from './guided/seen.ts'
import { stall } from './readers.ts'
import { compareTimes } from './timing.ts'
import { leaveUnfinished } from './unfinished.ts'
import { ofCodes, ofFlood, ofFrames, ofGuided, ofReaders, ofTiming, ofUnfinished, type Row } from './verdicts.ts'

const attacks: Record<AttackName, (wish: Wish) => Promise<{ report: unknown; rows: Row[] }>> = {
  frames: async (wish) => {
    const report = await sendFrames(wish)
    return { report, rows: ofFrames(report, wish.frames) }
  },
  unfinished: async () => {
    const report = await leaveUnfinished(1000)
    return { report, rows: ofUnfinished(report) }
  },
  flood: async () => {
    const report = [await flood({ seats: 100, seconds: 5, by: 'websocket' }), await flood({ seats: 100, seconds: 5, by: 'polling' })]
    return { report, rows: report.flatMap(ofFlood) }
  },
  readers: async () => {
    const report = await stall({ stalled: 100, megabytes: 30 })
    return { report, rows: ofReaders(report) }
  },
  codes: async ({ hours, seed }) => {
    const { below } = chance(seed)
    const report = await guess({ hours, addresses: 1000, draw: () => below(2 ** 31) / 2 ** 31 })
    return { report, rows: ofCodes(report) }
  },
  timing: async () => {
    const report = await compareTimes(1000)
    return { report, rows: ofTiming(report) }
  },
  guided: async ({ seconds, seed }) => {
    const folder = await mkdtemp(join(tmpdir(), 'pleinbord-fuzz-'))
    const code = await watchCode(ours)
    const report: Record<string, Guided> = {}
    const each = seconds / Object.keys(doors).length
    for (const [name, door] of Object.entries(doors)) report[name] = await guide({ name, door, seconds: each, seed, folder, code })
    return { report, rows: ofGuided(report) }
  },
}

const table = (rows: Row[]): string => {
  const [what, found] = [Math.max(...rows.map((row) => row.what.length)), Math.max(...rows.map((row) => row.found.length))]
  return rows.map((row) => `  ${row.ok ? ' ' : '✗'} ${row.what.padEnd(what)}  ${row.found.padEnd(found)}  ${row.goal}`).join('\n')
}

const main = async (): Promise<number> => {
  const { chosen, wish, json } = called(usage, callOf)
  console.error(`seed ${wish.seed}`)
  const reports: Record<string, unknown> = {}
  let ok = true
  for (const one of chosen) {
    const { report, rows } = await attacks[one](wish)
    const good = rows.every((row) => row.ok)
    ok &&= good
    reports[one] = { ok: good, report }
    if (!json) console.log(`${one}, seed ${wish.seed}: ${good ? 'every goal is met' : 'a goal is missed'}\n${table(rows)}\n`)
  }
  if (json) console.log(JSON.stringify({ seed: wish.seed, ok, ...reports }, null, 2))
  return ok ? 0 : 1
}

process.exit(await main())
