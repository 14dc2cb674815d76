/** People before a door that asks. In memory only: who waited is nobody's business afterwards, and none of them has a seat. */
import type { PleinId } from '../../shared/domain/state.ts'
import type { ServerWorld } from '../world.ts'
import { newSecret } from './secrets.ts'

export type Entered = { ok: true; plein: PleinId; token: string }
export type Newcomer = {
  plein: PleinId
  key: string
  /** By which a desk names it without knowing who it is. Says nothing, opens nothing. */
  mark: string
  until: number
  /** `refused`: a coach said no. A promise while the seat is made, so that two questions of one phone make one seat. */
  outcome: null | 'refused' | Promise<Entered | null> | Entered
}

/** Who has not asked for so long has gone home; a phone asks every two seconds. */
const PATIENCE = 180_000
/** An answer that was lost can be asked for again for so long. */
const TEN_MINUTES = 600_000
/** Before one door; beyond it the next one hears that it is busy. */
const MOST = 500

export type Newcomers = {
  /** `null`: too many wait already. */
  ask: (plein: PleinId) => string | null
  /** Whose secret this is; `null`: nobody's, or it has asked too long ago. */
  bySecret: (secret: string) => Newcomer | null
  /** Oldest first. */
  waiting: (plein: PleinId) => Newcomer[]
  /** Who came before this one and it itself, also those whose answer is there; `null`: it has gone home, or was dismissed. */
  upTo: (plein: PleinId, mark: string) => Newcomer[] | null
  /** It has asked again before a door that still asks: its patience begins anew. */
  stay: (newcomer: Newcomer) => void
  /** It is in already, and waits no more. */
  leave: (newcomer: Newcomer) => void
  settle: (newcomer: Newcomer, outcome: NonNullable<Newcomer['outcome']>) => void
  /** Those who wait, and not those whose answer is there; how many they were. */
  dismiss: (plein: PleinId) => number
  forget: (plein: PleinId) => void
}

export const newcomers = (world: ServerWorld): Newcomers => {
  const byKey = new Map<string, Newcomer>()
  const sweep = (): void => {
    const now = world.now()
    for (const { key, until } of byKey.values()) if (until <= now) byKey.delete(key)
  }
  const waiting = (plein: PleinId): Newcomer[] => {
    sweep()
    return [...byKey.values()].filter((one) => one.plein === plein && one.outcome === null)
  }
  return {
    ask: (plein) => {
      if (waiting(plein).length >= MOST) return null
      const secret = newSecret(world)
      const key = world.hash(secret)
      byKey.set(key, { plein, key, mark: world.id(), until: world.now() + PATIENCE, outcome: null })
      return secret
    },
    bySecret: (secret) => {
      const newcomer = byKey.get(world.hash(secret))
      if (!newcomer || newcomer.until <= world.now()) return null
      return newcomer
    },
    waiting,
    upTo: (plein, mark) => {
      sweep()
      const all = [...byKey.values()].filter((one) => one.plein === plein)
      const place = all.findIndex((one) => one.mark === mark)
      return place < 0 ? null : all.slice(0, place + 1)
    },
    stay: (newcomer) => {
      newcomer.until = world.now() + PATIENCE
    },
    leave: ({ key }) => void byKey.delete(key),
    settle: (newcomer, outcome) => {
      newcomer.outcome = outcome
      newcomer.until = world.now() + TEN_MINUTES
    },
    dismiss: (plein) => {
      const dismissed = waiting(plein)
      for (const { key } of dismissed) byKey.delete(key)
      return dismissed.length
    },
    forget: (plein) => {
      for (const [key, one] of byKey) if (one.plein === plein) byKey.delete(key)
    },
  }
}
