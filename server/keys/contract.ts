/** Where the private half of each round's key is kept: beside the database and never in it, so that a copy of the database opens no ballot.
 *  Both vaults pass `tests/contract/vault.test.ts`. */
import type { PleinId, RoundId } from '../../shared/domain/state.ts'

/** The keys of one Plein, as they were when they were read. */
export type Keys = {
  /** 32 bytes. `null`: it is not there, or what is there is no key. */
  of(round: RoundId): Uint8Array | null
  /** How many there are, whatever rounds they are for. */
  count: number
}

export type Vault = {
  /** Throws when it cannot be read: another thing than a key that is gone. */
  read(plein: PleinId): Promise<Keys>
  /** Durable when it resolves; throws when it cannot be written. */
  keep(plein: PleinId, round: RoundId, key: Uint8Array): Promise<void>
  /** Destroys the keys of this Plein for all other rounds. Throws when one of them stays. */
  only(plein: PleinId, rounds: readonly RoundId[]): Promise<void>
  /** Destroys what was there at the start and is of no Plein that was read since; answers how many. */
  sweep(): Promise<number>
}
