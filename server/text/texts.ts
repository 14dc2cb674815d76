/** A co-written text: an update is checked, stored, then shown to the others and acknowledged. */
import * as Y from 'yjs'
import type { PleinId, SeatId } from '../../shared/domain/state.ts'
import { closes } from '../../shared/wire/closes.ts'
import { updateFrame } from '../live/frames.ts'
import { createSnapshot } from '../live/snapshot.ts'
import type { Store, StoredText } from '../store/contract.ts'
import { objection, root } from './guard.ts'
import { createHistory, type Earlier } from './history.ts'

export type Text = {
  /** The frame of sync step 2. Throws on bytes that are no state vector. */
  missing(stateVector: Uint8Array): Uint8Array
  /** Of what is stored. */
  stateVector(): Uint8Array
  /** A close code, or `saved`: it is on disk and shown to everybody (also when it held nothing new). */
  write(by: { seat: SeatId; clients: ReadonlySet<number> }, update: Uint8Array): Promise<'saved' | number>
  /** Versions to bring back, newest first. */
  earlier(): Earlier[]
  /** Resolves when nothing is being stored. */
  idle(): Promise<void>
}

export type TextParts = {
  plein: PleinId
  /** Name without epoch, such as `draft`. */
  name: string
  stored: readonly StoredText[]
  store: Pick<Store, 'commit'>
  now: () => number
  /** For everybody who reads it; the writer has it already, and Yjs ignores what it knows. */
  frame(frame: Uint8Array): void
}

const replay = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  // Named before anything comes in, or Yjs would keep it as a type of no kind.
  doc.getText(root)
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** Of what is stored only the minute is known: enough to tell one version from another. */
const minute = 60_000

export const createText = ({ plein, name, stored, store, now, frame }: TextParts): Text => {
  const shown = replay([])
  const history = createHistory(shown.getText(root))
  const show = (update: Uint8Array, at: number): void => {
    history.before(update, at)
    Y.applyUpdate(shown, update)
  }
  for (const { text, update, at } of stored) if (text === name) show(update, at)
  const snapshot = createSnapshot(shown)
  /** One step ahead of what is shown: what was accepted and is being stored. */
  let ahead = replay([Y.encodeStateAsUpdate(shown)])
  let last: Promise<unknown> = Promise.resolve()

  /** What the update changes, as Yjs says it itself: nothing that it did not understand is stored. `null`: nothing. */
  const apply = (update: Uint8Array): Uint8Array | null => {
    let effect: Uint8Array | null = null
    const heard = (changed: Uint8Array): void => {
      effect = changed
    }
    ahead.on('update', heard)
    Y.applyUpdate(ahead, update)
    ahead.off('update', heard)
    return effect
  }
  const startAgain = (): void => {
    ahead = replay([Y.encodeStateAsUpdate(shown)])
  }

  const write = async (clients: ReadonlySet<number>, update: Uint8Array): Promise<'saved' | number> => {
    const refusal = objection(ahead, update, clients)
    if (refusal) return closes[refusal.close]
    const effect = apply(update)
    if (ahead.store.pendingStructs !== null || ahead.store.pendingDs !== null) {
      startAgain()
      return closes.frame
    }
    if (effect === null) return 'saved'
    const at = Math.floor(now() / minute) * minute
    const result = await store.commit(plein, null, { texts: [{ text: name, update: effect, at }] }).catch(() => ({ ok: false as const }))
    if (!result.ok) {
      startAgain()
      // Not one of the final codes: the writer comes back, and its step 2 brings again what was not stored.
      return closes.slow
    }
    show(effect, at)
    snapshot.stale()
    frame(updateFrame(effect))
    return 'saved'
  }

  return {
    missing: snapshot.missing,
    stateVector: () => Y.encodeStateVector(shown),
    write: ({ clients }, update) => {
      // One at a time: whether an update has a gap depends on the one before it.
      const mine = last.then(() => write(clients, update))
      last = mine.catch(() => undefined)
      return mine
    },
    earlier: history.earlier,
    idle: async () => {
      await last
    },
  }
}
