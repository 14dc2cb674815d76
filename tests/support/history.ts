/** Random but valid histories: random deeds of random people, of which the rules accept what they accept. */
import fc from 'fast-check'
import type { Command } from '../../shared/domain/commands.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import type { Contribution } from '../../shared/domain/state.ts'
import { aPleinWith, given, keyOf, type Story } from './given.ts'
import { anneke, fatma, hanna, joost, mo, type Person, ria, samir, teun, wim } from './people.ts'

/** Numbers that choose; they shrink well. */
export type Deed = { act: number; who: number; one: number; two: number; three: number }
export const deeds = (longest: number) =>
  fc.array(fc.record({ act: fc.nat(9999), who: fc.nat(9999), one: fc.nat(9999), two: fc.nat(9999), three: fc.nat(9999) }), {
    minLength: longest / 2,
    maxLength: longest,
    size: 'max',
  })

const fixed = (act: number, one = 0, two = 1, three = 1): Deed => ({ act, who: one, one, two, three })
/** Nine ideas, two clusters, six of the ideas shared, a round with four ballots: something to choose from. */
const morningWork: Deed[] = [
  ...[0, 1, 2, 3, 4, 5].map((one) => fixed(one)),
  fixed(0),
  fixed(18, 0, 1),
  fixed(18, 2, 3),
  fixed(11),
  fixed(1),
  fixed(6),
  fixed(26),
  ...[0, 1, 2, 3].map((one) => fixed(27, one, 1, 2)),
]

const coaches = [joost, anneke]
const people = [fatma, ria, samir, hanna, teun, mo]
const writes: Partial<Record<PhaseKind, Contribution>> = {
  ideas: 'idea',
  checkin: 'checkin',
  burst: 'question',
  reframe: 'proposal',
  harvest: 'commitment',
}
const lenses = ['bewoner', 'ondernemer']

export type History = {
  story: Story
  /** Every secret text that was ever written, with the idea it belongs to; `PIEP-…` occurs in nothing else. */
  canaries: Map<string, string>
  /** Names of clusters, `GROEP-…`. */
  names: Set<string>
  /** After each accepted command. */
  watch?: (history: History, events: PleinEvent[]) => void
}

const pick = <T>(list: readonly T[], choice: number): T | undefined => list[choice % Math.max(1, list.length)]

export const live = (story: Story, all: readonly Deed[], watch?: History['watch']): History => {
  const history: History = { story, canaries: new Map(), names: new Set() }
  const keys: string[] = []
  let made = 0
  const canary = (): string => `PIEP-${++made}-${keyOf(String(made))}`
  const name = (): string => {
    const chosen = `GROEP-${++made}-${keyOf(String(made))}`
    history.names.add(chosen)
    return chosen
  }
  const deed = ({ act, who, one, two, three }: Deed): [Person, Command, secret?: string] | null => {
    const { plein } = story
    const coach = pick(coaches, who) as Person
    const person = pick(people, who) as Person
    const phases = [...plein.phases.keys()]
    const idea = pick([...plein.ideas.keys()], one) ?? 'geen'
    const other = pick([...plein.ideas.keys()], two) ?? 'geen'
    // Mostly clusters that are still there, now and then one that is gone.
    const clusters = [...plein.clusters.values()].flatMap((cluster) => (cluster.removed && one % 7 > 0 ? [] : [cluster.id]))
    const cluster = pick(clusters, two) ?? 'geen'
    const third = pick(clusters, three) ?? 'geen'
    const round = pick([...plein.rounds.values()].slice(-3), one)
    const framing = pick([...plein.framings.keys()], one) ?? 'geen'
    const key = pick(keys, one) ?? keyOf('geen')
    const dots = () =>
      Object.fromEntries((round?.items ?? []).slice(0, 3).map((item, index) => [item.id, ([one, two, three][index] ?? 0) % 3]))
    const asking = pick(
      [...plein.rounds.values()].filter(({ revealed, cast }) => revealed && cast >= 3),
      one,
    )
    const about = { round: asking?.id ?? 'geen', item: pick(asking?.asks.map(({ item }) => item) ?? [], two) ?? 'geen' }
    switch (act % 51) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4:
      case 5:
      case 6: {
        const phase = plein.phases.get(
          pick(
            phases.filter((id) => (plein.phases.get(id)?.kind ?? 'pause') in writes),
            two,
          ) ?? '',
        )
        const as = phase?.kind === 'harvest' && three % 2 ? 'closing' : (writes[phase?.kind ?? 'ideas'] ?? 'idea')
        const secret = as === 'question' ? `${canary()}?` : canary()
        keys.push(keyOf(secret))
        return [
          person,
          {
            type: 'idea.post',
            key: keyOf(secret),
            as,
            text: secret,
            phase: phase?.id ?? 'ideas',
            ...(as === 'commitment' ? { who: 'Ria', by: 'mei', ...(three % 3 ? { day: '2026-05-31' } : {}) } : {}),
            ...(two % 4 ? { open: true } : {}),
          },
          secret,
        ]
      }
      case 7: {
        const secret = canary()
        return [person, { type: 'idea.edit', key, text: secret }, secret]
      }
      case 8:
        return [person, { type: 'idea.withdraw', key }]
      case 9:
        return [person, { type: 'idea.place', key, cluster: three % 4 ? cluster : null }]
      case 10: {
        const secret = canary()
        return [coach, { type: 'idea.enter', as: 'idea', text: secret, phase: 'ideas' }, secret]
      }
      case 11:
        return [coach, { type: 'ideas.release', ideas: 'all' }]
      case 12:
        return [coach, { type: 'ideas.release', ideas: [idea, other] }]
      case 13:
        return [coach, { type: three % 2 ? 'edit.release' : 'edit.drop', idea }]
      case 14:
        return [coach, { type: 'idea.hide', ideas: [idea, other] }]
      case 15:
        return [coach, { type: 'idea.show', ideas: [idea, other] }]
      case 16:
      case 17:
        return [coach, { type: 'ideas.assign', ideas: [idea, other], cluster: three % 4 ? cluster : null }]
      case 18:
      case 19:
        return [
          coach,
          { type: 'cluster.create', name: name(), ideas: plein.ideas.size > 0 && three % 3 ? [idea, other] : [], open: three % 5 === 0 },
        ]
      case 20:
        return [coach, { type: 'cluster.rename', cluster, name: name() }]
      case 21:
        return [coach, { type: 'cluster.merge', from: cluster, into: third }]
      case 22:
        return [coach, { type: 'cluster.split', cluster: plein.ideas.get(idea)?.cluster ?? cluster, ideas: [idea], name: name() }]
      case 23:
        return [coach, { type: three % 2 ? 'cluster.remove' : 'cluster.open', cluster }]
      case 24:
      case 25:
        return [coach, { type: 'undo', any: three % 2 === 0 }]
      case 26:
        if (round?.status === 'counted' && three % 2) return [coach, { type: 'round.open', again: round.id }]
        return [coach, { type: 'round.open', over: (['framings', 'clusters', 'ideas'] as const)[three % 3]!, budget: 4, maximum: 2 }]
      case 27:
      case 28:
      case 29:
        return round ? [person, { type: 'ballot.cast', round: round.id, dots: dots() }] : null
      case 30:
        return round ? [coach, { type: 'ballot.enter', round: round.id, paper: one % 5, dots: dots() }] : null
      case 31:
        return round ? [coach, { type: 'round.close', round: round.id, confirmed: true }] : null
      case 32:
        return round ? [coach, { type: 'round.reopen', round: round.id }] : null
      case 33:
        return round ? [coach, { type: 'round.reveal', round: round.id, revealed: three % 3 > 0 }] : null
      case 34:
        return [
          three % 3 ? coach : wim,
          {
            type: 'framing.adopt',
            text: `Vraag ${++made}`,
            sources: plein.ideas.get(idea)?.released
              ? [{ kind: 'idea', id: idea }, ...[...plein.marks].slice(0, 2).map((id) => ({ kind: 'idea' as const, id }))]
              : [],
            ...(plein.ideas.get(idea)?.as === 'question' ? { proposal: idea } : {}),
          },
        ]
      case 35:
        return [coach, { type: 'framing.correct', framing, text: `Vraag ${++made}!` }]
      case 36:
        return [coach, { type: 'phase.enter', phase: three % 2 ? 'vote' : (pick(phases, one) ?? '') }]
      case 37:
        return three % 2 ? [coach, { type: 'phase.play', kind: 'vote' }] : [coach, { type: 'phase.repeat', phase: pick(phases, one) ?? '' }]
      case 38:
        return [person, { type: 'seat.perspective', perspective: pick(lenses, three) ?? null }]
      case 39:
        return [coach, { type: 'screen.show', show: three % 3 ? { on: 'idea', idea } : { on: 'cluster', cluster, page: null } }]
      case 40:
      case 41:
        return [coach, { type: 'round.ask', round: about.round, item: pick(asking?.items ?? [], two)?.id ?? 'geen', asked: three % 4 > 0 }]
      case 42:
      case 43:
      case 44: {
        const secret = canary()
        keys.push(keyOf(secret))
        return [person, { type: 'condition.post', key: keyOf(secret), ...about, text: secret }, secret]
      }
      case 45: {
        const secret = canary()
        return [coach, { type: 'condition.enter', ...about, text: secret }, secret]
      }
      case 46:
      case 47:
        return [wim, { type: 'owner.mark', idea, marked: three % 4 > 0 }]
      case 48:
        return three % 4
          ? [wim, { type: 'owner.word', text: three % 5 ? `Ik neem mee: ${++made}` : null }]
          : [coach, { type: 'phase.enter', phase: 'harvest' }]
      case 49:
        return [coach, { type: 'word.hide', hidden: three % 2 === 0 }]
      default:
        return [coach, { type: three % 2 ? 'timer.start' : 'timer.add', seconds: 60 }]
    }
  }
  for (const one of [...morningWork, ...all]) {
    const chosen = deed(one)
    if (chosen) {
      const [who, command, secret] = chosen
      story.when(who, command)
      if (story.last.ok) {
        if (secret) history.canaries.set(secret, String(story.answer['idea']))
        watch?.(history, story.events)
      }
    }
    if (one.act % 6 === 0) {
      story.later(one.three % 30_000)
      if (story.last.ok && story.events.length > 0) watch?.(history, story.events)
    }
  }
  return history
}

/** A Plein in which all of this can happen. */
export const lively = (): Story =>
  given(
    aPleinWith(
      { perspectives: lenses, ownerAdopts: true },
      'checkin',
      'ideas',
      ['ideas', { hidden: false }],
      ['cluster', { whoGroups: 'authors' }],
      'vote',
      'burst',
      'reframe',
      'harvest',
    ),
    { type: 'plein.opened', by: 'coach', seat: 'seat-joost', at: 0 },
    { type: 'phase.entered', phase: 'cluster', interrupted: [], timer: { status: 'stopped' }, by: 'coach', seat: 'seat-joost', at: 0 },
    { type: 'phase.entered', phase: 'harvest', interrupted: [], timer: { status: 'stopped' }, by: 'coach', seat: 'seat-joost', at: 0 },
    { type: 'phase.entered', phase: 'vote', interrupted: [], timer: { status: 'stopped' }, by: 'coach', seat: 'seat-joost', at: 0 },
  )
