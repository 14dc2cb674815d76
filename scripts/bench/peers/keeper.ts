/** A phone that keeps a document of what it is given, and no more than that. */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { createSeen, type Seen } from '../load/seen.ts'

export type Keeper = {
  doc: Y.Doc
  /** For the phone. */
  seen: Seen
  /** Bytes of what came live. */
  live(): number
}

export const keeper = (): Keeper => {
  const doc = new Y.Doc()
  let live = 0
  const apply = (bytes: Buffer): void => {
    const decoder = decoding.createDecoder(bytes)
    // Sync, and a step 2 or an update; a sign of life has no third part.
    if (decoding.readVarUint(decoder) !== 0) return
    decoding.readVarUint(decoder)
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
  }
  const seen: Seen = {
    ...createSeen(0),
    holds: (bytes) => {
      apply(bytes)
      return 0
    },
    frame: (_, bytes) => {
      live += bytes.length
      apply(bytes)
    },
  }
  return { doc, seen, live: () => live }
}
