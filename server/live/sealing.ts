/** Between the room, which knows dots, and the store, which holds sealed rows. Opening and sealing cost about a third of a millisecond each,
 *  so many of them are done in slices, between which sockets are read. */
import type { Dots, Plein, PleinId, RoundId } from '../../shared/domain/state.ts'
import type { Keys, Vault } from '../keys/contract.ts'
import type { Commit, Loaded, Store, StoredBallot, StoredSealed } from '../store/contract.ts'
import { type OpenedSecret, openSecret, type Secret, sealSecret, secretsOf } from './cards.ts'
import type { Log, Timers } from './contract.ts'
import { formOf, openBallot, plainBallot, type RoundKey, roundKey, sealBallot, toBytes } from './seal.ts'

/** A ballot as it was cast; of a tap as well, whose id then stands for the round. */
export type Cast = { round: RoundId; voter: string; dots: Dots }
/** A row as it could be opened: `plain` stood there unsealed, `null` cannot be opened. */
export type OpenedRow = { round: RoundId; voter: string; found: { bytes: Uint8Array } | { plain: Dots } | null }
/** All that a room is built from. */
export type Found = { loaded: Loaded; rows: OpenedRow[]; secrets: OpenedSecret[]; keys: Keys }

type Parts = { store: Pick<Store, 'load' | 'commit'>; vault: Vault; timers: Pick<Timers, 'soon'> }
/** What the sealing needs of the state of a room. */
type Held = { plein: Plein; keys: Map<RoundId, RoundKey>; unsealed: readonly { round: RoundId; voter: string }[] }

const slice = 16

const inSlices = async <T, R>(list: readonly T[], timers: Parts['timers'], each: (one: T) => R): Promise<R[]> => {
  const done: R[] = []
  for (const one of list) {
    if (done.length > 0 && done.length % slice === 0) await new Promise<void>((resolve) => timers.soon(resolve))
    done.push(each(one))
  }
  return done
}

/** `null` when there is no such Plein. Throws when the store or the vault cannot be read. */
export const find = async (plein: PleinId, { store, vault, timers }: Parts): Promise<Found | null> => {
  const loaded = await store.load(plein)
  if (loaded === null) return null
  const keys = await vault.read(plein)
  const rows = await inSlices(loaded.ballots, timers, ({ round, voter, ballot }): OpenedRow => {
    const plain = plainBallot(ballot)
    if (plain) return { round, voter, found: { plain } }
    const key = keys.of(round)
    const bytes = key && openBallot(key, { plein, round, voter }, ballot)
    return { round, voter, found: bytes && { bytes } }
  })
  const secretsKey = keys.of(secretsOf)
  const secrets = await inSlices(loaded.sealed, timers, (row) => openSecret(secretsKey, plein, row))
  return { loaded, rows, secrets, keys }
}

/** Of which something must still be opened after a restart: rounds, taps, and the cards until the Plein is closed for good. */
const kept = ({ rounds, taps, sealed }: Plein): string[] => [
  ...[...rounds.values()].flatMap(({ id, status }) => (status === 'counted' ? [] : [id])),
  ...taps.keys(),
  ...(sealed ? [] : [secretsOf]),
]

export type Sealing = {
  /** The commit with its ballots and secrets sealed. Keys that it needs are in the vault when it resolves; throws when they cannot be. */
  complete(held: Held, commit: Commit, open: { cast: readonly Cast[]; secrets: readonly Secret[] }): Promise<Commit>
  /** Seals what still stands unsealed, and destroys the keys of rounds that are counted. Only between two turns: it looks at what is on disk.
   *  `false`: something is left to do. */
  settle(held: Held): Promise<boolean>
}

export const createSealing = (plein: PleinId, { store, vault, timers }: Parts, log: Log): Sealing => {
  const keysFor = async ({ keys }: Held, rounds: Iterable<RoundId>): Promise<void> => {
    for (const round of new Set(rounds)) {
      if (keys.has(round)) continue
      const made = roundKey()
      await vault.keep(plein, round, made.own)
      keys.set(round, made)
    }
  }
  const seal = async (held: Held, cast: readonly Cast[]): Promise<StoredBallot[]> => {
    await keysFor(
      held,
      cast.map(({ round }) => round),
    )
    return inSlices(cast, timers, ({ round, voter, dots }) => {
      const row = { plein, round, voter }
      return { round, voter, ballot: sealBallot(held.keys.get(round)!, row, toBytes(formOf(held.plein, round)!, dots)) }
    })
  }
  const sealSecrets = async (held: Held, secrets: readonly Secret[]): Promise<StoredSealed[]> => {
    await keysFor(held, [secretsOf])
    return inSlices(secrets, timers, (secret) => sealSecret(held.keys.get(secretsOf)!, plein, secret))
  }
  const sealPlain = async (held: Held): Promise<void> => {
    // Replaced or counted meanwhile, it is sealed or gone already; what is in memory is the newest.
    const cast = held.unsealed.flatMap(({ round, voter }) => {
      const dots = held.plein.ballots.get(round)?.get(voter)
      return dots ? [{ round, voter, dots }] : []
    })
    if (cast.length === 0) return
    const result = await store.commit(plein, null, { ballots: { put: await seal(held, cast), replaces: true } })
    if (!result.ok) throw new Error(result.reason === 'failed' ? result.problem : result.reason)
    log.info({ plein, ballots: cast.length }, 'ballots that stood unsealed were sealed')
  }

  return {
    complete: async (held, commit, { cast, secrets }) => {
      // With the round and not with its first ballot: a disk that keeps no key should stop the coach, and not the voters.
      await keysFor(
        held,
        (commit.events ?? []).flatMap(({ event }) => (event.type === 'round.opened' ? [event.round] : [])),
      )
      return {
        ...commit,
        ...(cast.length === 0 ? {} : { ballots: { ...commit.ballots, put: await seal(held, cast) } }),
        ...(secrets.length === 0 ? {} : { sealed: { ...commit.sealed, put: await sealSecrets(held, secrets) } }),
      }
    },
    settle: async (held) => {
      try {
        await sealPlain(held)
        const rounds = kept(held.plein)
        for (const round of held.keys.keys()) if (!rounds.includes(round)) held.keys.delete(round)
        await vault.only(plein, rounds)
        return true
      } catch (problem) {
        log.error({ plein, problem: String(problem) }, 'keys of rounds could not be put in order')
        return false
      }
    },
  }
}
