/** P12: a phone that slept through two hundred changes. */
import * as Y from 'yjs'
import type { Versions } from '../../../shared/wire/messages.ts'
import { must } from '../../replay/room.ts'
import { joinBy } from '../load/join.ts'
import { createSeen } from '../load/seen.ts'
import { noTraffic } from '../load/traffic.ts'
import { type Keeper, keeper } from '../peers/keeper.ts'
import type { PleinbordRoom } from '../peers/pleinbord.ts'
import { createPhone } from '../peers/pleinbordPhone.ts'
import { restOf, type Scenario } from './scenario.ts'

const changes = 200
const ideas = 300

const contentOf = (doc: Y.Doc): string =>
  JSON.stringify(
    ['meta', 'plein', 'phases', 'ideas', 'places', 'clusters', 'rounds', 'framings'].map((name) =>
      Object.entries(doc.getMap(name).toJSON()).sort(),
    ),
  )

/** What a room does: mostly writing and grouping, now and then something before all, a clock, or a hidden idea. One at a time. */
const change = async ({ coach, fill }: PleinbordRoom, group: string): Promise<void> => {
  for (let place = 0; place < changes; place += 1) {
    const all = [...coach.board.map('ideas').keys()]
    const idea = all[(place * 7) % all.length] as string
    if (place % 4 === 0) await fill(1)
    else if (place % 20 === 1) await must(coach, { type: 'screen.show', show: { on: 'idea', idea } })
    else if (place % 20 === 2) await must(coach, { type: 'timer.start', seconds: 60 + place })
    else if (place % 20 === 3) await must(coach, { type: 'cluster.rename', cluster: group, name: `Groen ${place}` })
    else {
      const { versions } = await must(coach, {
        type: 'ideas.assign',
        ideas: [idea],
        cluster: coach.board.map('places').has(idea) ? null : group,
      })
      await coach.board.until(() => coach.board.version() >= (versions as Versions).board, 'the coach sees what was done')
    }
  }
}

export const sleeper: Scenario = async (bench) => {
  const peer = await bench.pleinbord()
  const room = await peer.room(createSeen(0))
  await room.fill(ideas)
  const { cluster } = await must(room.coach, {
    type: 'cluster.create',
    name: 'Groen',
    ideas: [...room.coach.board.map('ideas').keys()].slice(0, 100),
  })
  const phone = async (keeps: Keeper) => {
    const token = await joinBy(peer.server.port, room.made.links.join)
    const one = createPhone(
      { port: peer.server.port, plein: room.made.id, token, traffic: noTraffic(), seen: keeps.seen, phase: () => '' },
      0,
    )
    await one.arrive()
    return one
  }
  const [asleep, awake] = [keeper(), keeper()]
  const sleeping = await phone(asleep)
  const watching = await phone(awake)
  const whole = watching.given()
  sleeping.leave()
  await change(room, String(cluster))
  const version = room.coach.board.version()
  const name = room.coach.hello.documents.board ?? ''
  await sleeping.arrive({ name, vector: Y.encodeStateVector(asleep.doc) })
  const reached = (doc: Y.Doc) => Number(doc.getMap('meta').get('v')) >= version
  await room.coach.board.until(() => reached(awake.doc), 'the phone that stayed awake has it all')
  const got = sleeping.given()
  const problems = contentOf(asleep.doc) === contentOf(awake.doc) ? [] : ['the phone that slept holds another board than one that did not']
  for (const one of [sleeping, watching]) one.leave()
  await room.close()
  await new Promise((resolve) => setTimeout(resolve, restOf(bench)))
  return {
    figures: { changes, live: awake.live(), woken: got, whole },
    verdicts: [
      {
        goal: 'P12',
        what: `what it gets after ${changes} changes ÷ the bytes of those changes`,
        figure: got / awake.live(),
        most: 1.2,
        unit: '×',
      },
    ],
    tables: [
      {
        title: `A phone slept through ${changes} changes on a board of ${ideas} ideas`,
        head: ['those changes, live', 'what it gets when it wakes', 'the whole board at the start'],
        rows: [[`${awake.live()} bytes`, `${got} bytes`, `${whole} bytes`]],
      },
    ],
    problems,
  }
}
