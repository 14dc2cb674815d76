/** Several Pleinen share the process: twenty of fifty phones beside one of a thousand, with as many deliveries. */
import { type Spread, spreadOf } from '../figures.ts'
import { evenly } from '../load/pace.ts'
import { watch } from '../usage.ts'
import { type Gathered, gather } from './gather.ts'
import { firstMark } from './round.ts'
import { ms, restOf, type Scenario, share } from './scenario.ts'

/** Ideas a second in each room, and from how many phones: one may send two a second. */
const rate = 10
const lines = 10

type One = { all: Spread; cpu: number; core: number; rooms: Spread[] }

export const several: Scenario = async (bench) => {
  const { call, say } = bench
  const peer = await bench.pleinbord()
  const problems: string[] = []
  const seconds = Math.min(call.seconds, call.quick ? 5 : 20)

  const measure = async (count: number, phones: number): Promise<One> => {
    const rooms: Gathered[] = []
    for (let place = 0; place < count; place += 1) rooms.push(await gather(peer, { phones, ideas: 0, rest: 0 }))
    const writers = rooms.map(({ room, people }) => room.writers(people, lines))
    for (const { room } of rooms) await room.fill(100)
    const used = watch(peer.pid())
    await evenly(rate * count, seconds, (place) => {
      const at = place % count
      const mark = firstMark + Math.floor(place / count)
      void rooms[at]!.seen.sent(mark)
      writers[at]![Math.floor(place / count) % writers[at]!.length]!.post(mark).catch((problem: Error) => problems.push(problem.message))
    })
    await Promise.all(rooms.map(({ seen }) => seen.settled(30_000)))
    const { server, wall } = used()
    for (const { seen, room } of rooms) problems.push(...seen.problems(), ...(await room.problems()))
    const times = rooms.map(({ seen }) => seen.times())
    const deliveries = rooms.reduce((sum, { seen }) => sum + seen.deliveries(), 0)
    await Promise.all(rooms.map(({ leave }) => leave()))
    return { all: spreadOf(times.flat()), cpu: (server / deliveries) * 1000, core: server / wall, rooms: times.map(spreadOf) }
  }
  const [many, each] = call.most < 100 ? [2, Math.floor(call.most / 2)] : [20, Math.floor(call.most / 20)]
  const one = await measure(1, call.most)
  const shared = await measure(many, each)
  say(`one: p99 ${ms(one.all.p99)}; ${many}: p99 ${ms(shared.all.p99)}`)
  const worst = Math.max(...shared.rooms.map(({ p95 }) => p95))
  const best = Math.min(...shared.rooms.map(({ p95 }) => p95))
  const row = (title: string, { all, cpu, core }: One, fair: string) => [
    title,
    ms(all.p50),
    ms(all.p95),
    ms(all.p99),
    `${cpu.toFixed(2)} ms`,
    share(core),
    fair,
  ]
  return {
    figures: { one, shared, rest: restOf(bench) },
    verdicts: [],
    tables: [
      {
        title: `One Plein beside ${many} at once, ${rate} ideas/s in each`,
        head: ['', 'seen by all p50', 'p95', 'p99', 'CPU per 1,000 deliveries', 'core', 'p95 of the worst Plein ÷ of the best'],
        rows: [row(`1 × ${call.most} phones`, one, ''), row(`${many} × ${each} phones`, shared, `${(worst / best).toFixed(2)} ×`)],
      },
    ],
    problems,
  }
}
