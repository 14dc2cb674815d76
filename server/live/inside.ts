/** What a room knows: built from the store by replay, thrown away when a commit fails. */

import type { PleinEvent } from '../../shared/domain/events.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { project } from '../../shared/domain/project/project.ts'
import { emptyPlein, type Plein, type PleinId, type Role } from '../../shared/domain/state.ts'
import type { Write } from '../../shared/wire/documents.ts'
import type { Versions } from '../../shared/wire/messages.ts'
import type { Loaded } from '../store/contract.ts'
import { type Answers, createAnswers } from './answers.ts'
import { createDocuments, type Documents } from './documents.ts'
import type { Seal } from './seal.ts'

export type Inside = {
  plein: Plein
  documents: Documents
  answers: Answers
}

/** Evolves and projects one event. */
export const happen = ({ plein }: Inside, event: PleinEvent): Write[] => {
  evolve(plein, event, plein.version + 1)
  return project(plein, event)
}

export const load = (id: PleinId, loaded: Loaded, seal: Seal): Inside => {
  const inside: Inside = { plein: emptyPlein(id), documents: createDocuments(), answers: createAnswers(loaded.answers) }
  inside.documents.write(loaded.events.flatMap(({ event }) => happen(inside, event)))
  const { plein } = inside
  for (const { id, role, perspective, ready, hand } of loaded.seats) plein.seats.set(id, { id, role, perspective, ready, hand })
  for (const { hash, idea } of loaded.keys) plein.keys.set(hash, idea)
  for (const { round, voter, ballot } of loaded.ballots) {
    const dots = seal.open(round, ballot)
    if (dots === null) continue
    const ballots = plein.ballots.get(round) ?? new Map()
    plein.ballots.set(round, ballots.set(voter, dots))
  }
  return inside
}

/** `meta.v` of each document, as it will be when all that was evolved is written. Only coaches read the desk; how often it changed would
 *  tell others how much waits there. */
export const versionsFor = ({ plein: { documents } }: Inside, role: Role | 'server'): Versions =>
  role === 'coach' ? { board: documents.board.v, desk: documents.desk.v } : { board: documents.board.v }
