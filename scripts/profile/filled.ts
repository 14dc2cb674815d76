/** A board of so many ideas with all that is beside them, and the commands that are tried on it. */
import type { Asker, Timers } from '../../server/live/contract.ts'
import type { Command } from '../../shared/domain/commands.ts'
import { coach, type Desk, openDesk, owner, phone, world } from './desk.ts'
import { type About, gather } from './gathered.ts'

export type Filled = Desk & {
  ideas: string[]
  keys: string[]
  clusters: string[]
  round: string
  phase: string
  /** Of ideas that were posted while it was measured. */
  fresh: string[]
  about: About
}

/** Ideas of phones, shared, in forty groups, with all that is beside them, and a round over clusters that is open. */
export const fill = async (count: number, timers?: Timers): Promise<Filled> => {
  const desk = await openDesk(timers)
  const { room, ask } = desk
  await ask(coach, { type: 'plein.open' })
  const [phase = '', , voting = ''] = await room.read(({ plein }) => plein.order)
  const [ideas, keys]: string[][] = [[], []]
  for (let from = 0; from < count; from += 40) {
    const answers = await Promise.all(
      Array.from({ length: Math.min(40, count - from) }, (_, place) => {
        const key = world.id()
        keys!.push(key)
        return ask(phone(place), {
          type: 'idea.post',
          key,
          as: 'idea',
          text: `Idea ${from + place} on the harbour and the night bus`,
          phase,
          open: true,
        })
      }),
    )
    ideas!.push(...answers.map((answer) => String(answer['idea'])))
  }
  await desk.passed()
  const clusters: string[] = []
  for (let group = 0; group < 40; group++) {
    const own = ideas!.filter((_, place) => place % 40 === group).slice(0, 500)
    clusters.push(String((await ask(coach, { type: 'cluster.create', name: `Group ${group}`, ideas: own }))['cluster']))
  }
  const about = await gather(desk, { ideas: ideas!, keys: keys!, clusters, voting })
  const round = String((await ask(coach, { type: 'round.open', over: 'clusters', budget: 5, maximum: 2 }))['round'])
  await ask(coach, { type: 'phase.enter', phase })
  return { ...desk, ideas: ideas!, keys: keys!, clusters, round, phase, fresh: [], about }
}

export type Sort = { name: string; command: (on: Filled, time: number) => [Asker, Command] }

export const sorts: readonly Sort[] = [
  {
    name: 'idea.post',
    command: ({ phase, fresh }, time) => {
      fresh[time] = world.id()
      return [phone(time), { type: 'idea.post', key: fresh[time], as: 'idea', text: `Another one, ${time}`, phase, open: true }]
    },
  },
  {
    name: 'tap.set',
    command: (_, time) => [phone(time), { type: 'tap.set', on: 'pulse', value: time % 2 === 0 ? 'tense' : 'unsaid' }],
  },
  {
    name: 'cluster.verify',
    command: ({ keys, clusters }, time) => [
      phone(time),
      {
        type: 'cluster.verify',
        key: keys[time % 100]!,
        cluster: clusters[(time % 100) % 40]!,
        name: `Group ${(time % 100) % 40}`,
        answer: 'words',
        words: `Name ${time}`,
      },
    ],
  },
  { name: 'card.seal', command: (_, time) => [phone(time), { type: 'card.seal', key: world.id(), text: `This must be said, ${time}` }] },
  {
    name: 'condition.post',
    command: ({ about }, time) => [
      phone(time),
      { type: 'condition.post', key: world.id(), text: `What I need, ${time}`, round: about.round, item: about.item },
    ],
  },
  {
    name: 'hide an answer',
    command: ({ about: { answers } }, time) => [
      coach,
      { type: time % 2 === 0 ? 'idea.hide' : 'idea.show', ideas: [answers[(time >> 1) % answers.length]!] },
    ],
  },
  {
    name: 'owner.mark',
    command: ({ ideas }, time) => [owner, { type: 'owner.mark', idea: ideas.at(-1 - ((time >> 1) % 20))!, marked: time % 2 === 0 }],
  },
  { name: 'idea.withdraw', command: ({ fresh }, time) => [phone(time), { type: 'idea.withdraw', key: fresh[time]! }] },
  { name: 'idea.edit', command: ({ keys }, time) => [phone(time), { type: 'idea.edit', key: keys[time % 100]!, text: `Better, ${time}` }] },
  { name: 'mine', command: ({ keys }, time) => [phone(time), { type: 'mine', keys: [keys[time % 100]!] }] },
  { name: 'idea.enter', command: ({ phase }, time) => [coach, { type: 'idea.enter', as: 'idea', text: `On paper, ${time}`, phase }] },
  {
    name: 'ideas.assign',
    command: ({ ideas, clusters }, time) => [
      coach,
      { type: 'ideas.assign', ideas: [ideas[time % 100]!], cluster: clusters[(time + Math.floor(time / 100) + 1) % 40]! },
    ],
  },
  {
    name: 'cluster.rename',
    command: ({ clusters }, time) => [coach, { type: 'cluster.rename', cluster: clusters[time % 40]!, name: `Name ${time}` }],
  },
  { name: 'undo', command: () => [coach, { type: 'undo' }] },
  {
    name: 'ballot.cast',
    command: ({ round, clusters }, time) => [phone(time), { type: 'ballot.cast', round, dots: { [clusters[time % 40]!]: 2 } }],
  },
  { name: 'seat.hand', command: (_, time) => [phone(time), { type: 'seat.hand', up: true }] },
  { name: 'timer.start', command: (_, time) => [coach, { type: 'timer.start', seconds: 60 + time }] },
  { name: 'screen.show', command: ({ ideas }, time) => [coach, { type: 'screen.show', show: { on: 'idea', idea: ideas[time % 100]! } }] },
]
