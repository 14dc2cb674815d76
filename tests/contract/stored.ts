/** Things to store, short enough for a test to read. */
import type { StoredSeat } from '../../server/store/contract.ts'
import type { StoredEvent } from '../../shared/domain/events.ts'

export const hash = (letter: string): string => letter.repeat(64)
export const posted = (version: number, text: string): StoredEvent => ({
  version,
  v: 1,
  event: {
    type: 'idea.posted',
    idea: `idea-${version}`,
    as: 'idea',
    text,
    phase: 'ideas',
    late: false,
    entry: 'phone',
    who: null,
    by: null,
  },
})
export const seat = (id: string, token: string, role: StoredSeat['role'] = 'participant'): StoredSeat => ({
  id,
  role,
  tokenHash: hash(token),
  perspective: null,
  ready: null,
  hand: false,
  clients: [],
})
/** Numbers that look random and are the same in every run. */
export const numbers = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1
    return state % below
  }
}
