/** An answer may go to a wider circle, by whoever it belongs to, after they read who will see it. The words are prose and no part of what
 *  the rules know: the live server moves them. */
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { refuse } from '../refusals.ts'
import { isWider, readsCircle } from './talk.ts'

const widen: Decide<CommandOf<'intake.widen'>> = (_plein, { role }, { by, from, to, confirmed }) => {
  // Before anything else: a refusal must not tell a coach whether the owner has something of their own.
  if (by !== role || !readsCircle(role, from)) return refuse({ code: 'line-of-another' })
  if (!isWider(from, to)) return refuse({ code: 'circle-not-wider', from, to })
  return confirmed ? accept([]) : refuse({ code: 'not-confirmed', counts: {} })
}

export const decideIntake = { 'intake.widen': widen }
