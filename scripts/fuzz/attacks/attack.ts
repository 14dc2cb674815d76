/** What every attack is given, and what it tells. */
import type { Chance } from '../chance.ts'
import type { Room } from '../room.ts'

export type Target = {
  url: string
  key: string
  room: Room
  /** Something that should have been refused was not. */
  accepted(what: string): void
}

/** One bout: frames or requests that were sent. Rejects when the server did not do what it must; resolves also when it hung up. */
export type Attack = (target: Target, chance: Chance) => Promise<number>
