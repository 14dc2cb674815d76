/** P11: a Plein is read from disk by a server that has just started, until the first phone holds its whole board. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { median } from '../figures.ts'
import { joinBy } from '../load/join.ts'
import { pause } from '../load/pace.ts'
import { createSeen } from '../load/seen.ts'
import { noTraffic } from '../load/traffic.ts'
import { type Pleinbord, startPleinbord } from '../peers/pleinbord.ts'
import { createPhone } from '../peers/pleinbordPhone.ts'
import { type Bench, ms, restOf, type Scenario } from './scenario.ts'

type Kept = { plein: string; token: string; ideas: number; events: number }

/** Each idea is entered, listed and released, and then put into a group: four events. */
const build = async (peer: Pleinbord, ideas: number): Promise<Kept> => {
  const room = await peer.room(createSeen(0))
  const desks = await room.desks()
  await room.fill(ideas)
  const made = await desks[0]!.ask({ type: 'cluster.create', name: 'Groen', ideas: [] })
  await room.coach.board.until(() => room.coach.board.map('ideas').size === ideas, `${ideas} ideas are on the board`)
  const all = [...room.coach.board.map('ideas').keys()]
  for (let from = 0; from < all.length; from += 250)
    await Promise.all(
      all.slice(from, from + 250).map(async (idea, place) => {
        const answer = await desks[place % desks.length]!.ask({ type: 'ideas.assign', ideas: [idea], cluster: made['cluster'] })
        if (!answer.ok) throw new Error(`A placing was refused: ${answer.error?.code}.`)
      }),
    )
  const token = await joinBy(peer.server.port, room.made.links.join)
  await room.close()
  return { plein: room.made.id, token, ideas, events: 0 }
}

const counted = (folder: string, kept: readonly Kept[]): Kept[] => {
  const file = new DatabaseSync(join(folder, 'pleinbord.db'), { readOnly: true })
  const count = file.prepare('SELECT count(*) AS events FROM events WHERE plein = ?')
  const all = kept.map((one) => ({ ...one, events: Number((count.get(one.plein) as { events: number }).events) }))
  file.close()
  return all
}

/** Milliseconds from the first byte of the first phone until it holds the whole board. */
const open = async (peer: Pleinbord, { plein, token, ideas }: Kept): Promise<number> => {
  const since = performance.now()
  const phone = createPhone({ port: peer.server.port, plein, token, traffic: noTraffic(), seen: createSeen(0), phase: () => '' }, null)
  const given = await phone.arrive()
  const took = performance.now() - since
  phone.leave()
  if (given !== ideas) throw new Error(`A reopened board gave ${given} of ${ideas} ideas.`)
  return took
}

const measure = async (bench: Bench, folder: string): Promise<{ kept: Kept[]; times: number[][]; cold: number }> => {
  const { call, cores } = bench
  const sizes = call.most < 100 ? [10, 25, 50, 100] : [10, 1250, 2500, 5000]
  // Only for the writing of what is measured: fifty desks that are in a hurry.
  const builder = await startPleinbord(cores, { LIMIT_BURST_COACH: '100000' }, folder)
  const built: Kept[] = []
  try {
    for (const ideas of sizes) built.push(await build(builder, ideas))
  } finally {
    await builder.stop()
  }
  const [other, ...kept] = counted(folder, built) as [Kept, ...Kept[]]
  const times: number[][] = kept.map(() => [])
  const colds: number[] = []
  for (let repetition = 0; repetition < call.repetitions; repetition += 1) {
    const peer = await startPleinbord(cores, {}, folder)
    try {
      await pause(restOf(bench) * 2)
      // Somebody has been in some other Plein before: the first line of all costs a new process a quarter of a second, whatever is in it.
      for (let first = 0; first < 3; first += 1) colds.push(await open(peer, other))
      for (const place of kept.keys()) {
        const at = (place + repetition) % kept.length
        times[at]!.push(await open(peer, kept[at]!))
      }
    } finally {
      await peer.stop()
    }
  }
  return { kept, times, cold: median(colds.filter((_, place) => place % 3 === 0)) }
}

export const reopen: Scenario = async (bench) => {
  const folder = await mkdtemp(join(tmpdir(), 'pleinbord-reopen-'))
  try {
    const { kept, times, cold } = await measure(bench, folder)
    const took = times.map(median)
    const [most, quarter] = [took.at(-1) ?? Number.NaN, took.at(-3) ?? Number.NaN]
    const [largest, small] = [kept.at(-1)!, kept.at(-3)!]
    return {
      figures: { kept: kept.map(({ ideas, events }) => ({ ideas, events })), times, cold },
      verdicts: [
        {
          goal: 'P11',
          what: `reopening ${largest.ideas} ideas, ${largest.events} events, until a phone has the board`,
          figure: most,
          most: 300,
          unit: 'ms',
        },
        // Linear: as many times as long as there are more events, and a quarter more for what scatters.
        {
          goal: 'P11',
          what: `reopening ${largest.events} events ÷ ${small.events}, for each event`,
          figure: most / largest.events / (quarter / small.events),
          most: 1.25,
          unit: '×',
        },
      ],
      tables: [
        {
          title: `Reopened from disk by a server that has just started, medians of ${times[0]?.length}`,
          head: ['ideas', 'events', 'until a phone has the whole board'],
          rows: [
            ['10', '44, the first line of all', ms(cold)],
            ...kept.map(({ ideas, events }, place) => [String(ideas), String(events), ms(took[place] as number)]),
          ],
        },
      ],
      problems: [],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
