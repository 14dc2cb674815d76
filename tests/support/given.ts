/** given(what happened).when(somebody, asks).then(what follows): rules read as a story.
 *
 *      given(aPlein('ideas'), opened, entered('ideas'))
 *        .when(fatma, { type: 'idea.post', … })
 *        .then([{ type: 'idea.posted', text: 'Meer groen' }])
 *        .when(fatma, { type: 'idea.post', … })
 *        .then({ code: 'key-used' })
 *
 *  What was accepted is evolved and kept, so a story goes on. */
import { expect } from 'vitest'
import type { Command } from '../../shared/domain/commands.ts'
import { decide } from '../../shared/domain/decide.ts'
import type { Decision } from '../../shared/domain/decision.ts'
import type { PleinEvent, PleinEventType } from '../../shared/domain/events.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { broken } from '../../shared/domain/invariants/broken.ts'
import { keep } from '../../shared/domain/keep.ts'
import { kinds } from '../../shared/domain/phases/kinds.ts'
import type { PhaseKind, PhaseSettings } from '../../shared/domain/phases.ts'
import type { Refusal } from '../../shared/domain/refusals.ts'
import { emptyPlein, newSeat, type Phase, type Plein, type PleinSettings } from '../../shared/domain/state.ts'
import { clock, type Person, seated } from './people.ts'
import { morning, type TestWorld, testWorld } from './world.ts'

/** Some fields of an event; the others are not looked at. */
export type EventLike = { type: PleinEventType } & Record<string, unknown>
export type RefusalLike = { code: Refusal['code'] } & Record<string, unknown>

export type Story = {
  readonly plein: Plein
  readonly world: TestWorld
  /** All events so far, redactions applied; version n stands at n - 1. */
  readonly log: PleinEvent[]
  /** The last decision. */
  readonly last: Decision
  /** The answer of the last command; fails when it was refused. */
  readonly answer: Record<string, unknown>
  /** The events of the last command; fails when it was refused. */
  readonly events: PleinEvent[]
  when(who: Person, asks: Command): Story
  /** `time.passed`, decided by the server itself, after so many milliseconds. */
  later(milliseconds: number): Story
  /** Exactly these events in this order (each matched in the fields named), or a refusal. */
  then(expected: EventLike[] | RefusalLike): Story
  answers(expected: Record<string, unknown>): Story
}

/** `world` may stand anywhere among the events to give another seed or other limits. */
export const given = (...happened: (PleinEvent | TestWorld)[]): Story => {
  const world = happened.find((one): one is TestWorld => 'pass' in one) ?? testWorld()
  const plein = emptyPlein('plein')
  for (const who of seated) if (who.seat && who.role !== 'server') plein.seats.set(who.seat, newSeat(who.seat, who.role))
  const log: PleinEvent[] = []
  let last: Decision | null = null

  const happen = (event: PleinEvent): void => {
    log.push(event)
    evolve(plein, event, log.length)
  }
  const accepted = () => {
    const decision = story.last
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`)
    return decision
  }
  const story: Story = {
    plein,
    world,
    log,
    get last() {
      if (!last) throw new Error('nobody has asked anything yet')
      return last
    },
    get answer() {
      return accepted().answer
    },
    get events() {
      return accepted().events
    },
    when: (who, asks) => {
      const { role, seat, posted, muted = false } = who
      last = decide(plein, { role, seat, posted, muted }, asks, world)
      if (last.ok) {
        last.events.forEach(happen)
        keep(plein, last.ledger)
        for (const { version, event } of last.redactions) log[version - 1] = event
        // What was redacted is as the log says only in a Plein that is built anew.
        if (last.redactions.length === 0) expect(broken(plein)).toEqual([])
      }
      return story
    },
    later: (milliseconds) => {
      world.pass(milliseconds)
      return story.when(clock, { type: 'time.passed' })
    },
    // biome-ignore lint/suspicious/noThenProperty: given, when, then; a story is never awaited.
    then: (expected) => {
      if (Array.isArray(expected)) {
        expect(story.last, JSON.stringify(story.last)).toMatchObject({ ok: true })
        expect(story.events).toMatchObject(expected)
      } else {
        expect(story.last).toMatchObject({ ok: false, refusal: expected })
      }
      return story
    },
    answers: (expected) => {
      expect(story.answer).toMatchObject(expected)
      return story
    },
  }
  for (const one of happened) if ('type' in one) happen(one)
  return story
}

const bySamePerson = { by: 'coach', seat: 'seat-joost', at: morning } as const

type PhaseLike = PhaseKind | [PhaseKind, Partial<PhaseSettings>]

/** `plein.created` with these phases; the id of a phase is its kind, the second of a kind is `<kind>-2`. */
export const aPlein = (...phases: PhaseLike[]): PleinEvent => aPleinWith({}, ...phases)

export const aPleinWith = (settings: Partial<PleinSettings>, ...phases: PhaseLike[]): PleinEvent => {
  const seen = new Map<PhaseKind, number>()
  const made = phases.map((like): Phase => {
    const [kind, changed] = typeof like === 'string' ? [like, {}] : like
    const count = (seen.get(kind) ?? 0) + 1
    seen.set(kind, count)
    const id = count === 1 ? kind : `${kind}-${count}`
    return { id, kind, title: null, settings: { ...kinds[kind].defaults, ...changed }, played: 0, skipped: false, repeats: null }
  })
  return {
    type: 'plein.created',
    title: 'Plein over het groen',
    locale: 'nl',
    retainUntil: morning + 90 * 86_400_000,
    settings: { perspectives: [], ownerAdopts: false, ownerListens: true, address: null, ...settings },
    phases: made,
    framing: {
      id: 'dilemma',
      text: 'Wie zorgt er voor het groen?',
      order: 0,
      sources: [],
      by: 'organiser',
      at: morning,
      phase: null,
      undone: false,
    },
    by: 'organiser',
    seat: null,
    at: morning,
  }
}

export const opened: PleinEvent = { type: 'plein.opened', ...bySamePerson }
export const closed: PleinEvent = { type: 'plein.closed', ...bySamePerson }
export const entered = (phase: string): PleinEvent => ({
  type: 'phase.entered',
  phase,
  interrupted: [],
  timer: { status: 'stopped' },
  ...bySamePerson,
})

/** An idea that nobody has shared yet but that stands at the desk; release it with `released`. */
export const posted = (idea: string, text: string, phase = 'ideas'): PleinEvent => ({
  type: 'idea.posted',
  idea,
  as: 'idea',
  text,
  phase,
  late: false,
  entry: 'phone',
  who: null,
  by: null,
})
export const listed = (...ideas: string[]): PleinEvent => ({ type: 'desk.listed', ideas })
export const released = (...ideas: string[]): PleinEvent => ({ type: 'ideas.released', ideas, ...bySamePerson })

/** An edit key as a phone invents it (128 bits, base64url), the same for the same name. */
export const keyOf = (name: string): string => testWorld().hash(name).slice(0, 22)
