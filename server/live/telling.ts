/** What is told of turns that are stored: one frame for all of them to who reads, then the answers, then whose own things changed. */
import type { PleinId } from '../../shared/domain/state.ts'
import type { Outlet, RoomParts } from './contract.ts'
import type { Documents } from './documents.ts'
import type { Turn } from './turn.ts'

/** `documents`: to be written; `null` when they have been built anew. */
export type Telling = (turns: readonly Turn[], documents: Documents | null) => void

export const createTelling =
  (id: PleinId, outlet: Outlet, noted: RoomParts['noted']): Telling =>
  (turns, documents) => {
    const writes = turns.flatMap((turn) => turn.writes)
    for (const { circle, frame } of documents?.write(writes) ?? []) outlet.frame(circle, frame)
    for (const { answers } of turns) for (const { waiting, answer } of answers) waiting.answer(answer)
    // Of a refusal nobody else hears, though it is stored.
    const heard = turns.filter(({ commit, done }) => commit !== null && done.length > 0)
    if (heard.length > 0) outlet.turned(new Set(heard.flatMap(({ seats }) => [...seats])))
    for (const { done } of turns) for (const { waiting, answer } of done) noted?.(id, waiting, waiting.command, answer)
  }
