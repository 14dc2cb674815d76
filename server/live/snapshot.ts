/** What somebody who opens a document lacks. That of a newcomer is encoded once for each version, not once for each phone. */
import * as Y from 'yjs'
import { emptyUpdate, step2Frame } from './frames.ts'
import type { Missed } from './missed.ts'

export type Snapshot = {
  /** The frame of sync step 2. Throws on bytes that are no state vector. */
  missing(stateVector: Uint8Array): Uint8Array
  /** The whole document as a Yjs update: the same object until it is written again. */
  whole(): Uint8Array
  /** The document was written. */
  stale(): void
}

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, place) => byte === other[place])
const nothing = Uint8Array.of(0)
const nothingNew = step2Frame(emptyUpdate)
/** Frames for so many different moments at which somebody fell asleep. */
const mostKept = 64

/** Of this one client and of no other, so far; `null`: of something else. */
const clockOf = (stateVector: Uint8Array, writer: number): number | null => {
  const clocks = Y.decodeStateVector(stateVector)
  return clocks.size === 1 ? (clocks.get(writer) ?? null) : null
}

/** `missed`: of a document that one client writes alone. */
export const createSnapshot = (doc: Y.Doc, missed?: { writer: number; log: Missed }): Snapshot => {
  /** A whole room that lost its Wi-Fi comes back with one and the same state vector. */
  const since = new Map<number, Uint8Array>()
  const fromLog = (stateVector: Uint8Array): Uint8Array | null => {
    const clock = missed ? clockOf(stateVector, missed.writer) : null
    if (!missed || clock === null) return null
    const known = since.get(clock)
    if (known) return known
    const update = missed.log.since(clock)
    if (update === null) return null
    const frame = step2Frame(update)
    if (since.size < mostKept) since.set(clock, frame)
    return frame
  }
  let whole: { update: Uint8Array; frame: Uint8Array } | null = null
  const wholeNow = () => {
    if (whole !== null) return whole
    const update = Y.encodeStateAsUpdate(doc)
    const frame = step2Frame(update)
    // The update is the end of the frame: a long board is kept once.
    whole = { update: frame.subarray(frame.byteLength - update.byteLength), frame }
    return whole
  }
  let vector: Uint8Array | null = null
  return {
    missing: (stateVector) => {
      if (same(stateVector, nothing)) return wholeNow().frame
      vector ??= Y.encodeStateVector(doc)
      // Encoded as usual this would still carry every deletion so far: kilobytes to each phone that reconnects. Of prose it must: there words are
      // also only taken away, and by that no clock moves.
      if (missed && same(stateVector, vector)) return nothingNew
      return fromLog(stateVector) ?? step2Frame(Y.encodeStateAsUpdate(doc, stateVector))
    },
    whole: () => wholeNow().update,
    stale: () => {
      whole = null
      vector = null
      since.clear()
    },
  }
}
