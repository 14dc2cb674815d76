import { mostOnOne } from '../domain/votes/budget.ts'

/** The most that a field takes; each form says so before it sends. In one phase, whichever way it is planned; in one Plein; before the room; on paper. */
export const mostIn = {
  minutes: 600,
  dots: 10_000,
  onOne: mostOnOne,
  perspectives: 12,
  address: 200,
  page: 999,
  /** The number of a slip. */
  slips: 10_000,
  /** Of the clock, started by hand. */
  seconds: 86_400,
} as const
