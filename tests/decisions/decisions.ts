/** Decisions on states that chance has made, each set against the table that was written by hand. */
import { isDeepStrictEqual } from 'node:util'
import { type Dice, dice, seedAfter } from '../../scripts/players/dice.ts'
import { decide as decideNow } from '../../shared/domain/decide.ts'
import type { Decide } from '../../shared/domain/decision.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { broken } from '../../shared/domain/invariants/broken.ts'
import { keep } from '../../shared/domain/keep.ts'
import { may } from '../../shared/domain/permissions.ts'
import { phaseKinds } from '../../shared/domain/phases/kinds.ts'
import { emptyPlein, newSeat, type Plein, type Role } from '../../shared/domain/state.ts'
import { aPleinWith, entered, opened } from '../support/given.ts'
import { anneke, beamer, clock, fatma, joost, olga, type Person, ria, samir, wim } from '../support/people.ts'
import { morning, type TestWorld, testWorld } from '../support/world.ts'
import { cards, furniture } from './furniture.ts'
import { allows, barred, listed, stageOf } from './model.ts'
import { commandTypes, createWishes, keys } from './wishes.ts'

export type Found = {
  decisions: number
  accepted: number
  /** By the table, and by the rules behind it. */
  barred: number
  refused: number
  /** States after which every list of what one may do was compared. */
  states: number
  /** Types of commands that were accepted at all. */
  types: number
  /** Combinations of command, role, stage and kind of phase that were asked. */
  cells: number
  /** It stops at twenty. */
  problems: string[]
}

const length = 200
/** So many problems say no more than one. */
const enough = 20
const others = [wim, fatma, ria, samir, beamer, olga, clock]
const roles: readonly Role[] = ['coach', 'owner', 'participant', 'screen', 'organiser']

const begin = (chance: Dice, { hash }: TestWorld): Plein => {
  const plein = emptyPlein('plein')
  for (const { seat, role } of [joost, anneke, ...others]) if (seat && role !== 'server') plein.seats.set(seat, newSeat(seat, role as Role))
  const phases = Array.from({ length: 3 + chance.below(5) }, () => chance.pick(phaseKinds))
  const created = aPleinWith(
    { perspectives: ['bewoner'], ownerAdopts: chance.one(2) },
    'ideas',
    'vote',
    ['cluster', { whoGroups: 'authors' }],
    ...phases,
  )
  const grouping = chance.one(2) ? [entered('cluster')] : []
  const full = [created, opened, entered('ideas'), ...grouping, entered('vote'), ...furniture, ...(chance.one(2) ? [entered('ideas')] : [])]
  const happened = chance.one(8) ? [created] : chance.one(4) ? [created, opened] : full
  for (const [place, event] of happened.entries()) evolve(plein, event, place + 1)
  if (happened === full) for (const [place, idea] of ['benches', 'shade'].entries()) plein.keys.set(hash(keys[place]!), idea)
  if (happened === full)
    for (const [place, card] of cards.entries()) keep(plein, [{ keep: 'card', hash: hash(keys[place + 2]!), card: { ...card } }])
  return plein
}

/** So many decisions from this seed. `decide`: another one, to see that it is noticed. */
export const decideMany = (decisions: number, seed: number, decide: Decide = decideNow, progress = (_: number) => {}): Found => {
  const chance = dice(seed)
  const wish = createWishes(chance)
  const cells = new Set<string>()
  const types = new Set<string>()
  const found: Found = { decisions: 0, accepted: 0, barred: 0, refused: 0, states: 0, types: 0, cells: 0, problems: [] }
  const wrong = (problem: string): void => void found.problems.push(problem)
  const over = (): boolean => found.decisions >= decisions || found.problems.length >= enough

  const lists = (plein: Plein): void => {
    found.states += 1
    for (const role of roles) {
      const [told, expected] = [may(plein, role).join(), listed(plein, role).join()]
      if (told !== expected) wrong(`${role}, ${stageOf(plein)}: may ${told}, by the table ${expected}`)
    }
  }
  /** `true`: something stored was altered, so that only a Plein that is built anew is as the log says. */
  const one = (plein: Plein, world: TestWorld): boolean => {
    const who: Person = chance.one(2) ? chance.pick([joost, anneke]) : chance.pick(others)
    const command = wish(plein, who === clock && chance.one(2) ? 'time.passed' : chance.pick(commandTypes))
    const actor = {
      role: who.role,
      seat: who.seat,
      posted: chance.below(command.type === 'condition.post' ? 2 : 60),
      muted: chance.one(10),
    }
    const stage = stageOf(plein)
    const kind = plein.phases.get(plein.current ?? '')?.kind ?? 'none'
    const what = `${who.role} asks ${JSON.stringify(command)} of a Plein that is ${stage}, ${kind}`
    const expected = allows(plein, who.role, command)
    const before = chance.one(500) ? structuredClone(plein) : null
    cells.add(`${command.type} ${who.role} ${stage} ${kind}`)
    found.decisions += 1
    try {
      const decision = decide(plein, actor, command, world)
      if (before && !isDeepStrictEqual(before, plein)) wrong(`${what}: deciding has changed it`)
      if (!decision.ok) {
        const byTable = barred.has(decision.refusal.code)
        found[byTable ? 'barred' : 'refused'] += 1
        if (byTable === expected) wrong(`${what}: ${decision.refusal.code}, and the table ${expected ? 'allows' : 'forbids'} it`)
        return false
      }
      found.accepted += 1
      types.add(command.type)
      if (!expected) wrong(`${what}: accepted, and the table forbids it`)
      for (const event of decision.events) evolve(plein, event, plein.version + 1)
      keep(plein, decision.ledger)
      if (decision.events.length > 0) lists(plein)
      return decision.redactions.length > 0
    } catch (problem) {
      wrong(`${what}: ${problem}`)
      return false
    }
  }

  for (let walk = 0; !over(); walk++) {
    const world = testWorld(seedAfter(seed, walk))
    const plein = begin(chance, world)
    let redacted = false
    for (let step = 0; step < length && !over(); step++) {
      if (chance.one(20)) world.pass(chance.below(90_000))
      if (step === length - 20 && chance.one(10))
        evolve(plein, { type: 'plein.deleted', by: 'organiser', seat: null, at: morning }, plein.version + 1)
      redacted = one(plein, world) || redacted
    }
    if (!redacted) for (const breach of broken(plein)) wrong(`walk ${walk}: ${breach}`)
    progress(found.decisions)
  }
  return { ...found, types: types.size, cells: cells.size }
}
