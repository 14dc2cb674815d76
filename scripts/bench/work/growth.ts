/** How cost grows with the phones in a room and with the ideas on its board. */
import * as Y from 'yjs'
import { median } from '../figures.ts'
import { joinBy } from '../load/join.ts'
import { pause } from '../load/pace.ts'
import { keeper } from '../peers/keeper.ts'
import { type Peer, peerNames } from '../peers/peer.ts'
import { createPhone } from '../peers/pleinbordPhone.ts'
import { gather } from './gather.ts'
import { comeBack, firstMark, post, type Storm } from './round.ts'
import { type Bench, type Found, ms, restOf, type Scenario, share, type Table } from './scenario.ts'

const rate = 10

type Point = { server: string; phones: number; ideas: number; p50: number; p99: number; cpu: number; core: number }

const measure = async (bench: Bench, peer: Peer, phones: number, ideas: number, problems: string[]): Promise<Point> => {
  const { seen, room, people, leave } = await gather(peer, { phones, ideas, rest: restOf(bench) })
  const seconds = Math.min(bench.call.seconds, bench.call.quick ? 4 : 6)
  const { all, cpuPerThousand, serverShare } = await post(peer, room.writers(people), seen, { rate, seconds }, firstMark, problems)
  problems.push(...seen.problems(), ...(await room.problems()))
  await leave()
  return { server: peer.name, phones, ideas, p50: all.p50, p99: all.p99, cpu: cpuPerThousand, core: serverShare }
}

type Came = { ideas: number; nothing: { cpu: number; p95: number }; all: { cpu: number; p95: number } }
const middle = (storms: readonly Storm[]) => ({
  cpu: median(storms.map(({ cpuPerJoin }) => cpuPerJoin)),
  p95: median(storms.map(({ times }) => times.p95)),
})

/** All come back at once to boards of different sizes: as pages that hold nothing, and as pages that stayed open and hold it all. */
const storms = async (bench: Bench, ideas: number, problems: string[]): Promise<Came> => {
  const { call } = bench
  const peer = await bench.pleinbord()
  const { room, people, leave } = await gather(peer, { phones: call.phones, ideas, rest: restOf(bench) })
  const keeps = keeper()
  const one = createPhone({ ...room.place, token: await joinBy(peer.server.port, room.made.links.join), seen: keeps.seen }, 0)
  await one.arrive()
  one.leave()
  const held = { name: room.coach.hello.documents.board ?? '', vector: Y.encodeStateVector(keeps.doc) }
  const [nothing, all]: [Storm[], Storm[]] = [[], []]
  for (let repetition = 0; repetition < (call.quick ? 2 : 3); repetition += 1) {
    nothing.push(await comeBack(peer, people, ideas, restOf(bench), problems))
    await pause(restOf(bench))
    all.push(await comeBack(peer, people, 0, restOf(bench), problems, (phone) => phone.arrive(held)))
    await pause(restOf(bench))
  }
  await leave()
  return { ideas, nothing: middle(nothing), all: middle(all) }
}

const tableOf = (title: string, points: readonly Point[]): Table => ({
  title,
  head: ['server', 'phones', 'ideas', 'seen by all p50', 'p99', 'CPU per 1,000 deliveries', 'core'],
  rows: points.map((one) => [
    one.server,
    String(one.phones),
    String(one.ideas),
    ms(one.p50),
    ms(one.p99),
    `${one.cpu.toFixed(2)} ms`,
    share(one.core),
  ]),
})

export const growth: Scenario = async (bench): Promise<Found> => {
  const { call, say } = bench
  const problems: string[] = []
  const rooms = call.most < 100 ? [call.phones, call.most] : call.quick ? [] : [50, 150, 500, 1000]
  const boards = call.most < 100 ? [10, 20] : call.quick ? [] : [100, 1000, 5000]
  const byPhones: Point[] = []
  const byIdeas: Point[] = []
  for (const phones of rooms)
    for (const name of peerNames) byPhones.push(await measure(bench, await bench.peer(name), phones, 300, problems))
  say('with phones: done')
  for (const ideas of boards)
    for (const name of peerNames) byIdeas.push(await measure(bench, await bench.peer(name), call.phones, ideas, problems))
  say('with ideas: done')
  const sizes = call.most < 100 ? [10, 20] : [300, 1000, ...(call.quick ? [] : [5000])]
  const came: Came[] = []
  for (const ideas of sizes) came.push(await storms(bench, ideas, problems))
  const [small, large] = came
  return {
    figures: { byPhones, byIdeas, storms: came },
    verdicts: [
      {
        goal: 'P4',
        what: `CPU of a join at ${large?.ideas} ideas ÷ at ${small?.ideas}`,
        figure: (large?.nothing.cpu ?? Number.NaN) / (small?.nothing.cpu ?? Number.NaN),
        most: 1.5,
        unit: '×',
      },
    ],
    tables: [
      ...(byPhones.length > 0 ? [tableOf(`More phones, ${rate} ideas/s on a board of 300`, byPhones)] : []),
      ...(byIdeas.length > 0 ? [tableOf(`More ideas, ${rate} ideas/s, ${call.phones} phones`, byIdeas)] : []),
      {
        title: `${call.phones} phones come back at once to a larger board`,
        head: ['ideas', 'holding nothing: CPU each', 'p95', 'holding it all: CPU each', 'p95'],
        rows: came.map(({ ideas, nothing, all }) => [
          String(ideas),
          `${nothing.cpu.toFixed(2)} ms`,
          ms(nothing.p95),
          `${all.cpu.toFixed(2)} ms`,
          ms(all.p95),
        ]),
      },
    ],
    problems,
  }
}
