/** What a room knows: built from the store by replay, thrown away when a commit fails. */

import type { PleinEvent } from '../../shared/domain/events.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { project } from '../../shared/domain/project/project.ts'
import { type Dots, emptyPlein, type Plein, type PleinId, type Role, type Round, type RoundId } from '../../shared/domain/state.ts'
import { ballotFor } from '../../shared/domain/votes/ballot.ts'
import type { Write } from '../../shared/wire/documents.ts'
import type { Versions } from '../../shared/wire/messages.ts'
import { type Answers, createAnswers } from './answers.ts'
import { createDocuments, type Documents } from './documents.ts'
import { type RoundKey, roundKey, toDots } from './seal.ts'
import type { Found, OpenedRow } from './sealing.ts'

export type Inside = {
  plein: Plein
  documents: Documents
  answers: Answers
  /** Of rounds that are not counted. */
  keys: Map<RoundId, RoundKey>
  /** Ballots that were found unsealed. */
  unsealed: { round: RoundId; voter: string }[]
  /** Voters whose ballot is there and cannot be opened. */
  lost: Map<RoundId, Set<string>>
}

/** Evolves and projects one event. */
export const happen = ({ plein }: Inside, event: PleinEvent): Write[] => {
  evolve(plein, event, plein.version + 1)
  return project(plein, event)
}

export const load = (id: PleinId, { loaded, rows, keys }: Found): Inside => {
  const inside: Inside = {
    plein: emptyPlein(id),
    documents: createDocuments(),
    answers: createAnswers(loaded.answers),
    keys: new Map(),
    unsealed: [],
    lost: new Map(),
  }
  inside.documents.write(loaded.events.flatMap(({ event }) => happen(inside, event)))
  const { plein } = inside
  for (const { id, role, perspective, ready, hand } of loaded.seats) plein.seats.set(id, { id, role, perspective, ready, hand })
  for (const { hash, idea } of loaded.keys) plein.keys.set(hash, idea)
  for (const round of plein.rounds.values()) {
    const key = round.status === 'counted' ? null : keys.of(round.id)
    if (key) inside.keys.set(round.id, roundKey(key))
  }
  for (const row of rows) lay(inside, row)
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

/** `meta.v` of each document, as it will be when all that was evolved is written. Only coaches read the desk; how often it changed would
 *  tell others how much waits there. */
export const versionsFor = ({ plein: { documents } }: Inside, role: Role | 'server'): Versions =>
  role === 'coach' ? { board: documents.board.v, desk: documents.desk.v } : { board: documents.board.v }
