/** Updates of a co-written text that no page writes, byte by byte. */
import { toUint8Array, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'

type Struct = Y.Item | Y.GC
export type At = { client: number; clock: number }
const id = (at: At | null): Y.ID | null => at && Y.createID(at.client, at.clock)

/** One insertion. `root`: of one without neighbours. */
export const insertion = (own: At, left: At | null, right: At | null, words: string, root = 'text'): Y.Item =>
  new Y.Item(
    Y.createID(own.client, own.clock),
    null,
    id(left),
    null,
    id(right),
    (left ?? right) === null ? (root as never) : null,
    null,
    new Y.ContentString(words),
  )
export const collected = (own: At, length: number): Y.GC => new Y.GC(Y.createID(own.client, own.clock), length)

/** Of one client, in the order of its clocks. */
export const forged = (...structs: readonly Struct[]): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  writeVarUint(rest, 1)
  writeVarUint(rest, structs.length)
  encoder.writeClient(structs[0]!.id.client)
  writeVarUint(rest, structs[0]!.id.clock)
  for (const struct of structs) struct.write(encoder, 0)
  writeVarUint(rest, 0)
  return toUint8Array(rest)
}
