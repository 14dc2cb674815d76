/** One Plein from its opening to its closing, led by a coach, with a screen, and with people who come and go as they like. */
import { type Connection, openConnection } from '../../client/session/connection.ts'
import { deliver, pause } from '../../client/session/deliver.ts'
import { makePace } from '../../client/session/pace.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import type { IdeaEntry } from '../../shared/wire/documents.ts'
import { current } from '../chaos/current.ts'
import type { Breaches } from '../chaos/judge.ts'
import { compareDocuments, within } from '../chaos/kill.ts'
import { type Person, person } from '../chaos/person.ts'
import { coachPlan, lenses, nameOf } from '../chaos/plan.ts'
import { type Dice, dice, seedOf } from '../players/dice.ts'
import { claimWith, joinWith, makePlein } from '../players/http.ts'
import { sameWords, typist, written } from './prose.ts'
import { nowOf, wishes } from './wishes.ts'

export type AfternoonParts = {
  /** For requests / for lines, which somebody cuts. */
  origin: string
  lines: string
  /** While this is going on no line is cut: on a slow machine some would never be back. */
  calmly(work: () => Promise<void>): Promise<void>
  key: string
  people: number
  /** Which one of the run this is, from 1. */
  number: number
  seed: number
  /** How long it takes. */
  milliseconds: number
  found: Breaches
  count(what: string, times?: number): void
}

const kinds = ['welcome', 'checkin', 'ideas', 'burst', 'cluster', 'vote', 'reframe', 'write', 'harvest'] as const satisfies PhaseKind[]
/** Milliseconds between two things that somebody does: a share of their visit, within what is human. */
const tempo = { least: 300, most: 4000 }

export const afternoon = async (parts: AfternoonParts): Promise<Person[]> => {
  const { origin, key, number, seed, milliseconds, found, count } = parts
  const chance = dice(seed)
  const made = await makePlein(origin, key, {
    title: `Plein ${number}`,
    dilemma: 'Wie zorgt er voor het groen?',
    locale: 'nl',
    programme: kinds.map((kind) => ({ kind })),
    settings: { perspectives: lenses },
  })
  const everybody: Person[] = []
  const here = new Set<Person>()
  let [over, hush, busy] = [false, false, 0]
  const common = {
    origin: parts.lines,
    strict: true,
    answered: () => count('answered'),
    refused: (code: string) => count(`refused, ${code}`),
  }
  const open = (token: string): Connection => openConnection({ makePace, origin: parts.lines, plein: made.id, token })

  const coach = await person({
    ...common,
    name: nameOf(number, true),
    seat: await claimWith(origin, made.links.coach),
    role: 'coach',
    plan: () => coachPlan('', chance, { phase: '' }),
    chance: dice(seedOf(seed, 1)),
  })
  const desk = coach.lines[0] as Connection
  // As on every desk: the text before the room is followed too.
  desk.documents.look(true)
  const screen = open((await claimWith(origin, made.links.screen)).token)
  // A device of its own: a seat has three lines, and the coach's two may just be coming back.
  const newcomer = (await claimWith(origin, made.links.coach)).token
  const lead = async (command: Command): Promise<void> => {
    const answer = await deliver(desk, command)
    count(answer.ok ? 'led' : `${command.type} refused, ${answer.error.code}`)
  }

  const doing = async <T>(work: Promise<T>): Promise<T> => {
    busy += 1
    try {
      return await work
    } finally {
      busy -= 1
    }
  }
  /** Nobody begins anything until it is over, and what was begun is answered. */
  const silence = async (moment: string): Promise<void> => {
    hush = true
    for (let wait = 0; busy > 0 && wait < 300; wait++) await pause(100)
    if (busy > 0) found.unanswered.push(`${busy} people waited half a minute for an answer in ${moment}`)
  }
  const visit = async (name: string, seat: { plein: string; token: string }, own: Dice): Promise<void> => {
    let line: Connection | null = null
    const plan = () => wishes(name, own, () => line as Connection)
    const who = await person({ ...common, name, seat, role: 'participant', plan, chance: own })
    line = who.lines[0] as Connection
    everybody.push(who)
    here.add(who)
    count('visits')
    const goes = performance.now() + (milliseconds * (2 + own.below(8))) / 10
    while (!over && performance.now() < goes) {
      await pause(Math.min(tempo.most, Math.max(tempo.least, (milliseconds / 60) * (0.5 + own.below(100) / 100))))
      if (!hush) await doing(who.work(1))
    }
    while (hush) await pause(tempo.least)
    here.delete(who)
    who.leave()
  }
  const guest = async (slot: number): Promise<void> => {
    const own = dice(seedOf(seed, 2, slot))
    let seat = await doing(joinWith(origin, made.links.join))
    for (let time = 1; !over; time++) {
      // Some come back on the same phone, some are somebody else.
      if (time > 1 && own.one(3)) seat = await doing(joinWith(origin, made.links.join))
      await visit(`${nameOf(slot, false)}, bezoek ${time}`, seat, own)
      do await pause(500 + own.below(milliseconds / 10))
      while (hush)
    }
  }

  const compare = async (moment: string): Promise<void> => {
    await silence(moment)
    const together = [coach, ...here]
    const before = found.documents.length
    await parts.calmly(async () => {
      await compareDocuments(
        parts.lines,
        [{ ...coach, token: newcomer }, ...here, { ...coach, name: 'the screen', role: 'participant', lines: [screen] }],
        found,
      )
      const fresh = open(newcomer)
      fresh.documents.look(true)
      for (const name of written)
        if (!(await sameWords(desk, fresh, name)))
          found.documents.push(`${name} at the desk is not that of somebody who comes in now, in ${moment}`)
      fresh.close()
    })
    if (found.documents.length > before) found.documents.push(`(that was in ${moment} of Plein ${number})`)
    count('times compared')
    count('replicas compared', together.reduce((sum, { lines }) => sum + lines.length, 0) + 3)
    hush = false
  }

  const ideas = (): string[] =>
    [...desk.documents.replica('board').snapshot('ideas')].filter(([, idea]) => (idea as IdeaEntry).as === 'idea').map(([id]) => id)
  const groups = (): string[] => [...desk.documents.replica('board').snapshot('clusters').keys()]
  const group = async (): Promise<void> => {
    const all = ideas()
    for (let from = 0; from < all.length && groups().length < 8; from += 5)
      await lead({ type: 'cluster.create', name: `Groep ${from}`, ideas: all.slice(from, from + 5) })
    const [first, second] = groups()
    if (first && second) await lead({ type: 'cluster.merge', from: first, into: second })
    if (chance.one(2)) await lead({ type: 'undo' })
  }
  const halfway: Partial<Record<PhaseKind, () => Promise<void>>> = {
    ideas: () => lead({ type: 'ideas.release', ideas: 'all' }),
    cluster: group,
    vote: () =>
      lead(groups().length > 1 ? { type: 'round.open', over: 'clusters' } : { type: 'round.open', over: 'ideas', items: ideas() }),
    reframe: async () => {
      await lead({ type: 'ideas.release', ideas: 'all' })
      await lead({ type: 'framing.adopt', text: `Wie zorgt er samen voor het groen, de ${number}e keer?`, sources: [] })
    },
  }
  const toEnd: Partial<Record<PhaseKind, () => Promise<void>>> = {
    checkin: () => lead({ type: 'ideas.release', ideas: 'all' }),
    burst: () => lead({ type: 'ideas.release', ideas: 'all' }),
    ideas: async () => {
      await lead({ type: 'ideas.release', ideas: 'all' })
      const [one] = ideas()
      if (one) await lead({ type: 'idea.hide', ideas: [one] })
    },
    vote: async () => {
      const round = nowOf(desk)?.round
      if (!round) return
      await lead({ type: 'round.close', round: round.id, confirmed: true })
      await lead({ type: 'round.reveal', round: round.id, revealed: true })
    },
    harvest: () => lead({ type: 'ideas.release', ideas: 'all' }),
  }

  if (!(await current(desk)) || !(await current(screen))) found.restart.push('the coach or the screen could not come in')
  await lead({ type: 'plein.open' })
  const guests = Array.from({ length: parts.people }, (_, slot) => guest(slot))
  const typing = typist(desk, nameOf(number, true), () => hush)
  const share = milliseconds / kinds.length
  const phases = [...desk.documents.replica('board').snapshot('phases').keys()]
  for (const [step, kind] of kinds.entries()) {
    if (step > 0) await lead({ type: 'phase.enter', phase: phases[step] as string })
    await lead({ type: 'timer.start', seconds: Math.max(10, Math.round(share / 1000)) })
    await pause(share / 2)
    await halfway[kind]?.()
    if (chance.one(3)) {
      await lead({ type: 'phase.play', kind: 'pause' })
      await pause(share / 10)
      await lead({ type: 'phase.resume' })
    }
    await pause(share / 3)
    await toEnd[kind]?.()
    await compare(kind)
  }
  await silence('the end')
  await lead({ type: 'plein.close', confirmed: true })
  await compare('the closed Plein')
  over = true
  typing.stop()
  if (!(await within(Promise.all(guests), 60_000))) found.unanswered.push(`somebody could not leave Plein ${seed}`)
  for (const one of [coach, ...here]) one.leave()
  screen.close()
  count('Pleinen')
  return everybody
}
