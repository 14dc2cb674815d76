/** Meetings that were played before, as the golden files hold them, to be broken. */
import { readFileSync } from 'node:fs'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyPlein, type Idea, type Plein, type Round } from '../../shared/domain/state.ts'
import { mark, type Tapped, untapped } from '../../shared/domain/taps/tapped.ts'
import type { Mark } from '../../shared/domain/taps/taps.ts'

/** `meeting`: its last phase, three counted rounds; `over`: the same closed for good. See `golden.test.ts`. */
export const played = (log: 'meeting' | 'over'): Plein => {
  const plein = emptyPlein('plein')
  const events = JSON.parse(readFileSync(new URL(`../rules/golden/${log}.json`, import.meta.url), 'utf8')) as PleinEvent[]
  for (const [place, event] of events.entries()) evolve(plein, event, place + 1)
  return plein
}
export const idea = ({ ideas }: Plein, id = 'id-4'): Idea => ideas.get(id)!
export const round = ({ rounds }: Plein, id = 'id-32'): Round => rounds.get(id)!

export const tapped = (given: Mark, ...seats: string[]): Tapped => {
  const one = untapped()
  for (const seat of seats) mark(one, seat, given)
  return one
}
