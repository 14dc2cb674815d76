/** A co-written text: an update is checked, stored, then shown to the others and acknowledged. */
import * as Y from 'yjs'
import type { PleinId, SeatId } from '../../shared/domain/state.ts'
import { closes } from '../../shared/wire/closes.ts'
import type { Log } from '../live/contract.ts'
import { updateFrame } from '../live/frames.ts'
import { createSnapshot } from '../live/snapshot.ts'
import type { Store, StoredText } from '../store/contract.ts'
import { isReadable, objection, root, writer } from './guard.ts'
import { type Change, createHistory, type Earlier, type History } from './history.ts'
import { type Placed, placeAll } from './placing.ts'

export type Text = {
  /** The frame of sync step 2. Throws on bytes that are no state vector. */
  missing(stateVector: Uint8Array): Uint8Array
  /** Of what is stored. */
  stateVector(): Uint8Array
  /** A close code, or `saved`: it is on disk and shown to everybody (also when it held nothing new). */
  write(by: Writer, update: Uint8Array): Promise<'saved' | number>
  /** Versions to bring back, newest first. */
  earlier(name?: string): Earlier[]
  /** As everybody reads them now. */
  words(name?: string): string
  /** Nothing else is written into it until this is over. */
  hold<T>(work: () => Promise<T>): Promise<T>
  /** What the server itself writes, to be stored by the caller, who holds it: `row` is `null` when nothing changes. */
  prepare(change: (doc: Y.Doc) => void): { row: StoredText | null; show(): void; drop(): void }
  /** Resolves when nothing is being stored. */
  idle(): Promise<void>
}

/** `owe`: credits that it turned out to cost, beyond those that were paid for its bytes. */
export type Writer = { seat: SeatId; clients: ReadonlySet<number>; owe(credits: number): void }

export type TextParts = {
  plein: PleinId
  log: Pick<Log, 'error'>
  /** Name without epoch, such as `draft`. */
  name: string
  /** Of the texts that this document holds; absent: one, `text`. */
  roots?: readonly string[]
  stored: readonly StoredText[]
  store: Pick<Store, 'commit'>
  now: () => number
  /** Who was given this client id; `null`: nobody who is still there. */
  seatOf(client: number): SeatId | null
  /** For everybody who reads it; the writer has it already, and Yjs ignores what it knows. */
  frame(frame: Uint8Array): void
}

const replay = (updates: readonly Uint8Array[], roots: readonly string[]): Y.Doc => {
  const doc = new Y.Doc()
  // Named before anything comes in, or Yjs would keep it as a type of no kind.
  for (const name of roots) doc.getText(name)
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** Of one document. `units`: UTF-16, as much as its earlier versions may be together; fifty pages. `structs`: places at which it was written in, one
 *  every third of a second for half a day; half as many again that only take away. `passed`: what Yjs has to pass by when somebody opens it,
 *  see `placing.ts`; a second of work. It is forgotten in an hour (`passedIn`), or nobody could go on in a text that had much of it. */
const most = { units: 200_000, structs: 50_000, passed: 5_000_000, passedIn: 3_600_000 }
/** Credits: reading all of it again / one for so many that an insertion had to pass. */
const cost = { again: 40, passed: 5000 }

type Size = Record<'units' | 'structs', number>
const sizeOf = (doc: Y.Doc, roots: readonly string[]): Size => ({
  units: roots.reduce((sum, one) => sum + doc.getText(one).length, 0),
  structs: [...doc.store.clients.values()].reduce((sum, { length }) => sum + length, 0),
})
/** Taking away is possible for longer than adding. */
const tooLarge = (before: Size, now: Size): boolean => {
  const adds = now.units > before.units
  return (adds && now.units > most.units) || (now.structs > before.structs && now.structs > most.structs * (adds ? 1 : 1.5))
}

const insertions = (update: Uint8Array): Y.Item[] => Y.decodeUpdate(update).structs.filter((struct) => struct instanceof Y.Item)

/** Somewhere else than behind what the same writer typed before it. */
const begins = (struct: Y.Item | Y.GC | Y.Skip): boolean =>
  struct instanceof Y.Item && !(struct.origin?.client === struct.id.client && struct.origin.clock === struct.id.clock - 1)

/** What one update took away from each text that it changed, and at how many places it put something in. */
const changesOf = (
  events: Map<unknown, readonly Y.YEvent<never>[]>,
  named: ReadonlyMap<unknown, string>,
): Map<string, Pick<Change, 'deleted' | 'places'>> => {
  const found = new Map<string, Pick<Change, 'deleted' | 'places'>>()
  for (const [type, list] of events) {
    const name = named.get(type)
    if (name === undefined) continue
    const parts = list.flatMap(({ changes }) => changes.delta as { delete?: number; insert?: unknown }[])
    const deleted = parts.reduce((sum, part) => sum + (part.delete ?? 0), 0)
    found.set(name, { deleted, places: parts.filter(({ insert }) => insert !== undefined).length })
  }
  return found
}

/** Of what is stored only the minute is known: enough to tell one version from another. */
const minute = 60_000

/** What cannot be read costs no more than itself, and is left on disk as it is: that one write, and what follows on it; else this one text. */
export const createText = (parts: TextParts): Text => {
  const { plein, name, log } = parts
  // Without the seat, of what the owner wrote for nobody else.
  const facts = { plein, text: name.replace(/\/.*/, '') }
  const rows = parts.stored.filter(({ text }) => text === name)
  const stored = rows.filter(({ update }) => isReadable(update))
  if (stored.length < rows.length)
    log.error({ ...facts, rows: rows.length - stored.length }, 'writes in a text cannot be read and are left out')
  try {
    return openText({ ...parts, stored })
  } catch {
    log.error(facts, 'a text cannot be read: it is shown as empty and takes no words')
    const text = openText({ ...parts, stored: [] })
    const prepare = (): never => {
      throw new Error('This text cannot be read.')
    }
    return { ...text, prepare, write: async () => closes.full }
  }
}

const openText = ({ plein, name, roots = [root], stored, store, now, frame, seatOf }: TextParts): Text => {
  const shown = replay([], roots)
  const allowed = new Set(roots)
  const named = new Map<unknown, string>(roots.map((one) => [shown.getText(one), one]))
  const histories = new Map<string, History>(roots.map((one) => [one, createHistory()]))
  const show = (update: Uint8Array, at: number): void => {
    const { structs, ds } = Y.decodeUpdate(update)
    const [client] = structs.map(({ id }) => id.client)
    const places = structs.filter(begins).length
    const by = client === undefined ? null : (seatOf(client) ?? client)
    const before = new Map<string, string>()
    for (const [one, history] of histories)
      if (history.looks({ deletes: ds.clients.size > 0, places }, at)) before.set(one, shown.getText(one).toString())
    const heard = ({ changedParentTypes }: Y.Transaction): void => {
      for (const [one, change] of changesOf(changedParentTypes as never, named))
        histories.get(one)!.changed(before.get(one) ?? '', { ...change, places: Math.min(change.places, places), by }, at)
    }
    shown.once('afterTransaction', heard)
    Y.applyUpdate(shown, update)
    shown.off('afterTransaction', heard)
  }
  for (const { update, at } of stored) show(update, at)
  // What follows on a write that cannot be read would wait for it for ever, here and with everybody who reads.
  shown.store.pendingStructs = null
  shown.store.pendingDs = null
  const snapshot = createSnapshot(shown)
  const again = (): Y.Doc => replay([Y.encodeStateAsUpdate(shown)], roots)
  let next: Y.Doc | null = again()
  /** One step ahead of what is shown: what was accepted and is being stored. */
  const ahead = (): Y.Doc => (next ??= again())
  const startAgain = (): void => {
    next = null
  }
  let passed = { much: 0, at: now() }
  let last: Promise<unknown> = Promise.resolve()

  /** What the update changes, as Yjs says it itself: nothing that it did not understand is stored. `null`: nothing. */
  const effectOf = (change: (doc: Y.Doc) => void): Uint8Array | null => {
    let effect: Uint8Array | null = null
    const heard = (changed: Uint8Array): void => {
      effect = changed
    }
    const doc = ahead()
    doc.on('update', heard)
    try {
      change(doc)
    } catch (problem) {
      // Half of it would stay in what the next one is measured by.
      startAgain()
      throw problem
    }
    doc.off('update', heard)
    return effect
  }

  const minuteNow = (): number => Math.floor(now() / minute) * minute
  const everybody = (effect: Uint8Array, at: number): void => {
    show(effect, at)
    snapshot.stale()
    frame(updateFrame(effect))
  }
  const hold = <T>(work: () => Promise<T>): Promise<T> => {
    // One at a time: whether an update has a gap depends on the one before it.
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  /** What it changes in what comes next (`null`: nothing), or a close code, and then nothing of it is left. */
  const take = (update: Uint8Array, owe: Writer['owe']): Uint8Array | null | number => {
    const before = sizeOf(ahead(), roots)
    let placed: Placed = { passed: 0, wrong: null }
    let effect: Uint8Array | null = null
    try {
      effect = effectOf((doc) =>
        doc.transact(() => {
          placed = placeAll(doc, insertions(update))
          if (placed.wrong === null) Y.applyUpdate(doc, update)
        }),
      )
    } catch {
      owe(cost.again)
      return closes.frame
    }
    const waits = ahead().store.pendingStructs !== null || ahead().store.pendingDs !== null
    const full = placed.wrong === 'crowd' || tooLarge(before, sizeOf(ahead(), roots))
    const at = now()
    const spent = Math.max(0, passed.much - (Math.max(0, at - passed.at) * most.passed) / most.passedIn)
    const crowded = spent + placed.passed > most.passed
    if (placed.wrong === null && !waits && !full && !crowded && (effect === null || isReadable(effect))) {
      passed = { much: spent + placed.passed, at }
      owe(Math.floor(placed.passed / cost.passed))
      return effect
    }
    if (effect !== null || waits) {
      startAgain()
      owe(cost.again)
    }
    if (placed.wrong === 'nowhere') return closes.frame
    return full ? closes.full : crowded ? closes.slow : closes.frame
  }
  const write = async ({ clients, owe }: Writer, update: Uint8Array): Promise<'saved' | number> => {
    const refusal = objection(ahead(), update, clients, allowed)
    if (refusal) return closes[refusal.close]
    const effect = take(update, owe)
    if (effect === null) return 'saved'
    if (typeof effect === 'number') return effect
    const at = minuteNow()
    const result = await store.commit(plein, null, { texts: [{ text: name, update: effect, at }] }).catch(() => ({ ok: false as const }))
    if (!result.ok) {
      startAgain()
      // Not one of the final codes: the writer comes back, and its step 2 brings again what was not stored.
      return closes.slow
    }
    everybody(effect, at)
    return 'saved'
  }

  return {
    missing: snapshot.missing,
    stateVector: () => Y.encodeStateVector(shown),
    write: (by, update) => hold(() => write(by, update)),
    earlier: (one = root) => histories.get(one)?.earlier() ?? [],
    words: (one = root) => (allowed.has(one) ? shown.getText(one).toString() : ''),
    hold,
    prepare: (change) => {
      const at = minuteNow()
      const effect = effectOf((doc) => {
        // Set each time: Yjs takes another id when it sees its own come in from outside.
        doc.clientID = writer
        doc.transact(() => change(doc))
      })
      if (effect === null) return { row: null, show: () => undefined, drop: () => undefined }
      return { row: { text: name, update: effect, at }, show: () => everybody(effect, at), drop: startAgain }
    },
    idle: async () => {
      await last
    },
  }
}
