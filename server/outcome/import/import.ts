/** Takes an `outcome.json` in again. It is believed only when what would be stored tells the same outcome, to the letter: a source that
 *  hangs in the air, a label that is not its idea's, a group without ideas all come out as another document. */
import type { LifeEvent } from '../../../shared/domain/events.ts'
import { evolve } from '../../../shared/domain/evolve.ts'
import { broken } from '../../../shared/domain/invariants/broken.ts'
import type { Refusal } from '../../../shared/domain/refusals.ts'
import { emptyPlein, type Moment } from '../../../shared/domain/state.ts'
import type { World } from '../../../shared/domain/world.ts'
import { outcomeOf } from '../build.ts'
import type { Outcome } from '../schema.ts'
import { brokenAsk } from './asks.ts'
import { firstDifference } from './difference.ts'
import { tooMuch } from './size.ts'
import { takenFrom } from './taken.ts'
import { unfitText } from './texts.ts'
import { brokenTotals } from './totals.ts'

export type Import = { outcome: Outcome /** Start of a day; absent: the date in the outcome. */; retainUntil?: Moment }
/** `pointer`: where in the outcome. */
export type ImportRefusal =
  | { code: 'outcome-inconsistent'; pointer: string }
  | { code: 'outcome-too-large'; pointer: string; maximum: number }
  | { code: 'retention-over' }
  | { code: 'plein-full' | 'too-many-phases'; maximum: number }
  | (Refusal & { code: 'text-empty' | 'text-too-long' | 'text-forbidden'; pointer: string })
export type Imported = { ok: true; event: Extract<LifeEvent, { type: 'plein.imported' }> } | { ok: false; refusal: ImportRefusal }

const day = 86_400_000
const no = (refusal: ImportRefusal): Imported => ({ ok: false, refusal })

/** What was still going on when it was told is over here, and what could still be shown then never will be. */
const settled = (outcome: Outcome, retainUntil: Moment, now: Moment): Outcome => {
  const iso = new Date(now).toISOString()
  const { plein, rounds } = outcome
  return {
    ...outcome,
    plein: { ...plein, stage: 'closed', closedAt: plein.closedAt ?? iso, retainUntil: new Date(retainUntil).toISOString(), imported: iso },
    rounds: rounds.map((round) => (round.status === 'open' || round.status === 'closed' ? { ...round, status: 'not-shown' } : round)),
  }
}

/** A group that was put together with another is told under the one that is there now, so from there it goes no further. */
const brokenHeir = ({ chain, clusters }: Outcome): string | null => {
  const there = new Set(clusters.map(({ id }) => id))
  for (const [at, { sources }] of chain.entries())
    for (const [place, source] of sources.entries())
      if (source.kind === 'cluster' && source.now !== null && !there.has(source.now)) return `/chain/${at}/sources/${place}`
  return null
}

export const importOutcome = ({ outcome, retainUntil }: Import, world: World): Imported => {
  const now = world.now()
  const { plein, phases } = outcome
  if (phases.length > world.limits.phases) return no({ code: 'too-many-phases', maximum: world.limits.phases })
  const shared = [
    outcome.ideas,
    outcome.commitments,
    outcome.closing,
    outcome.checkin,
    outcome.questions,
    outcome.proposals,
    outcome.conditions,
  ]
  const maximum = world.limits.ideasPerPlein
  const many = [shared.reduce((all, list) => all + list.length, 0), ...outcome.rounds.map(({ items }) => items.length)]
  if (many.some((count) => count > maximum)) return no({ code: 'plein-full', maximum })
  const large = tooMuch(outcome)
  if (large) return no({ code: 'outcome-too-large', ...large })
  const until = retainUntil ?? Date.parse(plein.retainUntil)
  const kept = plein.practice ? Math.min(until, now + day) : until
  if (kept <= now) return no({ code: 'retention-over' })
  const text = unfitText(outcome)
  if (text) {
    const { pointer, refusal } = text
    if (refusal?.code === 'text-empty' || refusal?.code === 'text-too-long' || refusal?.code === 'text-forbidden')
      return no({ ...refusal, pointer })
    return no({ code: 'outcome-inconsistent', pointer })
  }
  // A Plein begins with the dilemma as it was brought in, and that stays.
  if (outcome.chain[0]?.order !== 0) return no({ code: 'outcome-inconsistent', pointer: '/chain' })
  const ring = brokenHeir(outcome)
  if (ring) return no({ code: 'outcome-inconsistent', pointer: ring })
  const ask = brokenAsk(outcome)
  if (ask) return no({ code: 'outcome-inconsistent', pointer: ask })
  const total = brokenTotals(outcome)
  if (total) return no({ code: 'outcome-inconsistent', pointer: total })
  const event = {
    type: 'plein.imported',
    taken: takenFrom(outcome, kept, now),
    by: 'organiser',
    seat: null,
    at: now,
  } as const
  const made = emptyPlein(plein.id)
  evolve(made, event, 1)
  const other = firstDifference(outcomeOf(made), settled(outcome, kept, now))
  if (other) return no({ code: 'outcome-inconsistent', pointer: other })
  // Nothing that the rules would throw out of memory again.
  return broken(made).length > 0 ? no({ code: 'outcome-inconsistent', pointer: '/' }) : { ok: true, event }
}
