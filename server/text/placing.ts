/** Where an insertion may stand. Yjs itself puts in whatever it is given, by what is there at that moment: what no page could have written, since
 *  its neighbours never stood beside each other, stands elsewhere for whoever reads it later. */
import { toUint8Array, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'

/** Two pages that each bring in the most that one write may hold, at one and the same place. Yjs passes each of those for each of these, here and on
 *  every phone that reads along. */
const mostPassed = 500 * 500

/** Letters, for each insertion of which the neighbours are not beside each other. */
const mostLooked = 64

/** `passed`: what stood between the neighbours, of all insertions together. `wrong`: no page could have written it, or there is too much at one place. */
export type Placed = { passed: number; wrong: 'nowhere' | 'crowd' | null }
type Insertion = Y.Item
type Step = number | 'nowhere'

/** Takes the insertions of an update that the guard let through into the document, one by one: each is looked at before Yjs looks for its place.
 *  Its deletions are left. */
export const placeAll = (doc: Y.Doc, structs: readonly Insertion[]): Placed => {
  let passed = 0
  let waiting = structs
  while (waiting.length > 0) {
    const later: Insertion[] = []
    for (const struct of waiting) {
      if (!hasNeighbours(doc, struct)) {
        later.push(struct)
        continue
      }
      const step = between(doc, struct, mostPassed - passed)
      if (step === 'nowhere') return { passed, wrong: step }
      passed += step
      if (passed > mostPassed) return { passed, wrong: 'crowd' }
      Y.applyUpdate(doc, alone(struct))
    }
    // Two that wait for each other.
    if (later.length === waiting.length) return { passed, wrong: 'nowhere' }
    waiting = later
  }
  return { passed, wrong: null }
}

const hasNeighbours = (doc: Y.Doc, { id, origin, rightOrigin }: Insertion): boolean =>
  id.clock <= Y.getState(doc.store, id.client) &&
  [origin, rightOrigin].every((neighbour) => neighbour === null || neighbour.clock < Y.getState(doc.store, neighbour.client))

/** How much stands between its neighbours now. An honest writer had not seen any of that. */
const between = (doc: Y.Doc, struct: Insertion, most: number): Step => {
  const { client, clock } = struct.id
  const known = Y.getState(doc.store, client)
  if (clock + struct.length <= known) return 0
  const from = Math.max(clock, known)
  const [left, right] = [from > clock ? Y.createID(client, from - 1) : struct.origin, struct.rightOrigin]
  const before = left && Y.getItem(doc.store, left)
  const after = right && Y.getItem(doc.store, right)
  if ((before && !(before instanceof Y.Item)) || (after && !(after instanceof Y.Item))) return 'nowhere'
  let seen: ReadonlyMap<number, number> | null = null
  const sawOf = (writer: number, first: number): boolean => {
    seen ??= seenBy(doc, [from > 0 ? Y.createID(client, from - 1) : null, left, right])
    return (seen.get(writer) ?? -1) >= first
  }
  if (before !== null && before === after) return right!.clock === left!.clock + 1 ? 0 : 'nowhere'
  if (before && left && left.clock + 1 < before.id.clock + before.length && sawOf(left.client, left.clock + 1)) return 'nowhere'
  // Its first letters stand before the one that is named, and whoever knows that one knows those.
  if (after && right && after.id.clock < right.clock) return 'nowhere'
  let passed = 0
  let one = before ? before.right : startOf(doc, struct, after)
  for (; one !== null && one !== after && passed <= most; one = one.right) {
    if (sawOf(one.id.client, one.id.clock)) return 'nowhere'
    passed += 1
  }
  return one === null && after !== null ? 'nowhere' : passed
}

/** Of each writer, up to which letter it had certainly been seen by whoever knew these: all that they rest on, as far as that is soon found. */
const seenBy = (doc: Y.Doc, known: readonly (Y.ID | null)[]): ReadonlyMap<number, number> => {
  const seen = new Map<number, number>()
  const found: Y.ID[] = []
  const see = (id: Y.ID | null): void => {
    if (id === null || (seen.get(id.client) ?? -1) >= id.clock) return
    seen.set(id.client, id.clock)
    found.push(id)
  }
  for (const id of known) see(id)
  for (let at = 0; at < found.length && at < mostLooked; at++) {
    const there = Y.getItem(doc.store, found[at]!)
    if (!(there instanceof Y.Item)) continue
    see(there.origin)
    see(there.rightOrigin)
  }
  return seen
}

const startOf = (doc: Y.Doc, { parent }: Insertion, after: Y.Item | null): Y.Item | null =>
  (after === null ? doc.getText(parent as unknown as string) : (after.parent as Y.Text))._start

/** An update that holds it and nothing else. */
const alone = (struct: Insertion): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  writeVarUint(rest, 1)
  writeVarUint(rest, 1)
  encoder.writeClient(struct.id.client)
  writeVarUint(rest, struct.id.clock)
  struct.write(encoder, 0)
  writeVarUint(rest, 0)
  return toUint8Array(rest)
}
