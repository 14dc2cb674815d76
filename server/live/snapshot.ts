/** What somebody who opens a document lacks. That of a newcomer is encoded once for each version, not once for each phone. */
import * as Y from 'yjs'
import { emptyUpdate, step2Frame } from './frames.ts'

export type Snapshot = {
  /** The frame of sync step 2. Throws on bytes that are no state vector. */
  missing(stateVector: Uint8Array): Uint8Array
  /** The document was written. */
  stale(): void
}

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, place) => byte === other[place])
const nothing = Uint8Array.of(0)

export const createSnapshot = (doc: Y.Doc): Snapshot => {
  let whole: Uint8Array | null = null
  let vector: Uint8Array | null = null
  return {
    missing: (stateVector) => {
      if (same(stateVector, nothing)) {
        whole ??= step2Frame(Y.encodeStateAsUpdate(doc))
        return whole
      }
      vector ??= Y.encodeStateVector(doc)
      // Encoded as usual this would still carry every deletion so far: kilobytes to each phone that reconnects.
      if (same(stateVector, vector)) return step2Frame(emptyUpdate)
      return step2Frame(Y.encodeStateAsUpdate(doc, stateVector))
    },
    stale: () => {
      whole = null
      vector = null
    },
  }
}
