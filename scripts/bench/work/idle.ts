/** P8: everybody is there and nobody does anything. */
import { pause } from '../load/pace.ts'
import { watch } from '../usage.ts'
import { gather } from './gather.ts'
import { restOf, type Scenario, share } from './scenario.ts'

/** Counts of a full room are told every ten seconds: the last one of those who came in is over then. */
const quiet = 12

export const idle: Scenario = async (bench) => {
  const { call } = bench
  const peer = await bench.pleinbord()
  const rest = restOf(bench)
  const { room, leave } = await gather(peer, { phones: call.phones, ideas: 300, rest })
  await pause(rest * quiet)
  // Signs of life come every 25 s, and every third time with a question: all of it is counted once.
  const seconds = call.quick ? 25 : 75
  const before = { ...room.traffic }
  const used = watch(peer.pid())
  await pause(call.phones < 100 ? 2000 : seconds * 1000)
  const { server, wall } = used()
  const per = (count: number) => count / call.phones / (wall / 10_000)
  const messages = per(room.traffic.messages - before.messages)
  const controls = per(room.traffic.controls - before.controls)
  const bytes = per(room.traffic.bytes - before.bytes)
  const problems = await room.problems()
  await leave()
  return {
    figures: { phones: call.phones, milliseconds: wall, messages, controls, bytes, core: server / wall },
    verdicts: [
      { goal: 'P8', what: 'messages to a phone in 10 s, nobody doing anything', figure: messages, most: 1, unit: '' },
      { goal: 'P8', what: 'the core, nobody doing anything', figure: (server / wall) * 100, most: 1, unit: '%' },
    ],
    tables: [
      {
        title: `${call.phones} phones, nobody does anything for ${Math.round(wall / 1000)} s`,
        head: ['messages to a phone in 10 s', 'pings of the line itself', 'bytes', 'core'],
        rows: [[messages.toFixed(2), controls.toFixed(2), bytes.toFixed(0), share(server / wall)]],
      },
    ],
    problems,
  }
}
