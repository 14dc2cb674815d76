/** The documents of a Plein as the server keeps them: one writing client, one transaction for each batch. */
import * as Y from 'yjs'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { replay as replayed } from '../../shared/domain/project/replay.ts'
import { emptyPlein, type Plein } from '../../shared/domain/state.ts'
import type { Write } from '../../shared/wire/documents.ts'

export type Maps = Record<string, Record<string, unknown>>
export type Replica = { plein: Plein; board: Y.Doc; desk: Y.Doc; play(events: readonly PleinEvent[]): Write[] }

const doc = (): Y.Doc => {
  const made = new Y.Doc()
  made.clientID = 1
  return made
}

export const write = (documents: { board: Y.Doc; desk: Y.Doc }, writes: readonly Write[]): void => {
  for (const name of ['board', 'desk'] as const) {
    const own = writes.filter((one) => one.document === name)
    if (own.length === 0) continue
    documents[name].transact(() => {
      for (const { map, key, value } of own) {
        const target = documents[name].getMap(map)
        if (value === undefined) target.delete(key)
        else target.set(key, value)
      }
    })
  }
}

/** `play` evolves and projects each event, and writes them all in one transaction for each document. */
export const replica = (): Replica => {
  const made: Replica = {
    plein: emptyPlein('plein'),
    board: doc(),
    desk: doc(),
    play: (events) => {
      const { writes, anew } = replayed(made.plein, events)
      if (anew) Object.assign(made, { board: doc(), desk: doc() })
      write(made, writes)
      return writes
    },
  }
  return made
}

export const replay = (log: readonly PleinEvent[]): Replica => {
  const made = replica()
  made.play(log)
  return made
}

export const bytes = (document: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(document)

/** All maps of a document that hold something, keys in order. */
export const maps = (document: Y.Doc): Maps => {
  const all: Maps = {}
  for (const name of [...document.share.keys()].sort()) {
    const entries = [...document.getMap(name).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
    if (entries.length > 0) all[name] = Object.fromEntries(entries)
  }
  return all
}
