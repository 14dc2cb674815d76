/** Where the other one is writing in the intake: owner and coaches only, in the two circles that both read. Of what a page says, the server
 *  passes on a place in a text and the role; no name, no seat, and nothing of anybody else. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod/mini'
import type { Role } from '../../shared/domain/state.ts'

const count = z.int().check(z.nonnegative())
const nothing = z.exactOptional(z.null())
/** A relative position of Yjs, as JSON, in a text that is nested in none. */
const position = z
  .strictObject({
    type: nothing,
    tname: z.exactOptional(z.nullable(z.string().check(z.maxLength(40)))),
    item: z.exactOptional(z.nullable(z.strictObject({ client: count, clock: count }))),
    assoc: z.exactOptional(z.int()),
  })
  // Of nowhere, Yjs breaks off on it, in the middle of the page of whoever it is passed on to.
  .check(z.refine(({ tname, item }) => (tname ?? item ?? null) !== null))
const said = z
  .strictObject({ line: z.string().check(z.maxLength(40)), anchor: position, head: position })
  .check(z.refine(({ line, anchor, head }) => [anchor, head].every(({ tname }) => (tname ?? line) === line)))
type Said = z.infer<typeof said>

export type Carets = {
  /** For one line of somebody in this role. */
  line(role: Role): CaretLine
  /** Of all who are here, for a newcomer. */
  all(): Uint8Array | null
}

export type CaretLine = {
  /** Takes of one awareness update what is about these client ids; answers the frame for everybody, `null` when there is nothing new to tell. */
  hear(clients: ReadonlySet<number>, update: Uint8Array): Uint8Array | null
  /** It is gone, and what was told over it last goes with it. What another tab of the same seat told stays. */
  leave(): Uint8Array | null
}

const messageAwareness = 1
/** `by`: the line over which it was told. */
type Known = { clock: number; state: (Said & { role: Role }) | null; by: CaretLine }

const frameOf = (entries: readonly [number, Known][]): Uint8Array | null => {
  if (entries.length === 0) return null
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, entries.length)
  for (const [client, { clock, state }] of entries) {
    encoding.writeVarUint(body, client)
    encoding.writeVarUint(body, clock)
    encoding.writeVarString(body, JSON.stringify(state))
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageAwareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
  return encoding.toUint8Array(encoder)
}

const read = (update: Uint8Array): [number, unknown][] => {
  const decoder = decoding.createDecoder(update)
  const entries: [number, unknown][] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    entries.push([client, JSON.parse(decoding.readVarString(decoder))])
  }
  return entries
}

/** What the server passed on has a role, which no page says of itself. */
const isRepeated = (state: unknown): boolean => typeof state === 'object' && state !== null && 'role' in state

/** `lines`: the names of the texts in this document. `now`: epoch milliseconds; nobody tells a place so often. `hear` throws on bytes that are no awareness of this kind. */
export const createCarets = (lines: ReadonlySet<string>, now: () => number): Carets => {
  const known = new Map<number, Known>()
  const set = (client: number, state: Known['state'], by: CaretLine): [number, Known] => {
    // The server counts by itself: a page that comes back after its line was gone would otherwise be taken for older than its own goodbye. And
    // past what it had told before it was started anew: pages that stayed open take what is lower for older, and show nothing of it.
    const told = { clock: Math.max((known.get(client)?.clock ?? 0) + 1, now()), state, by }
    known.set(client, told)
    return [client, told]
  }
  const line = (role: Role): CaretLine => {
    const me: CaretLine = {
      hear: (clients, update) => {
        const heard: [number, Known][] = []
        // The stock provider repeats what it heard of others, another tab of this seat among them: that is theirs to say.
        for (const [client, state] of read(update).filter(([one, said]) => clients.has(one) && !isRepeated(said))) {
          const parsed = state === null ? null : said.parse(state)
          if (parsed !== null && !lines.has(parsed.line)) throw new Error('There is no such line.')
          const before = known.get(client)
          if (parsed === null && (before === undefined || before.state === null || before.by !== me)) continue
          heard.push(set(client, parsed && { ...parsed, role }, me))
        }
        return frameOf(heard)
      },
      leave: () => frameOf([...known].filter(([, { by, state }]) => by === me && state !== null).map(([client]) => set(client, null, me))),
    }
    return me
  }
  return { line, all: () => frameOf([...known].filter(([, { state }]) => state !== null)) }
}
