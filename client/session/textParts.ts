import { toUint8Array, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'

/** What one write may hold, well below what the server accepts (16 KiB, 500 structs). */
export const most = { bytes: 12_000, structs: 400 }
/** UTF-16 units of one struct; three bytes each at the most. */
const longest = 2000
const rangesAtOnce = 700

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type Range = { client: number; clock: number; len: number }

/** A long word or a pasted page is one struct; it is cut as Yjs itself cuts one when somebody types in its middle. */
const cut = (struct: Struct): Struct[] => {
  if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentString) || struct.length <= longest) return [struct]
  const { id, origin, rightOrigin, parent, content } = struct
  const pieces: Y.Item[] = []
  for (let at = 0; at < content.str.length; ) {
    const end = at + longest
    // Not through a pair of surrogates: half a character is no character.
    const half = /[\uD800-\uDBFF]/.test(content.str.charAt(end - 1))
    const words = new Y.ContentString(content.str.slice(at, half ? end - 1 : end))
    const left = at === 0 ? origin : Y.createID(id.client, id.clock + at - 1)
    pieces.push(new Y.Item(Y.createID(id.client, id.clock + at), null, left, null, rightOrigin, at === 0 ? parent : null, null, words))
    at += words.str.length
  }
  return pieces
}
const weight = (struct: Struct): number =>
  40 + (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? 3 * struct.content.str.length : 0)

const grouped = <T>(all: readonly T[], by: (one: T) => number): Map<number, T[]> => {
  const groups = new Map<number, T[]>()
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one])
  return groups
}

const encoded = (structs: readonly Struct[], ranges: readonly Range[]): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  const writers = grouped(structs, ({ id }) => id.client)
  writeVarUint(rest, writers.size)
  for (const [client, own] of writers) {
    writeVarUint(rest, own.length)
    encoder.writeClient(client)
    writeVarUint(rest, own[0]!.id.clock)
    for (const struct of own) struct.write(encoder, 0)
  }
  const owners = grouped(ranges, ({ client }) => client)
  writeVarUint(rest, owners.size)
  for (const [client, own] of owners) {
    writeVarUint(rest, client)
    writeVarUint(rest, own.length)
    for (const { clock, len } of own) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return toUint8Array(rest)
}

/** One Yjs update of a text as several that follow one another, each small enough for the server. Deletions come last: they may be of
 *  words that come with any of them. */
export const partsOf = (update: Uint8Array): Uint8Array[] => {
  const { structs, ds } = Y.decodeUpdate(update)
  if (update.byteLength <= most.bytes && structs.length <= most.structs) return [update]
  const parts: Uint8Array[] = []
  let now: Struct[] = []
  let bytes = 0
  for (const piece of structs.flatMap(cut)) {
    if (now.length >= most.structs || (now.length > 0 && bytes + weight(piece) > most.bytes)) {
      parts.push(encoded(now, []))
      now = []
      bytes = 0
    }
    now.push(piece)
    bytes += weight(piece)
  }
  if (now.length > 0) parts.push(encoded(now, []))
  const ranges = [...ds.clients].flatMap(([client, own]) => own.map(({ clock, len }) => ({ client, clock, len })))
  for (let at = 0; at < ranges.length; at += rangesAtOnce) parts.push(encoded([], ranges.slice(at, at + rangesAtOnce)))
  return parts
}
