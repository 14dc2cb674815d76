/** Frames of the y-websocket protocol, to and from bytes. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1 as step1, messageYjsSyncStep2 as step2, messageYjsUpdate as update } from 'y-protocols/sync'

const sync = 0
const awareness = 1
const queryAwareness = 3

const syncFrame = (kind: number, body: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}
export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(step1, stateVector)
export const step2Frame = (missing: Uint8Array): Uint8Array => syncFrame(step2, missing)
export const updateFrame = (bytes: Uint8Array): Uint8Array => syncFrame(update, bytes)

/** A Yjs update in which nothing happens. */
export const emptyUpdate: Uint8Array = Uint8Array.of(0, 0)
/** An awareness of nobody: the stock provider takes a line without any message for dead after 30 s. */
export const keepAliveFrame: Uint8Array = Uint8Array.of(awareness, 1, 0)

const nobody = Uint8Array.of(0)

export type Frame =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'step2' | 'update'; update: Uint8Array }
  /** `says`: it holds the state of somebody. The stock provider says an empty one when it leaves. */
  | { kind: 'awareness'; says: boolean; update: Uint8Array }

const saysSomething = (bytes: Uint8Array): boolean => {
  const decoder = decoding.createDecoder(bytes)
  let left = decoding.readVarUint(decoder)
  for (; left > 0; left--) {
    decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    const state = decoding.readVarString(decoder)
    if (state !== 'null' && state !== '{}') return true
  }
  return false
}

/** `null` when it is no frame of this protocol. Never throws. */
export const readFrame = (bytes: Uint8Array): Frame | null => {
  try {
    const decoder = decoding.createDecoder(bytes)
    const read = readMessage(decoder)
    return decoding.hasContent(decoder) ? null : read
  } catch {
    return null
  }
}

const readMessage = (decoder: decoding.Decoder): Frame | null => {
  switch (decoding.readVarUint(decoder)) {
    case sync: {
      const kind = decoding.readVarUint(decoder)
      const body = decoding.readVarUint8Array(decoder)
      if (kind === step1) return { kind: 'step1', stateVector: body }
      if (kind === step2) return { kind: 'step2', update: body }
      return kind === update ? { kind: 'update', update: body } : null
    }
    case awareness: {
      const update = decoding.readVarUint8Array(decoder)
      return { kind: 'awareness', says: saysSomething(update), update }
    }
    case queryAwareness:
      return { kind: 'awareness', says: false, update: nobody }
    default:
      return null
  }
}
