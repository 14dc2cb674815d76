/** What a room knows: built from the store by replay, thrown away when a commit fails. */

import { standing } from '../../shared/domain/project/cells.ts'
import { replay } from '../../shared/domain/project/replay.ts'
import { type Dots, emptyPlein, type Plein, type PleinId, type Role, type Round, type RoundId } from '../../shared/domain/state.ts'
import { markOf, tapForm } from '../../shared/domain/taps/form.ts'
import { mark, untapped } from '../../shared/domain/taps/tapped.ts'
import { isTapId, type TapId } from '../../shared/domain/taps/taps.ts'
import { ballotFor } from '../../shared/domain/votes/ballot.ts'
import type { Versions } from '../../shared/wire/messages.ts'
import type { Keys } from '../keys/contract.ts'
import { type Answers, createAnswers } from './answers.ts'
import { putBack, secretsOf } from './cards.ts'
import { createDocuments, type Documents } from './documents.ts'
import { type RoundKey, roundKey, toDots } from './seal.ts'
import type { Found, OpenedRow } from './sealing.ts'

export type Inside = {
  plein: Plein
  documents: Documents
  answers: Answers
  /** Of rounds that are not counted, and of taps. */
  keys: Map<RoundId, RoundKey>
  /** Ballots that were found unsealed. */
  unsealed: { round: RoundId; voter: string }[]
  /** Voters whose ballot is there and cannot be opened. */
  lost: Map<RoundId, Set<string>>
}

/** The documents of now without what was overwritten. */
export const renew = (inside: Inside): void => {
  inside.documents = createDocuments()
  inside.documents.write(standing(inside.plein))
}

/** Shorter boards are nobody's trouble. */
const longEnough = 131_072
/** Everybody who is here reads the board once more for it. */
const timesShorter = 4

/** Whether the board is mostly what was overwritten. Costs an encoding of the board when it is long. */
export const overgrown = ({ plein: { documents }, documents: { snapshots } }: Inside): boolean => {
  // Each version overwrites at least one thing, and each of those weighs more than ten bytes.
  if (documents.board.v < longEnough / 100) return false
  const whole = snapshots.board.missing(Uint8Array.of(0)).byteLength
  if (whole < longEnough) return false
  const anew = [...documents.board.written].reduce((sum, [cell, value]) => sum + cell.length + value.length, 0)
  return whole > anew * timesShorter
}

export const load = (id: PleinId, { loaded, rows, secrets, keys }: Found): Inside => {
  const inside: Inside = {
    plein: emptyPlein(id),
    documents: createDocuments(),
    answers: createAnswers(loaded.answers),
    keys: new Map(),
    unsealed: [],
    lost: new Map(),
  }
  const events = loaded.events.map(({ event }) => event)
  inside.documents.write(replay(inside.plein, events).writes)
  const { plein } = inside
  for (const { id, role, perspective, ready, hand } of loaded.seats) plein.seats.set(id, { id, role, perspective, ready, hand })
  for (const { hash, idea } of loaded.keys) plein.keys.set(hash, idea)
  for (const round of plein.rounds.values()) {
    const key = round.status === 'counted' ? null : keys.of(round.id)
    if (key) inside.keys.set(round.id, roundKey(key))
  }
  const opens = plein.sealed ? null : keys.of(secretsOf)
  if (opens) inside.keys.set(secretsOf, roundKey(opens))
  for (const row of rows) {
    if (isTapId(row.round)) layTap(inside, row.round, row, keys)
    else lay(inside, row)
  }
  if (!plein.sealed) for (const secret of secrets) putBack(plein, secret)
  return inside
}

/** What was not sealed may have been written by anybody who could write the file. */
const accepted = (round: Round, plain: Dots): Dots | null => {
  const ballot = ballotFor(round, plain)
  return 'dots' in ballot ? ballot.dots : null
}

const lay = ({ plein, unsealed, lost }: Inside, { round: id, voter, found }: OpenedRow): void => {
  const round = plein.rounds.get(id)
  if (!round) return
  const dots = found && ('plain' in found ? accepted(round, found.plain) : toDots(round, found.bytes))
  if (dots === null) {
    lost.set(id, (lost.get(id) ?? new Set()).add(voter))
    return
  }
  const ballots = plein.ballots.get(id) ?? new Map()
  plein.ballots.set(id, ballots.set(voter, dots))
  if (found && 'plain' in found) unsealed.push({ round: id, voter })
}

/** One that cannot be opened is as if it had not been given: it can be given again. */
const layTap = ({ plein, keys }: Inside, tap: TapId, { voter, found }: OpenedRow, kept: Keys): void => {
  const key = kept.of(tap)
  if (key && !keys.has(tap)) keys.set(tap, roundKey(key))
  const tapped = plein.taps.get(tap) ?? untapped()
  plein.taps.set(tap, tapped)
  const dots = found && 'bytes' in found ? toDots(tapForm(tap)!, found.bytes) : null
  const given = dots && markOf(tap, dots)
  if (given) mark(tapped, voter, given)
}

/** `meta.v` of each document, as it will be when all that was evolved is written. Only coaches read the desk; how often it changed would
 *  tell others how much waits there. */
export const versionsFor = ({ plein: { documents } }: Inside, role: Role | 'server'): Versions =>
  role === 'coach' ? { board: documents.board.v, desk: documents.desk.v } : { board: documents.board.v }
