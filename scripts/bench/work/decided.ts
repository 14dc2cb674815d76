/** P11: what one command costs to check and decide, on boards of different sizes: in this process, and as the whole server. */
import { asked } from '../../../server/live/answers.ts'
import { type Inside, load } from '../../../server/live/inside.ts'
import { createPosted } from '../../../server/live/posted.ts'
import { type TurnParts, takeTurn } from '../../../server/live/turn.ts'
import { world as createWorld } from '../../../server/world.ts'
import type { StoredEvent } from '../../../shared/domain/events.ts'
import { create } from '../../../shared/domain/life/create.ts'
import { newSeat, type Role } from '../../../shared/domain/state.ts'
import { domainLimits } from '../../../shared/domain/world.ts'
import { parseCommand } from '../../../shared/wire/commands.ts'
import type { Answer } from '../../../shared/wire/messages.ts'
import { newId } from '../../players/person.ts'
import { textOf } from '../peers/idea.ts'
import { ownCpu, watch } from '../usage.ts'
import { gather } from './gather.ts'
import { type Bench, restOf, type Scenario } from './scenario.ts'

type Asking = { seat: string; role: Role; message: Record<string, unknown> }
type Board = { inside: Inside; ask(asking: Asking): Answer }

const world = createWorld({ ...domainLimits, ideasPerPlein: 20_000, ideasPerSeatPerPhase: 20_000 })
const quiet = { info: () => undefined, warn: () => undefined, error: (_: unknown, text: string) => console.error(text) }

/** A Plein in memory, as a room holds it, with so many ideas on its board. */
const boardOf = (ideas: number): Board => {
  const made = create(
    {
      title: 'Meting',
      dilemma: 'Hoe blijft het plein van iedereen?',
      programme: [{ kind: 'ideas', settings: { hidden: false } }, { kind: 'vote' }],
    },
    world,
  )
  if (!made.ok) throw new Error(made.refusal.code)
  const events = made.events.map((event, place): StoredEvent => ({ version: place + 1, v: 1, event }))
  const loaded = { version: events.length, events, answers: [], ballots: [], seats: [], keys: [], sealed: [], texts: [], links: [] }
  const inside = load(world.id(), { loaded, rows: [], secrets: [], keys: { of: () => null, count: 0 } })
  for (const [seat, role] of [
    ['coach', 'coach'],
    ['phone', 'participant'],
  ] as const)
    inside.plein.seats.set(seat, newSeat(seat, role))
  const parts: TurnParts = { world, say: ({ code }) => code, log: quiet, posted: createPosted(), barred: () => null, unfit: () => null }
  const ask = ({ seat, role, message }: Asking): Answer => {
    const parsed = parseCommand(message)
    if (!parsed.ok) throw new Error(parsed.refusal.code)
    const waiting = {
      seat,
      role,
      command: parsed.command,
      asked: asked(seat, parsed.id, parsed.command, world.hash),
      answer: () => undefined,
    }
    const turn = takeTurn(inside, [waiting], parts)
    return turn.answers[0]!.answer
  }
  const coach = (message: Record<string, unknown>) => must(ask({ seat: 'coach', role: 'coach', message: { id: newId(), ...message } }))
  coach({ type: 'plein.open' })
  const phase = [...inside.plein.phases.values()].find(({ kind }) => kind === 'ideas')!.id
  if (inside.plein.current !== phase) coach({ type: 'phase.enter', phase })
  for (let mark = 0; mark < ideas; mark += 1) coach({ type: 'idea.enter', as: 'idea', text: textOf(mark), phase })
  return { inside, ask }
}
const must = (answer: Answer): Record<string, unknown> => {
  if (!answer.ok) throw new Error(`A command was refused: ${answer.error.code}.`)
  return answer
}

/** What phones and desks do most. Messages are made before, so that only the server's part is counted. */
const kinds = (board: Board): Record<string, (place: number) => Asking> => {
  const { plein } = board.inside
  const ideas = [...plein.ideas.keys()]
  const phase = plein.current as string
  const coach = (message: Record<string, unknown>): Asking => ({ seat: 'coach', role: 'coach', message: { id: newId(), ...message } })
  const phone = (message: Record<string, unknown>): Asking => ({ seat: 'phone', role: 'participant', message: { id: newId(), ...message } })
  const ask = (message: Record<string, unknown>) => must(board.ask(coach(message)))
  const { cluster } = ask({ type: 'cluster.create', name: 'Groen', ideas: [] })
  const items = ideas.slice(0, 20)
  const vote = [...plein.phases.values()].find(({ kind }) => kind === 'vote')!.id
  ask({ type: 'phase.enter', phase: vote })
  const { round } = ask({ type: 'round.open', over: 'ideas', items, budget: 5, maximum: 5 })
  ask({ type: 'phase.enter', phase })
  return {
    'idea.post': (place) => phone({ type: 'idea.post', key: newId(), as: 'idea', text: textOf(place), phase, open: true }),
    'idea.enter': (place) => coach({ type: 'idea.enter', as: 'idea', text: textOf(place), phase }),
    'ideas.assign': (place) =>
      coach({
        type: 'ideas.assign',
        ideas: [ideas[place % ideas.length]],
        cluster: place % (2 * ideas.length) < ideas.length ? cluster : null,
      }),
    'ballot.cast': (place) => phone({ type: 'ballot.cast', round, dots: { [items[place % items.length] as string]: 1 + (place % 5) } }),
    'screen.show': (place) => coach({ type: 'screen.show', show: { on: 'idea', idea: ideas[(place * 7 + 1) % ideas.length] } }),
  }
}

/** Microseconds of CPU for each kind. */
const inProcess = (ideas: number, count: number): Record<string, number> => {
  const board = boardOf(ideas)
  return Object.fromEntries(
    Object.entries(kinds(board)).map(([kind, make]) => {
      const asking = Array.from({ length: count }, (_, place) => make(place))
      for (const one of asking.splice(0, count / 4)) must(board.ask(one))
      const before = ownCpu()
      for (const one of asking) board.ask(one)
      return [kind, ((ownCpu() - before) * 1000) / asking.length]
    }),
  )
}

/** Microseconds of CPU of the whole server for one placing, sockets, commit and documents included, one phone reading. */
const asServer = async (bench: Bench, ideas: number, count: number): Promise<number> => {
  const peer = await bench.pleinbord()
  const { room, leave } = await gather(peer, { phones: 1, ideas, rest: restOf(bench) })
  const desks = await room.desks()
  const { cluster } = await desks[0]!.ask({ type: 'cluster.create', name: 'Groen', ideas: [] })
  await room.coach.board.until(() => room.coach.board.map('ideas').size >= ideas, 'the board is whole')
  const all = [...room.coach.board.map('ideas').keys()]
  const place = async (at: number) => {
    const answer = await desks[at % desks.length]!.ask({
      type: 'ideas.assign',
      ideas: [all[at % all.length]],
      cluster: at % (2 * all.length) < all.length ? cluster : null,
    })
    if (!answer.ok) throw new Error(`A placing was refused: ${answer.error?.code}.`)
  }
  for (let at = 0; at < count / 4; at += 1) await place(at)
  const used = watch(peer.pid())
  for (let at = count / 4; at < count; at += 1) await place(at)
  const { server } = used()
  await leave()
  return (server * 1000) / (count * 0.75)
}

export const decided: Scenario = async (bench) => {
  const { call } = bench
  const sizes = call.most < 100 ? [20, 40] : call.quick ? [100, 5000] : [100, 1000, 5000]
  const count = call.most < 100 ? 40 : 2000
  const costs = []
  for (const ideas of sizes) costs.push({ ideas, decided: inProcess(ideas, count), server: await asServer(bench, ideas, count) })
  const [small, large] = [costs[0]!, costs.at(-1)!]
  const names = Object.keys(large.decided)
  const us = (value: number) => `${value.toFixed(0)} µs`
  return {
    figures: { count, costs },
    verdicts: [
      ...names.map((name) => ({
        goal: 'P11',
        what: `${name}, checked and decided at ${large.ideas} ideas`,
        figure: large.decided[name] ?? Number.NaN,
        most: 50,
        unit: 'µs',
      })),
      {
        goal: 'P11',
        what: `the whole server for one command, at ${large.ideas} ideas ÷ at ${small.ideas}`,
        figure: large.server / small.server,
        most: 1.5,
        unit: '×',
      },
    ],
    tables: [
      {
        title: 'CPU of one command: checked, decided, evolved and projected; and as the whole server',
        head: ['ideas', ...names, 'whole server, ideas.assign'],
        rows: costs.map((one) => [String(one.ideas), ...names.map((name) => us(one.decided[name] ?? Number.NaN)), us(one.server)]),
      },
    ],
    problems: [],
  }
}
