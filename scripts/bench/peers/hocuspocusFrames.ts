/** Frames of Hocuspocus' own protocol: the name of the document, a kind, and what belongs to it. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** `MessageType` of Hocuspocus 4. */
export const kinds = { sync: 0, awareness: 1, auth: 2, syncReply: 4, syncStatus: 8 } as const
export const steps = { one: 0, two: 1, update: 2 } as const

const frame = (document: string, kind: number, write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, document)
  encoding.writeVarUint(encoder, kind)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export const authFrame = (document: string, token: string): Uint8Array =>
  frame(document, kinds.auth, (encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, token)
  })
export const syncFrame = (document: string, step: number, body: Uint8Array): Uint8Array =>
  frame(document, kinds.sync, (encoder) => {
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, body)
  })
/** Of nobody. Without a word in a minute the server takes a line for dead. */
export const aliveFrame = (document: string): Uint8Array =>
  frame(document, kinds.awareness, (encoder) => encoding.writeVarUint8Array(encoder, Uint8Array.of(0)))

/** The kind, and of a sync also its step. */
export const readHead = (bytes: Buffer): { kind: number; step: number | null } => {
  const decoder = decoding.createDecoder(bytes)
  const name = decoding.readVarUint(decoder)
  decoder.pos += name
  const kind = decoding.readVarUint(decoder)
  return { kind, step: kind === kinds.sync || kind === kinds.syncReply ? decoding.readVarUint(decoder) : null }
}
