/** One Plein with as many ideas as are asked for, and what happens in it all the time. */

import { comeIn, type Guest } from '../pictures/guest.ts'
import { ideaTexts } from '../pictures/texts.ts'
import { claimWith, type Made, makePlein } from '../players/http.ts'
import { connect, newId, type Person } from '../players/person.ts'
import type { OwnServer } from '../players/server.ts'
import type { Work } from './smooth.ts'

/** Nobody is faster here than the limits that a meeting is given, but it is a handful of people who do the work of a hundred. */
export const settings = {
  LIMIT_BURST_PHONE: '10000',
  LIMIT_RATE_PHONE: '10000',
  LIMIT_BURST_COACH: '10000',
  LIMIT_RATE_COACH: '10000',
  LIMIT_RATE_PLEIN: '10000',
  LIMIT_ANSWERS_PHONE: '1000000',
  LIMIT_ANSWERS_COACH: '1000000',
  LIMIT_IDEAS_PER_SEAT_PER_PHASE: '100000',
  LIMIT_IDEAS_PER_PLEIN: '100000',
  LIMIT_PLEINS_PER_DAY: '1000',
  LIMIT_DESK_BATCH: '1000',
}
const groups = ['Licht', 'Banken', 'Toezicht', 'Groen', 'Samen eten', 'Jongeren', 'Verkeer', 'Iets anders']
const atOnce = 50

export type Room = {
  made: Made
  coach: Person
  /** One idea more or one less on the board in turn, so that there are as many all the time. */
  write(): Promise<unknown>
  /** One idea goes from where it is into another group. */
  place(): Promise<unknown>
  enter(kind: string): Promise<void>
  /** Two thirds of the ideas into eight groups. */
  group(): Promise<void>
  vote(): Promise<void>
  /** The screen to this page, from 0. */
  turn(page: number): Promise<unknown>
  leave(): void
}

/** `hidden`: what is written waits at the desk. */
export const makeRoom = async (server: OwnServer, ideas: number, { hidden = false } = {}): Promise<Room> => {
  const made = await makePlein(server.url, server.key, {
    title: 'Plein over de Oosterhoek',
    dilemma: 'Hoe houden we jongens van dertien en veertien weg bij het snelle geld?',
    locale: 'nl',
    programme: [{ kind: 'ideas', settings: { hidden } }, { kind: 'cluster' }, { kind: 'vote', settings: { over: 'ideas' } }],
  })
  const coach = await connect(server.url, (await claimWith(server.url, made.links.coach)).token)
  const guest: Guest = await comeIn(server.url, made.links.join)
  const must = async (command: { type: string } & Record<string, unknown>) => {
    const answer = await coach.ask(command)
    if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.error.code} ${answer.error.message}`)
    return answer
  }
  await must({ type: 'plein.open' })
  const phaseOf = async (kind: string): Promise<string> => {
    const found = () => [...coach.board.map<{ kind: string }>('phases')].find(([, phase]) => phase.kind === kind)?.[0]
    await coach.board.until(() => found() !== undefined, `there is a phase ${kind}`)
    return found() as string
  }
  const phase = await phaseOf('ideas')
  const texts = ideaTexts(97)
  const keys: string[] = []
  let written = 0
  const post = async () => {
    const key = newId()
    const text = `${texts[written % texts.length]} (${written})`
    written += 1
    await guest.ask({ type: 'idea.post', key, as: 'idea', text, phase, open: !hidden })
    keys.push(key)
  }
  while (written < ideas) await Promise.all(Array.from({ length: Math.min(atOnce, ideas - written) }, post))
  const there = hidden ? coach.desk : coach.board
  await there?.until(() => there.map('ideas').size === ideas, `${ideas} ideas have come`)

  let turns = 0
  const clusters: string[] = []
  const place = async () => {
    const all = [...coach.board.map('ideas').keys()]
    turns += 1
    // A stride without a factor in common with the number of ideas, so that all take their turn.
    const idea = all[(turns * 379) % all.length]
    const places = coach.board.map<string>('places')
    const cluster = clusters.filter((one) => one !== places.get(idea ?? ''))[turns % (clusters.length - 1)]
    await must({ type: 'ideas.assign', ideas: [idea], cluster })
  }
  return {
    made,
    coach,
    write: async () => {
      turns += 1
      const oldest = turns % 2 === 0 ? keys.shift() : undefined
      await (oldest === undefined ? post() : guest.ask({ type: 'idea.withdraw', key: oldest }))
    },
    place,
    enter: async (kind) => {
      const answer = await coach.ask({ type: 'phase.enter', phase: await phaseOf(kind) })
      if (!answer.ok && answer.error.code !== 'phase-current') throw new Error(`phase.enter was refused: ${answer.error.code}`)
    },
    group: async () => {
      const all = [...coach.board.map('ideas').keys()]
      const each = Math.floor((all.length * 2) / 3 / groups.length)
      for (const [at, name] of groups.entries())
        clusters.push(String((await must({ type: 'cluster.create', name, ideas: all.slice(at * each, (at + 1) * each) }))['cluster']))
      await coach.board.until(() => coach.board.map('clusters').size === groups.length, 'the groups are on the board')
    },
    vote: async () => {
      const items = [...coach.board.map('ideas').keys()]
      await must({ type: 'round.open', over: 'ideas', items, budget: 20, maximum: 5 })
      await coach.board.until(() => coach.board.map('rounds').size === 1, 'the round is on the board')
    },
    turn: (page) => must({ type: 'screen.show', show: { on: 'phase', page } }),
    leave: () => {
      coach.leave()
      guest.leave()
    },
  }
}

/** Does this so many times a second until it is stopped, and answers how often it was done; throws what went wrong. */
export const steadily = (perSecond: number, deed: () => Promise<unknown>): Work => {
  const doing = new Set<Promise<unknown>>()
  let done = 0
  let wrong: unknown = null
  const began = performance.now()
  const timer = setInterval(() => {
    // By the clock: a timer that comes late must not make it slower.
    for (const due = ((performance.now() - began) / 1000) * perSecond; done < due; done += 1) {
      const one = deed().catch((error) => {
        wrong ??= error
      })
      doing.add(one)
      void one.finally(() => doing.delete(one))
    }
  }, 10)
  return {
    stop: async () => {
      clearInterval(timer)
      await Promise.all(doing)
      if (wrong !== null) throw wrong
      return done
    },
  }
}
