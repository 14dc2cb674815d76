/** Looks whether the state of a room breaks a rule that must always hold, and says so. */
import { broken } from '../../shared/domain/invariants/broken.ts'
import type { Plein, PleinId } from '../../shared/domain/state.ts'
import type { Log } from './contract.ts'
import type { Inside } from './inside.ts'
import type { Found } from './sealing.ts'
import type { Storm } from './storm.ts'

export type Soundness = {
  /** Looks at what was built from the store. When it breaks a rule, nothing may be written in it: loading it again would give the same. */
  built(inside: Inside, from: Found): void
  /** Looks at what is in memory. `false`: it breaks a rule, so it must be thrown away and built from the store. */
  holds(plein: Plein): boolean
  /** It was thrown away at least once. */
  wasRebuilt(): boolean
  /** A look at it could not be finished. */
  isUnchecked(): boolean
}

export const createSoundness = (id: PleinId, log: Log, storm: Pick<Storm, 'broke' | 'isBroken'>): Soundness => {
  let rebuilt = false
  let unchecked = false
  const look = (plein: Plein): string[] =>
    broken(plein, (look, problem) => {
      if (!unchecked)
        log.error({ plein: id, look, problem: String(problem) }, 'a rule of a Plein cannot be looked at: it goes on, report this')
      unchecked = true
    })
  return {
    built: ({ plein }, { loaded }) => {
      const numbered = loaded.events.every(({ version }, place) => version === place + 1)
      const breaches = [...look(plein), ...(numbered ? [] : ['L1 the log has no gap'])]
      if (breaches.length === 0 || storm.isBroken()) return
      const text =
        'a Plein breaks a rule that always holds, as it is on disk: nothing is written in it until the server starts with a backup, or a version, in which it holds'
      log.error({ plein: id, breaches }, text)
      storm.broke()
    },
    holds: (plein) => {
      // Known, and no better for being read again.
      if (storm.isBroken()) return true
      const breaches = look(plein)
      if (breaches.length === 0) return true
      rebuilt = true
      log.error(
        { plein: id, breaches },
        'a Plein breaks a rule that always holds, in memory: it is built anew from what is on disk, report this',
      )
      return false
    },
    wasRebuilt: () => rebuilt,
    isUnchecked: () => unchecked,
  }
}
