/** When the room itself has something to decide (`time.passed`). */
import type { Moment, Plein } from '../../shared/domain/state.ts'
import type { Limits } from '../limits.ts'

export type Due = {
  /** Looks at the state after a turn. `null`: nothing is waiting for time. */
  next(plein: Plein): Moment | null
  /** The desk was told just now. */
  listed(): void
}

export const createDue = ({ deskBatch, takeBack }: Pick<Limits, 'deskBatch' | 'takeBack'>, now: () => Moment): Due => {
  /** When the desk may be told: so long after the first idea that waits, that nobody sees who just typed. */
  let deskAt: Moment | null = null
  return {
    next: (plein) => {
      const unlisted = [...plein.ideas.values()].some((idea) => !idea.listed && !idea.withdrawn)
      deskAt = unlisted ? (deskAt ?? now() + deskBatch) : null
      // Other business waits for the desk: a listing in between would hold the one idea that was just typed.
      if (deskAt !== null) return deskAt
      const counting = [...plein.rounds.values()].flatMap(({ status, closedAt }) => (status === 'closed' && closedAt !== null ? [closedAt + takeBack] : []))
      const sealing = plein.stage === 'closed' && !plein.sealed && plein.closedAt !== null ? [plein.closedAt + takeBack] : []
      const moments = [...counting, ...sealing]
      return moments.length === 0 ? null : Math.min(...moments)
    },
    listed: () => {
      deskAt = null
    },
  }
}
