/** When the room itself has something to decide (`time.passed`). */
import { unlisted } from '../../shared/domain/ideas/listing.ts'
import { sealsAt } from '../../shared/domain/life/closing.ts'
import { isOver } from '../../shared/domain/life/over.ts'
import type { Moment, Plein } from '../../shared/domain/state.ts'
import type { World } from '../../shared/domain/world.ts'

export type Due = {
  /** Looks at the state after a turn. `null`: nothing is waiting for time. */
  next(plein: Plein): Moment | null
  /** The desk was told just now. */
  listed(): void
}

/** `deskBatch`: milliseconds from the first idea that waits to the moment that the desk is told. */
export const createDue = (deskBatch: number, world: World): Due => {
  let deskAt: Moment | null = null
  return {
    next: (plein) => {
      // A clock that was set back since may not make the desk wait as long as that.
      deskAt = unlisted(plein) && !plein.sealed ? Math.min(deskAt ?? Number.POSITIVE_INFINITY, world.now() + deskBatch) : null
      // Other business waits for the desk: a listing in between would hold the one idea that was just typed.
      if (deskAt !== null) return deskAt
      const counting = [...plein.rounds.values()].flatMap(({ status, closesAt }) =>
        status === 'closed' && closesAt !== null ? [closesAt] : [],
      )
      const moments = [sealsAt(plein, world) ?? [], counting].flat().map((end) => (isOver(end, world) ? world.now() : end))
      return moments.length === 0 ? null : Math.min(...moments)
    },
    listed: () => {
      deskAt = null
    },
  }
}
