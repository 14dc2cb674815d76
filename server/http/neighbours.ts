/** In which Pleinen people sit behind one network: their codes are no secret there, so typing one needs no patience (R4). In memory only. */
import { createHash } from 'node:crypto'
import type { PleinId } from '../../shared/domain/state.ts'
import { networkOf } from './network.ts'

export type Neighbours = {
  /** Somebody came in from here. Counts for an hour. `home`: see `homeOf`. */
  seen(home: string | null, plein: PleinId): void
  /** A line of somebody who is in. Counts while it lasts, and an hour longer; the answer ends it. */
  enter(home: string | null, plein: PleinId): () => void
  of(home: string | null): PleinId[]
}

const HOUR = 3_600_000
/** Pairs of a network and a Plein that are remembered; beyond it the oldest that nobody is in go. */
const MOST = 20_000
/** More Pleinen at one moment than a building holds: whatever stands there hides who asks. */
const ONE_BUILDING = 3

type Pair = { plein: PleinId; lines: number; until: number }

/** `salt`: drawn at the start and kept nowhere, so that nobody can look an address up. */
export const createNeighbours = (now: () => number, salt: string): Neighbours => {
  const networks = new Map<string, Map<PleinId, Pair>>()
  let pairs = 0
  const nameOf = (address: string): string => createHash('sha256').update(salt).update(networkOf(address)).digest('base64url').slice(0, 22)

  const tidy = (most: number): void => {
    const at = now()
    for (const [name, here] of networks) {
      for (const [plein, { lines, until }] of here) {
        if (lines > 0 || (until > at && pairs <= most)) continue
        here.delete(plein)
        pairs -= 1
      }
      if (here.size === 0) networks.delete(name)
    }
  }
  const pair = (address: string, plein: PleinId): Pair => {
    const name = nameOf(address)
    const here = networks.get(name) ?? new Map<PleinId, Pair>()
    const known = here.get(plein)
    const one = known ?? { plein, lines: 0, until: 0 }
    if (!known) {
      // A tenth at a time: a full memory is not walked through for each newcomer.
      if (pairs >= MOST) tidy(MOST * 0.9)
      pairs += 1
    }
    networks.set(name, here.set(plein, one))
    one.until = now() + HOUR
    return one
  }

  return {
    seen: (home, plein) => {
      if (home !== null) pair(home, plein)
    },
    enter: (home, plein) => {
      if (home === null) return () => undefined
      const one = pair(home, plein)
      one.lines += 1
      return () => {
        one.lines -= 1
        one.until = now() + HOUR
      }
    },
    of: (home) => {
      const here = home === null ? [] : [...(networks.get(nameOf(home))?.values() ?? [])]
      const present = here.filter(({ lines, until }) => lines > 0 || until > now()).map(({ plein }) => plein)
      return present.length > ONE_BUILDING ? [] : present
    },
  }
}
