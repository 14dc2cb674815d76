/** What stands ready for the owner's blog: three moments, and all that may be quoted. Taken from the outcome, which holds what the room may
 *  know and nothing else. */
import type { BlogWords } from '../../client/words/blog.nl.ts'
import type { OutcomeWords } from '../../client/words/outcome.nl.ts'
import type { Contribution, Locale } from '../../shared/domain/state.ts'
import { phaseLabel, roundLabel } from '../outcome/labels.ts'
import { timeOf } from '../outcome/moment.ts'
import type { Outcome } from '../outcome/schema.ts'

export type Quotable = { id: string; kind: keyof BlogWords['from']; text: string }
/** `why`: why this one was chosen. */
export type Moment = { name: keyof BlogWords['moments']; heading: string; text: string; why: string }

/** What people said last comes first: it was said with all of the afternoon behind it. */
const contributions = (outcome: Outcome): Record<Contribution, readonly { id: string; text: string; phase: string }[]> => ({
  closing: outcome.closing,
  commitment: outcome.commitments,
  condition: outcome.conditions,
  idea: outcome.ideas,
  question: outcome.questions,
  proposal: outcome.proposals,
  checkin: outcome.checkin,
})

export const quotablesOf = (outcome: Outcome): Quotable[] =>
  Object.entries({ ...contributions(outcome), framing: outcome.chain }).flatMap(([kind, all]) =>
    all.map(({ id, text }) => ({ id, kind: kind as Quotable['kind'], text })),
  )

type Words = { blog: BlogWords; outcome: OutcomeWords }
type Found = Omit<Moment, 'heading' | 'why'> & { at: string }

/** From 0 (no word changed) on: the part of the letters that went or came. */
const changed = ({ difference }: Outcome['chain'][number]): number => {
  if (difference === null) return 0
  const sum = (same: boolean) => difference.reduce((all, { kind, text }) => all + ((kind === 'same') === same ? text.length : 0), 0)
  return sum(false) / Math.max(1, sum(false) + 2 * sum(true))
}

/** The greatest; of equals the first. `null` for none. */
const greatest = <T>(all: readonly T[], size: (one: T) => number): T | null =>
  all.reduce<T | null>((best, one) => (best === null || size(one) > size(best) ? one : best), null)

/** Three at most, in the order in which they happened. The same outcome gives the same ones. */
export const momentsOf = (outcome: Outcome, words: Words, locale: Locale): Moment[] => {
  const { moments: say } = words.blog
  const { chain, played, phases } = outcome
  const [first, last] = [played[0], played.at(-1)]
  const time = (at: string): string => timeOf(at, locale)
  const name = (phase: string): string => phaseLabel(words.outcome, outcome, phase) ?? ''
  const beganAt = (phase: string): string | null => played.find((one) => one.phase === phase)?.at ?? null

  const turn = (): Found | null => {
    const step = greatest(chain.slice(1), changed)
    const before = step && chain[chain.indexOf(step) - 1]
    if (!step || !before) return null
    return {
      name: 'turn',
      at: step.at,
      text: say.turn.text(time(step.at), phaseLabel(words.outcome, outcome, step.phase), before.text, step.text),
    }
  }
  const written = (): Found | null => {
    const many = new Map<string, number>()
    for (const { phase } of Object.values(contributions(outcome)).flat()) many.set(phase, (many.get(phase) ?? 0) + 1)
    const most = greatest(
      [...many].filter(([phase]) => beganAt(phase) !== null),
      ([, texts]) => texts,
    )
    if (most === null) return null
    const at = beganAt(most[0]) ?? ''
    return { name: 'written', at, text: say.written.text(time(at), name(most[0]), most[1]) }
  }
  const unplanned = (): Found | null => {
    const extra = played.find(({ phase }) => phases.some((one) => one.id === phase && (one.interlude || one.repeats !== null)))
    return extra ? { name: 'unplanned', at: extra.at, text: say.unplanned.text(time(extra.at), name(extra.phase)) } : null
  }
  const minority = (): Found | null => {
    for (const round of outcome.rounds)
      for (const row of round.result?.rows ?? [])
        if (row.strongMinority && row.label !== null)
          return {
            name: 'minority',
            at: beganAt(round.phase) ?? last?.at ?? '',
            text: say.minority.text(roundLabel(words.outcome, outcome, round), row.label, row.voters),
          }
    return null
  }
  const edge = (edge: 'start' | 'end', at: typeof first): Found | null => {
    const question = edge === 'start' ? chain[0] : chain.at(-1)
    return at && question ? { name: edge, at: at.at, text: say[edge].text(time(at.at), name(at.phase), question.text) } : null
  }
  const found = [turn(), written(), unplanned(), minority(), edge('end', last), edge('start', first)].filter((one) => one !== null)
  return found
    .slice(0, 3)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ name, text }) => ({ name, heading: say[name].heading, text, why: say[name].why }))
}
