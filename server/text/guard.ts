/** Looks at one Yjs update of a co-written text before anything is done with it. */
import * as Y from 'yjs'

/** The only text of a document that holds one. */
export const root = 'text'
/** Under this id the server itself writes into prose: an answer that goes to a wider circle. */
export const writer = 1
/** `clock`: thirteen years of typing without a pause. Beyond 2^53 nothing of the text could be read or sent any more. */
const most = { bytes: 16_384, structs: 500, clock: 2 ** 31 }

export type Objection = { close: 'frame' | 'forbidden'; why: string }
const frame = (why: string): Objection => ({ close: 'frame', why })

/** `null`: it may be applied. `doc` holds everything that was accepted before; `clients`: the Yjs client ids of the seat that sends it;
 *  `roots`: the names of the texts that this document holds. */
export const objection = (
  doc: Y.Doc,
  update: Uint8Array,
  clients: ReadonlySet<number>,
  roots: ReadonlySet<string> = onlyRoot,
): Objection | null => {
  if (update.byteLength > most.bytes) return frame('too many bytes')
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    return frame('no update')
  }
  return ofStructs(doc, decoded.structs, clients, roots) ?? ofDeletions(doc, decoded)
}

const onlyRoot: ReadonlySet<string> = new Set([root])

type Structs = ReturnType<typeof Y.decodeUpdate>['structs']

const ofStructs = (doc: Y.Doc, structs: Structs, clients: ReadonlySet<number>, roots: ReadonlySet<string>): Objection | null => {
  if (structs.length > most.structs) return frame('too many structs')
  const next = new Map<number, number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    // Somebody else's id: a forged one would put words into the mouth of a colleague whose laptop sleeps.
    if (!clients.has(client)) return { close: 'forbidden', why: 'foreign client id' }
    const known = next.get(client) ?? Y.getState(doc.store, client)
    // A struct whose predecessor never comes is kept by Yjs for ever and sent to every newcomer.
    if (clock > known) return frame('gap')
    if (!isSound(struct)) return frame('no length')
    next.set(client, Math.max(known, clock + struct.length))
    // No page collects a letter of a text away: its place is kept as long as the text is.
    if (!(struct instanceof Y.Item)) return frame('no insertion')
    if (!(struct.content instanceof Y.ContentString || struct.content instanceof Y.ContentDeleted)) return frame('no text')
    // Only a struct without neighbours names its parent.
    if (struct.origin === null && struct.rightOrigin === null && !roots.has(struct.parent as unknown as string))
      return frame('foreign root')
    if (struct.parentSub !== null) return frame('map entry')
  }
  // Only now: a neighbour may stand later in the same update, under another id of this seat.
  const have = ({ client, clock }: Y.ID): boolean => clock < (next.get(client) ?? Y.getState(doc.store, client))
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    for (const neighbour of [struct.origin, struct.rightOrigin])
      if (neighbour === null) continue
      // Itself, or what the same writer wrote after it: Yjs breaks off on it, halfway.
      else if (neighbour.client === struct.id.client && neighbour.clock >= struct.id.clock) return frame('unknown neighbour')
      else if (!have(neighbour)) return frame('unknown neighbour')
      // It would land in the map in which the server notes what was shared.
      else if (neighbour.client === writer && noted(doc, neighbour)) return frame('map entry')
  }
  return null
}

/** Of no length, two would stand under one id, and Yjs would find neither. */
const isSound = ({ id, length }: Structs[number]): boolean => length > 0 && id.clock + length <= most.clock

/** Whether a document that holds it can be read again: of what is stored, and of what is about to be. */
export const isReadable = (update: Uint8Array): boolean => {
  try {
    return Y.decodeUpdate(update).structs.every(isSound)
  } catch {
    return false
  }
}

const noted = (doc: Y.Doc, id: Y.ID): boolean => {
  const there = Y.getItem(doc.store, id)
  return there instanceof Y.Item && there.parentSub !== null
}

/** Deletions may be of anybody's words (it is a shared text), but only of words that are there. */
const ofDeletions = (doc: Y.Doc, { structs, ds }: ReturnType<typeof Y.decodeUpdate>): Objection | null => {
  const ends = new Map<number, number>()
  for (const struct of structs) ends.set(struct.id.client, Math.max(ends.get(struct.id.client) ?? 0, struct.id.clock + struct.length))
  for (const [client, ranges] of ds.clients) {
    const known = Math.max(Y.getState(doc.store, client), ends.get(client) ?? 0)
    for (const { clock, len } of ranges) {
      if (clock + len > known) return frame('unknown deletion')
      // No page writes one; under an id that is not there Yjs throws on it, after which all that was written would be read again.
      if (len === 0) return frame('empty deletion')
      for (let at = clock; client === writer && at < clock + len; ) {
        const there = Y.getItem(doc.store, Y.createID(client, at))
        if (there instanceof Y.Item && there.parentSub !== null) return frame('map entry')
        at = there.id.clock + there.length
      }
    }
  }
  return null
}
