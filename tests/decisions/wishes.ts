/** What somebody could ask in this state, by chance: a good command of each type, with other ids, keys, flags and settings in it. */
import type { Dice } from '../../scripts/players/dice.ts'
import type { Command, CommandType } from '../../shared/domain/commands.ts'
import { phaseKinds } from '../../shared/domain/phases/kinds.ts'
import type { PhaseSettings } from '../../shared/domain/phases.ts'
import type { Plein } from '../../shared/domain/state.ts'
import { keyOf } from '../support/given.ts'
import { samples } from '../support/samples.ts'
import { morning } from '../support/world.ts'

export const commandTypes = Object.keys(samples) as CommandType[]

export const keys = Array.from({ length: 8 }, (_, place) => keyOf(`key ${place}`))
const texts = ['Meer bankjes', 'Meer bomen', 'Minder stenen', '', 'x'.repeat(600)]
/** May be left out. */
const optional: Partial<Record<CommandType, readonly string[]>> = {
  'plein.close': ['confirmed'],
  'round.close': ['confirmed'],
  'round.open': ['over', 'items', 'budget', 'maximum', 'question'],
  'ideas.release': ['as'],
  'framing.adopt': ['proposal'],
  undo: ['any'],
  'card.allow': ['words'],
  'round.ask': ['asked'],
}

export const createWishes = (chance: Dice) => {
  const flag = (): boolean => chance.one(2)
  /** One of these, or one that there is not. */
  const some = (ids: Iterable<string>): string => {
    const known = [...ids]
    return known.length === 0 || chance.one(12) ? 'nergens' : chance.pick(known)
  }
  const few = (ids: Iterable<string>): string[] => [...new Set([some(ids), some(ids)])]
  const settings = (): Partial<PhaseSettings> => ({
    whoPosts: (['participant', 'owner', 'coach'] as const).filter(flag),
    whoGroups: flag() ? 'authors' : 'coaches',
    hidden: flag(),
    dots: 1 + chance.below(5),
    maximum: 1 + chance.below(3),
  })
  const show = (plein: Plein): unknown =>
    chance.pick<unknown>([
      { on: 'phase', page: null },
      { on: 'join' },
      { on: 'dark' },
      { on: 'idea', idea: some(plein.ideas.keys()) },
      { on: 'cluster', cluster: some(plein.clusters.keys()), page: 0 },
    ])

  const fields = (plein: Plein, type: CommandType): Record<string, () => unknown> => {
    const [ideas, clusters, phases, rounds] = [plein.ideas, plein.clusters, plein.phases, plein.rounds].map((map) => [...map.keys()]) as [
      string[],
      string[],
      string[],
      string[],
    ]
    const round = plein.rounds.get(rounds.at(-1) ?? '')
    const asks = type === 'round.ask' || type === 'condition.post' || type === 'condition.enter'
    return {
      phase: () => some(phases),
      after: () => (chance.one(4) ? null : some(phases)),
      kind: () => chance.pick(phaseKinds),
      idea: () => some(ideas),
      ideas: () => (type === 'ideas.release' && flag() ? 'all' : few(ideas)),
      cluster: () => (type === 'ideas.assign' || type === 'idea.place' ? (chance.one(4) ? null : some(clusters)) : some(clusters)),
      from: () => some(clusters),
      into: () => some(clusters),
      items: () => few(chance.pick([ideas, clusters, [...plein.framings.keys()]])),
      over: () => chance.pick(['ideas', 'clusters', 'framings']),
      round: () => (asks ? (chance.one(4) ? some(rounds) : 'asked') : some(rounds.slice(-1))),
      item: () => (chance.one(4) ? some(ideas) : 'benches'),
      dots: () => Object.fromEntries(few(round?.items.map(({ id }) => id) ?? []).map((item) => [item, chance.below(3)])),
      budget: () => 1 + chance.below(5),
      maximum: () => 1 + chance.below(3),
      // Of the ideas that are there from the beginning: placing one needs a moment that is rare enough.
      key: () => chance.pick(type === 'idea.place' ? keys.slice(0, 2) : keys),
      keys: () => [chance.pick(keys)],
      as: () =>
        chance.pick(
          type === 'card.allow'
            ? ['own', 'coach', 'no']
            : ['idea', 'checkin', 'question', 'proposal', 'commitment', 'closing', 'condition'],
        ),
      card: () => some([...plein.cards.values()].map(({ id }) => id)),
      words: () =>
        type === 'card.ask' && chance.one(3) ? null : type.startsWith('card.') ? chance.pick(texts) : samples['intake.widen'].words,
      clusters: () => (flag() ? 'all' : few(clusters)),
      answer: () => chance.pick(['yes', 'words', 'out']),
      text: () => chance.pick(texts),
      framing: () => some(plein.framings.keys()),
      sources: () => [{ kind: 'idea', id: some(ideas) }],
      proposal: () => some(ideas),
      marked: flag,
      hidden: flag,
      perspective: () => chance.pick(['bewoner', 'wethouder', null]),
      paper: () => 1 + chance.below(3),
      seconds: () => 1 + chance.below(600),
      show: () => show(plein),
      settings: () => (type === 'plein.set' ? { ownerAdopts: flag(), ownerListens: flag() } : settings()),
      ...Object.fromEntries(
        [
          'locked',
          'shared',
          'skipped',
          'muted',
          'revealed',
          'ready',
          'up',
          'open',
          'any',
          'confirmed',
          'replace',
          'asking',
          'aside',
          'asked',
        ].map((name) => [name, flag]),
      ),
    }
  }

  return (plein: Plein, type: CommandType): Command => {
    if (type === 'plein.set')
      return chance.pick<Command>([
        { type, title: 'Plein over bomen' },
        { type, settings: { ownerAdopts: flag(), ownerListens: flag() } },
        { type, retainUntil: morning + chance.below(100) * 86_400_000 },
        { type, retainUntil: morning, title: 'Plein over bomen' },
      ])
    if (type === 'round.open' && chance.one(3)) return { type, again: some(plein.rounds.keys()) }
    if (type === 'round.open' && chance.one(2)) return { type, over: chance.pick(['ideas', 'clusters', 'framings']) }
    if (type === 'tap.set') {
      const phase = some([plein.current ?? 'nergens', ...plein.phases.keys()])
      return chance.pick<Command>([
        { type, on: 'pulse', value: chance.pick(['calm', 'tense', 'leaving', 'unsaid', null]) },
        { type, on: chance.pick(['mood-before', 'mood-after']), phase, value: chance.pick(['heavy', 'neutral', 'light', null]) },
        { type, on: 'resonance', phase, value: chance.pick(['touches', 'off', null]) },
      ])
    }
    const change = fields(plein, type)
    const wish = Object.entries(samples[type]).flatMap(([name, value]) => {
      if (optional[type]?.includes(name) && chance.one(3)) return []
      return [[name, name === 'type' ? value : (change[name]?.() ?? value)]]
    })
    return Object.fromEntries(wish) as Command
  }
}
