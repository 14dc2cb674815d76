/** Takes an `outcome.json` in again. It is believed only when what would be stored tells the same outcome, to the letter: a source that
 *  hangs in the air, a label that is not its idea's, a group without ideas all come out as another document. */
import type { LifeEvent } from '../../../shared/domain/events.ts'
import { evolve } from '../../../shared/domain/evolve.ts'
import { broken } from '../../../shared/domain/invariants/broken.ts'
import type { Refusal } from '../../../shared/domain/refusals.ts'
import { emptyPlein, type Moment } from '../../../shared/domain/state.ts'
import type { World } from '../../../shared/domain/world.ts'
import { mostIn } from '../../../shared/wire/mostIn.ts'
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

const lists = ['ideas', 'commitments', 'closing', 'checkin', 'questions', 'proposals', 'conditions'] as const

/** As of a new Plein: its clock would be set by it. */
const brokenMinutes = ({ phases }: Outcome): string | null => {
  const wrong = phases.findIndex(
    ({ minutes }) => minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= mostIn.minutes),
  )
  return wrong === -1 ? null : `/phases/${wrong}/minutes`
}

export const importOutcome = ({ outcome, retainUntil }: Import, world: World): Imported => {
  const now = world.now()
  const { plein, phases } = outcome
  if (phases.length > world.limits.phases) return no({ code: 'too-many-phases', maximum: world.limits.phases })
  const there = lists.reduce((all, list) => all + outcome[list].length, 0)
  const maximum = world.limits.ideasPerPlein
  const counted = Object.values(outcome.counts).reduce((all, count) => all + count, 0)
  const many = [there, counted, ...outcome.rounds.map(({ items }) => items.length)]
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
  const wrong = brokenHeir(outcome) ?? brokenAsk(outcome) ?? brokenTotals(outcome) ?? brokenMinutes(outcome)
  if (wrong) return no({ code: 'outcome-inconsistent', pointer: wrong })
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
  // What was shared stands in it; what was not is told by its number alone.
  if (outcome.counts.shared !== there) return no({ code: 'outcome-inconsistent', pointer: '/counts/shared' })
  // Nothing that the rules would throw out of memory again.
  return broken(made).length > 0 ? no({ code: 'outcome-inconsistent', pointer: '/' }) : { ok: true, event }
}
