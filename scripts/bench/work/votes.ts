/** P7: a round is open and everybody gives five dots within one minute, one tap after another. */
import { enter, must } from '../../replay/room.ts'
import { spreadOf } from '../figures.ts'
import { evenly, pause } from '../load/pace.ts'
import type { PleinbordRoom } from '../peers/pleinbord.ts'
import { watch } from '../usage.ts'
import { gather } from './gather.ts'
import { ms, restOf, type Scenario, share } from './scenario.ts'

const dots = 5
const items = 20
type Dots = Record<string, number>
type Shown = { result: { ballots: number; rows: { item: string; dots: number }[] } | null }

/** What the round says, against what was given. */
const wrong = async ({ coach }: PleinbordRoom, round: string, ballots: readonly Dots[]): Promise<string[]> => {
  await must(coach, { type: 'round.close', round, confirmed: true })
  await must(coach, { type: 'round.reveal', round, revealed: true })
  const shown = () => coach.board.map<Shown>('rounds').get(round)?.result ?? null
  await coach.board.until(() => shown() !== null, 'the result is on the board')
  const result = shown()
  const given = new Map<string, number>()
  for (const ballot of ballots) for (const [item, count] of Object.entries(ballot)) given.set(item, (given.get(item) ?? 0) + count)
  return [
    ...(result?.ballots === ballots.length ? [] : [`${ballots.length} people voted and ${result?.ballots} ballots were counted`]),
    ...(result?.rows ?? []).flatMap((row) =>
      row.dots === (given.get(row.item) ?? 0) ? [] : [`an item was given ${given.get(row.item) ?? 0} dots and has ${row.dots}`],
    ),
  ]
}

export const votes: Scenario = async (bench) => {
  const { call } = bench
  const peer = await bench.pleinbord()
  const seconds = call.most < 100 ? 2 : call.quick ? 12 : 60
  const phones = call.quick ? Math.round(call.most / 5) : call.most
  const { room, people, leave } = await gather(peer, { phones, ideas: items, rest: restOf(bench) })
  await enter(room, 'vote')
  const { round } = await must(room.coach, { type: 'round.open', over: 'ideas', budget: dots, maximum: dots })
  const ideas = [...room.coach.board.map('ideas').keys()]
  const ballots: Dots[] = people.map(() => ({}))
  const refused: string[] = []
  const cast = async (place: number, times: number[]): Promise<void> => {
    const since = performance.now()
    const answer = await people[place]!.ask({ type: 'ballot.cast', round, dots: { ...ballots[place] } })
    times.push(performance.now() - since)
    if (!answer.ok) refused.push(`a ballot was refused: ${answer.error?.code}`)
  }
  // At rest: one after another, each an empty ballot that is replaced afterwards.
  const atRest: number[] = []
  for (let place = 0; place < Math.min(phones, 200); place += 1) {
    await cast(place, atRest)
    await pause(15)
  }
  const inMinute: number[] = []
  const under: Promise<void>[] = []
  const used = watch(peer.pid())
  await evenly((phones * dots) / seconds, seconds, (tap) => {
    const place = (tap * 7919) % phones
    const item = ideas[(place * 31 + Math.floor(tap / phones) * 17) % ideas.length] as string
    const ballot = ballots[place] as Dots
    ballot[item] = (ballot[item] ?? 0) + 1
    under.push(cast(place, inMinute))
  })
  await Promise.all(under)
  const { server, wall } = used()
  const problems = [...refused, ...(await wrong(room, String(round), ballots)), ...(await room.problems())]
  await leave()
  const [rest, minute] = [spreadOf(atRest), spreadOf(inMinute)]
  return {
    figures: { phones, seconds, rest, minute, core: server / wall },
    verdicts: [
      {
        goal: 'P7',
        what: `${phones} phones give ${dots} dots in ${seconds} s: answer p99 ÷ at rest`,
        figure: minute.p99 / rest.p99,
        most: 2,
        unit: '×',
      },
    ],
    tables: [
      {
        title: `${phones} phones give ${dots} dots each within ${seconds} s`,
        head: ['', 'ballots', 'answered p50', 'p95', 'p99', 'core'],
        rows: [
          ['at rest, one after another', String(rest.n), ms(rest.p50), ms(rest.p95), ms(rest.p99), ''],
          ['everybody', String(minute.n), ms(minute.p50), ms(minute.p95), ms(minute.p99), share(server / wall)],
        ],
      },
    ],
    problems,
  }
}
