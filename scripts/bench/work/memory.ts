/** P5: what a connected phone keeps of the server's memory, on a server that has just started. */
import { median } from '../figures.ts'
import { pause } from '../load/pace.ts'
import { createSeen } from '../load/seen.ts'
import { startHocuspocus } from '../peers/hocuspocus.ts'
import { type Peer, type PeerName, peerNames } from '../peers/peer.ts'
import { startPleinbord } from '../peers/pleinbord.ts'
import { startRelay } from '../peers/relay.ts'
import { rssOf } from '../usage.ts'
import { comeIn } from './gather.ts'
import { type Bench, restOf, type Scenario } from './scenario.ts'

const ideas = 300

/** From the moment at which it is ready and nobody is there; so what a first visitor brings into memory is counted too. */
const measure = async (peer: Peer, phones: number, rest: number): Promise<{ bytes: number; problems: string[] }> => {
  await pause(rest)
  const before = rssOf(peer.pid())
  const room = await peer.room(createSeen(phones))
  await room.fill(ideas)
  const people = await comeIn(room, 0, phones)
  await pause(rest * 5)
  const bytes = (rssOf(peer.pid()) - before) / phones
  const problems = await room.problems()
  for (const phone of people) phone.leave()
  await room.close()
  return { bytes, problems }
}

const start = ({ cores }: Bench, name: PeerName): Promise<Peer> =>
  name === 'relay' ? startRelay(cores) : name === 'hocuspocus' ? startHocuspocus(cores) : startPleinbord(cores)

export const memory: Scenario = async (bench) => {
  const { call, say } = bench
  const runs: Record<PeerName, number[]> = { relay: [], hocuspocus: [], pleinbord: [] }
  const problems: string[] = []
  for (let repetition = 0; repetition < Math.min(call.repetitions, call.quick ? 1 : 3); repetition += 1)
    for (const name of peerNames) {
      const peer = await start(bench, name)
      try {
        const one = await measure(peer, call.phones, restOf(bench))
        runs[name].push(one.bytes)
        problems.push(...one.problems)
      } finally {
        await peer.stop()
      }
      say(`${name}: ${Math.round((runs[name].at(-1) ?? 0) / 1000)} kB a phone`)
    }
  const kilobytes = (name: PeerName) => median(runs[name]) / 1000
  return {
    figures: { phones: call.phones, bytes: runs },
    verdicts: [
      {
        goal: 'P5',
        what: 'memory per connected phone, both sockets, ÷ Hocuspocus',
        figure: kilobytes('pleinbord') / kilobytes('hocuspocus'),
        most: 0.8,
        unit: '×',
      },
    ],
    tables: [
      {
        title: `Memory of the server for each of ${call.phones} phones`,
        head: ['server', 'RSS per phone'],
        rows: peerNames.map((name) => [name, `${kilobytes(name).toFixed(0)} kB`]),
      },
    ],
    problems,
  }
}
