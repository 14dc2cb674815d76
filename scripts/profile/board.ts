/** What one command of each sort costs the room, on boards of every size: a ratio, because microseconds do not travel. */
import { setImmediate as breathe } from 'node:timers/promises'
import { sentence } from '../../client/words/sentence.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits } from '../../server/limits.ts'
import type { Asker, Room } from '../../server/live/contract.ts'
import { createRoom } from '../../server/live/room.ts'
import { find } from '../../server/live/sealing.ts'
import type { Loaded, Store } from '../../server/store/contract.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { timers } from '../../server/timers.ts'
import { world as createWorld } from '../../server/world.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { StoredEvent } from '../../shared/domain/events.ts'
import { create } from '../../shared/domain/life/create.ts'
import type { Role } from '../../shared/domain/state.ts'
import { domainLimits } from '../../shared/domain/world.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const coach: Asker = { seat: 'coach', role: 'coach' }
const phone = (number: number): Asker => ({ seat: `phone-${number}`, role: 'participant' })
const world = createWorld({ ...domainLimits, ideasPerSeatPerPhase: 100_000, ideasPerPlein: 100_000 })

type Desk = { room: Room; ask(who: Asker, command: Command): Promise<Record<string, unknown>>; log: StoredEvent[] }

/** Of a Plein of which nothing but its log matters. */
const loadedFrom = (events: StoredEvent[]): Loaded => ({
  version: events.length,
  events,
  answers: [],
  ballots: [],
  seats: [],
  keys: [],
  sealed: [],
  texts: [],
  links: [],
})

const openDesk = async (): Promise<Desk> => {
  const made = create(
    {
      title: 'Profile',
      dilemma: 'Where does the time go?',
      locale: 'en',
      programme: [{ kind: 'ideas', settings: { hidden: false } }, { kind: 'cluster' }, { kind: 'vote', settings: { over: 'ideas' } }],
    } as Parameters<typeof create>[0],
    world,
  )
  if (!made.ok) throw new Error(made.refusal.code)
  const [created] = made.events
  const log: StoredEvent[] = [{ version: 1, v: 1, event: created! }]
  // Counts, and keeps no more than what a reopening needs: what is measured is the room and not the disk.
  const store: Store = {
    ...memoryStore(),
    commit: async (_plein, _version, { events = [] }) => {
      log.push(...events)
      return { ok: true }
    },
    load: async () => loadedFrom([...log]),
  }
  const parts = { store, vault: memoryVault(), world, timers, limits: defaultLimits, log: silent, say: sentence }
  const found = await find('plein', parts)
  if (found === null) throw new Error('There is no Plein.')
  const acts = {} as Parameters<typeof createRoom>[2]['acts']
  const outlet = { frame: () => undefined, renamed: () => undefined, turned: () => undefined, notice: () => undefined }
  const room = createRoom('plein', found, { ...parts, acts }, outlet)
  for (const who of [coach, ...Array.from({ length: 1000 }, (_, number) => phone(number))])
    room.seat({ seat: who.seat ?? '', role: who.role as Role })
  const ask: Desk['ask'] = async (who, command) => {
    const answer = await room.command(who, world.id(), command)
    if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.error.code}`)
    return answer
  }
  return { room, ask, log }
}

type Filled = Desk & { ideas: string[]; keys: string[]; clusters: string[]; round: string; phase: string }

/** Ideas of phones, shared, in forty groups, with a round over clusters that is open. */
const fill = async (count: number): Promise<Filled> => {
  const desk = await openDesk()
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
        })
      }),
    )
    ideas!.push(...answers.map((answer) => String(answer['idea'])))
  }
  await room.command({ seat: null, role: 'server' as Role }, world.id(), { type: 'time.passed' })
  const clusters: string[] = []
  for (let group = 0; group < 40; group++) {
    const own = ideas!.filter((_, place) => place % 40 === group).slice(0, 500)
    clusters.push(String((await ask(coach, { type: 'cluster.create', name: `Group ${group}`, ideas: own }))['cluster']))
  }
  await ask(coach, { type: 'phase.enter', phase: voting })
  const round = String((await ask(coach, { type: 'round.open', over: 'clusters', budget: 5, maximum: 2 }))['round'])
  await ask(coach, { type: 'phase.enter', phase })
  return { ...desk, ideas: ideas!, keys: keys!, clusters, round, phase }
}

const times = 300
type Sort = { name: string; command: (on: Filled, time: number) => [Asker, Command] }

const sorts: readonly Sort[] = [
  {
    name: 'idea.post',
    command: ({ phase }, time) => [phone(time), { type: 'idea.post', key: world.id(), as: 'idea', text: `Another one, ${time}`, phase }],
  },
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

/** Microseconds of CPU for one command that has a turn of its own. */
const cost = async (on: Filled, { command }: Sort): Promise<number> => {
  const commands = Array.from({ length: times }, (_, time) => command(on, time))
  const before = process.cpuUsage()
  for (const [who, asked] of commands) await on.room.command(who, world.id(), asked)
  await breathe()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / times
}

const reopen = async ({ log }: Filled): Promise<number> => {
  const store = {
    load: async () => loadedFrom(log),
  }
  const parts = { store: store as unknown as Store, vault: memoryVault(), world, timers, limits: defaultLimits, log: silent, say: sentence }
  const before = process.cpuUsage()
  const found = await find('plein', parts)
  const outlet = { frame: () => undefined, renamed: () => undefined, turned: () => undefined, notice: () => undefined }
  createRoom('plein', found!, { ...parts, acts: {} as Parameters<typeof createRoom>[2]['acts'] }, outlet).close()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Prints a table. `sizes`: ideas on the board. */
export const commandCosts = async (sizes: readonly number[]): Promise<void> => {
  const columns: { costs: number[]; opening: number; events: number }[] = []
  // Once for nothing, so that the first size does not pay for the compiler.
  for (const size of [sizes[0]!, ...sizes]) {
    const on = await fill(size)
    const costs: number[] = []
    for (const sort of sorts) costs.push(await cost(on, sort))
    columns.push({ costs, opening: await reopen(on), events: on.log.length })
    on.room.close()
  }
  columns.shift()
  const row = (name: string, values: readonly number[], unit: string): string => {
    const [first = 1] = values
    const told = values.map((value) => `${value.toFixed(0).padStart(8)} ${unit} (${(value / first).toFixed(1)})`)
    return `  ${name.padEnd(18)}${told.join('')}`
  }
  console.log(`CPU of one command in a turn of its own, on ${sizes.join(', ')} ideas (times the first)`)
  for (const [place, { name }] of sorts.entries())
    console.log(
      row(
        name,
        columns.map(({ costs }) => costs[place]!),
        'µs',
      ),
    )
  console.log(
    row(
      'reopening',
      columns.map(({ opening }) => opening),
      'ms',
    ),
  )
  console.log(
    row(
      'of so many events',
      columns.map(({ events }) => events),
      '  ',
    ),
  )
}
