/** What a phone missed that was here before, without a look at the whole document: as many bytes as the changes that it missed, and not with every
 *  deletion since the beginning, which Yjs would send along (kilobytes after an afternoon of regrouping). Only for a document with one
 *  writer, because then its clock says all that a replica has. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

export type Missed = {
  /** Remember a transaction that was just made. */
  wrote(transaction: Y.Transaction): void
  /** The update for somebody who has everything up to `clock`; `null`: that is no moment between two transactions which is remembered. */
  since(clock: number): Uint8Array | null
}

/** So many transactions back; who slept longer gets what Yjs sends. */
const remembered = 10_000

/** From where it went on, and what it deleted of what was there before: start and length, in turns. One that only deleted has the same `from` as
 *  the one after it, so that whoever is there gets both. */
type Written = { from: number; deleted: readonly number[] }

export const createMissed = (doc: Y.Doc, writer: number): Missed => {
  let log: Written[] = []
  const clockNow = (): number => Y.getState(doc.store, writer)

  const placeOf = (clock: number): number => {
    let [low, high] = [0, log.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (log[middle]!.from < clock) low = middle + 1
      else high = middle
    }
    return log[low]?.from === clock ? low : -1
  }
  /** What was written since says by itself that it is deleted. */
  const deletedBefore = (clock: number, place: number): [start: number, length: number][] => {
    const ranges: [number, number][] = []
    for (const { deleted } of log.slice(place))
      for (let at = 0; at < deleted.length; at += 2) {
        const start = deleted[at]!
        const end = Math.min(start + deleted[at + 1]!, clock)
        if (end > start) ranges.push([start, end - start])
      }
    ranges.sort(([a], [b]) => a - b)
    return ranges.reduce<[number, number][]>((merged, [start, length]) => {
      const last = merged.at(-1)
      if (last && last[0] + last[1] === start) last[1] += length
      else merged.push([start, length])
      return merged
    }, [])
  }

  return {
    wrote: ({ beforeState, afterState, deleteSet }) => {
      const from = beforeState.get(writer) ?? 0
      const deleted = (deleteSet.clients.get(writer) ?? []).flatMap(({ clock, len }) => [clock, len])
      if (from === (afterState.get(writer) ?? 0) && deleted.length === 0) return
      log.push({ from, deleted })
      if (log.length < remembered * 2) return
      const cut = log[log.length - remembered - 1]!.from
      log = log.slice(-remembered).filter((one) => one.from !== cut)
    },
    since: (clock) => {
      const place = placeOf(clock)
      if (place < 0) return null
      const structs = doc.store.clients.get(writer)
      if (!structs || clock >= clockNow()) return null
      const first = Y.findIndexSS(structs, clock)
      const encoder = new Y.UpdateEncoderV1()
      encoding.writeVarUint(encoder.restEncoder, 1)
      encoding.writeVarUint(encoder.restEncoder, structs.length - first)
      encoder.writeClient(writer)
      encoding.writeVarUint(encoder.restEncoder, clock)
      for (let at = first; at < structs.length; at++) {
        const struct = structs[at]!
        struct.write(encoder, at === first ? clock - struct.id.clock : 0)
      }
      const ranges = deletedBefore(clock, place)
      encoding.writeVarUint(encoder.restEncoder, ranges.length === 0 ? 0 : 1)
      if (ranges.length > 0) {
        encoding.writeVarUint(encoder.restEncoder, writer)
        encoding.writeVarUint(encoder.restEncoder, ranges.length)
        for (const [start, length] of ranges) {
          encoding.writeVarUint(encoder.restEncoder, start)
          encoding.writeVarUint(encoder.restEncoder, length)
        }
      }
      return encoder.toUint8Array()
    },
  }
}
