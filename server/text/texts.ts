/** A co-written text: an update is checked, stored, then shown to the others and acknowledged. */
import * as Y from 'yjs'
import type { PleinId, SeatId } from '../../shared/domain/state.ts'
import { closes } from '../../shared/wire/closes.ts'
import { updateFrame } from '../live/frames.ts'
import { createSnapshot } from '../live/snapshot.ts'
import type { Store, StoredText } from '../store/contract.ts'
import { objection, root, writer } from './guard.ts'
import { createHistory, type Earlier, type History } from './history.ts'

export type Text = {
  /** The frame of sync step 2. Throws on bytes that are no state vector. */
  missing(stateVector: Uint8Array): Uint8Array
  /** Of what is stored. */
  stateVector(): Uint8Array
  /** A close code, or `saved`: it is on disk and shown to everybody (also when it held nothing new). */
  write(by: { seat: SeatId; clients: ReadonlySet<number> }, update: Uint8Array): Promise<'saved' | number>
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

export type TextParts = {
  plein: PleinId
  /** Name without epoch, such as `draft`. */
  name: string
  /** Of the texts that this document holds; absent: one, `text`. */
  roots?: readonly string[]
  stored: readonly StoredText[]
  store: Pick<Store, 'commit'>
  now: () => number
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

/** What one update took away from each text that it changed. */
const deletions = (events: Map<unknown, readonly Y.YEvent<never>[]>, named: ReadonlyMap<unknown, string>): Map<string, number> => {
  const found = new Map<string, number>()
  for (const [type, list] of events) {
    const name = named.get(type)
    if (name === undefined) continue
    const gone = list.flatMap(({ changes }) => changes.delta as { delete?: number }[]).reduce((sum, part) => sum + (part.delete ?? 0), 0)
    found.set(name, gone)
  }
  return found
}

/** Of what is stored only the minute is known: enough to tell one version from another. */
const minute = 60_000

export const createText = ({ plein, name, roots = [root], stored, store, now, frame }: TextParts): Text => {
  const shown = replay([], roots)
  const allowed = new Set(roots)
  const named = new Map<unknown, string>(roots.map((one) => [shown.getText(one), one]))
  const histories = new Map<string, History>(roots.map((one) => [one, createHistory()]))
  const show = (update: Uint8Array, at: number): void => {
    const deletes = Y.decodeUpdate(update).ds.clients.size > 0
    const before = new Map<string, string>()
    for (const [one, history] of histories) if (history.looks(deletes, at)) before.set(one, shown.getText(one).toString())
    const heard = ({ changedParentTypes }: Y.Transaction): void => {
      for (const [one, gone] of deletions(changedParentTypes as never, named)) histories.get(one)!.changed(before.get(one) ?? '', gone, at)
    }
    shown.once('afterTransaction', heard)
    Y.applyUpdate(shown, update)
    shown.off('afterTransaction', heard)
  }
  for (const { text, update, at } of stored) if (text === name) show(update, at)
  const snapshot = createSnapshot(shown)
  const again = (): Y.Doc => replay([Y.encodeStateAsUpdate(shown)], roots)
  /** One step ahead of what is shown: what was accepted and is being stored. */
  let ahead = again()
  let last: Promise<unknown> = Promise.resolve()

  /** What the update changes, as Yjs says it itself: nothing that it did not understand is stored. `null`: nothing. */
  const effectOf = (change: (doc: Y.Doc) => void): Uint8Array | null => {
    let effect: Uint8Array | null = null
    const heard = (changed: Uint8Array): void => {
      effect = changed
    }
    ahead.on('update', heard)
    try {
      change(ahead)
    } catch (problem) {
      // Half of it would stay in what the next one is measured by.
      startAgain()
      throw problem
    }
    ahead.off('update', heard)
    return effect
  }
  const startAgain = (): void => {
    ahead = again()
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

  const write = async (clients: ReadonlySet<number>, update: Uint8Array): Promise<'saved' | number> => {
    const refusal = objection(ahead, update, clients, allowed)
    if (refusal) return closes[refusal.close]
    const effect = effectOf((doc) => Y.applyUpdate(doc, update))
    if (ahead.store.pendingStructs !== null || ahead.store.pendingDs !== null) {
      startAgain()
      return closes.frame
    }
    if (effect === null) return 'saved'
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
    write: ({ clients }, update) => hold(() => write(clients, update)),
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
