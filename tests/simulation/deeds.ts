/** What people want next: every text, name and title is unique, so that its effects can be counted. */

import type { Dice } from '../../scripts/players/dice.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { Plein } from '../../shared/domain/state.ts'
import { type Pulse, taps } from '../../shared/domain/taps/taps.ts'
import { keyOf } from '../support/given.ts'
import { joost, type Person } from '../support/people.ts'

export type Deeds = {
  /** `null`: nothing comes to mind. */
  next(who: Person, now: Plein): Command | null
  made(): number
}

/** Three ideas in the open, and a round over them. */
export const toVoteOn: readonly Command[] = [
  ...[1, 2, 3].map((note): Command => ({ type: 'idea.enter', as: 'idea', text: `Vooraf ${note}`, phase: 'ideas' })),
  { type: 'ideas.release', ideas: 'all' },
  { type: 'phase.enter', phase: 'vote' },
  { type: 'round.open', over: 'ideas' },
]

export const createDeeds = (chance: Dice): Deeds => {
  const keys = new Map<string, string[]>()
  /** Keys of cards, each withdrawn once. */
  const sealed = new Map<string, string[]>()
  let made = 0
  const unique = (what: string): string => `${what} ${++made} ${keyOf(`${made}`)}`

  const participant = (who: Person, now: Plein): Command | null => {
    const own = keys.get(who.name) ?? []
    keys.set(who.name, own)
    const round = [...now.rounds.values()].at(-1)
    const drawn = chance.below(11)
    const asked = [...now.rounds.values()].flatMap(({ id, asks }) => asks.map(({ item }) => ({ round: id, item })))
    if (asked.length > 0 && drawn === 7) {
      const key = keyOf(unique('key'))
      own.push(key)
      return { type: 'condition.post', key, ...chance.pick(asked), text: unique('Nodig') }
    }
    if (drawn === 10) {
      const cards = sealed.get(who.name) ?? []
      sealed.set(who.name, cards)
      if (cards.length > 0 && chance.one(3)) return { type: 'card.withdraw', key: cards.shift()! }
      const key = keyOf(unique('card'))
      cards.push(key)
      return { type: 'card.seal', key, text: unique('Kaart') }
    }
    if (round && drawn < 4) {
      const item = chance.pick(round.items).id
      return { type: 'ballot.cast', round: round.id, dots: chance.one(4) ? {} : { [item]: 1 } }
    }
    if (drawn === 7)
      return { type: 'tap.set', on: 'pulse', value: chance.one(4) ? null : chance.pick(taps.pulse.values as readonly Pulse[]) }
    if (own.length > 0 && drawn === 8) return { type: 'idea.edit', key: chance.pick(own), text: unique('Beter') }
    if (own.length > 0 && drawn === 9) return { type: 'idea.withdraw', key: chance.pick(own) }
    const key = keyOf(unique('key'))
    own.push(key)
    const phase = chance.pick([...now.phases.values()].filter(({ kind }) => kind === 'ideas')).id
    return { type: 'idea.post', key, as: 'idea', text: unique('Idee'), phase, open: own.length % 4 !== 0 }
  }
  const coach = (who: Person, now: Plein): Command | null => {
    const ideas = [...now.ideas.keys()]
    const clusters = [...now.clusters.keys()]
    const round = [...now.rounds.values()].at(-1)
    const some = (): string[] => [...new Set([chance.pick(ideas), chance.pick(ideas)])]
    const wishes: (() => Command | null)[] = [
      () => ({ type: 'phase.insert', kind: 'pause', after: null, title: unique('Pauze') }),
      () => (who === joost ? { type: 'door.set', locked: !now.doorLocked } : null),
      () => ({ type: 'timer.start', seconds: 60 + chance.below(600) }),
      () => ({ type: 'phase.next' }),
      () => ({ type: 'phase.enter', phase: chance.pick([...now.phases.keys()]) }),
      () => ({ type: 'phase.enter', phase: 'vote' }),
      () => ({ type: 'ideas.release', ideas: 'all' }),
      () => ({ type: 'ideas.release', ideas: 'all' }),
      () => (ideas.length > 0 ? { type: 'cluster.create', name: unique('Groep'), ideas: some() } : null),
      () => (ideas.length > 0 && clusters.length > 0 ? { type: 'ideas.assign', ideas: some(), cluster: chance.pick(clusters) } : null),
      () => (ideas.length > 0 ? { type: 'idea.hide', ideas: some() } : null),
      () => ({ type: 'idea.enter', as: 'idea', text: unique('Briefje'), phase: 'ideas' }),
      () => ({ type: 'undo', any: true }),
      () => (ideas.length > 2 ? { type: 'round.open', over: 'ideas' } : null),
      () => (now.current === 'vote' && round?.status !== 'open' ? { type: 'round.open', over: 'ideas' } : null),
      () => (now.current === 'vote' && round?.status === 'counted' ? { type: 'round.open', again: round.id } : null),
      () => (round ? { type: 'round.close', round: round.id, confirmed: true } : null),
      () => (round ? { type: 'round.reopen', round: round.id } : null),
      () => (round ? { type: 'round.reveal', round: round.id, revealed: true } : null),
      () => (round ? { type: 'round.ask', round: round.id, item: chance.pick(round.items).id, asked: !chance.one(3) } : null),
      () => {
        const ask = round?.asks[0]
        return round && ask ? { type: 'condition.enter', round: round.id, item: ask.item, text: unique('Briefje') } : null
      },
    ]
    return chance.pick(wishes)()
  }
  return { next: (who, now) => (who.role === 'coach' ? coach(who, now) : participant(who, now)), made: () => ++made }
}
