/** A co-written text as the server holds it, over rows that stand in for the disk, and the pages that write in it. */
import * as Y from 'yjs'
import { readFrame } from '../../server/live/frames.ts'
import type { StoredText } from '../../server/store/contract.ts'
import { createText, type Text } from '../../server/text/texts.ts'

export const cowritten = (roots: readonly string[] = ['text'], rows: StoredText[] = []) => {
  const logged: { facts: Record<string, unknown>; text: string }[] = []
  const owed: number[] = []
  const told: Uint8Array[] = []
  const open = (): Text =>
    createText({
      plein: 'plein',
      log: { error: (facts, text) => void logged.push({ facts, text }) },
      seatOf: (client) => `seat-${client}`,
      name: 'draft',
      roots,
      stored: [...rows],
      store: {
        commit: async (_plein, _version, { texts = [] }) => {
          rows.push(...texts)
          return { ok: true }
        },
      },
      now: () => 0,
      frame: (frame) => void told.push(updateIn(frame)),
    })
  let text = open()
  return {
    rows,
    logged,
    /** Credits, beyond those of the bytes. */
    owed,
    /** What was told to everybody who reads, oldest first. */
    told,
    text: () => text,
    restart: () => {
      text = open()
    },
    write: (client: number, update: Uint8Array) =>
      text.write({ seat: `seat-${client}`, clients: new Set([client]), owe: (credits) => credits > 0 && owed.push(credits) }, update),
    /** Somebody who opens it now. */
    newcomer: (): Y.Doc => {
      const doc = new Y.Doc()
      for (const root of roots) doc.getText(root)
      Y.applyUpdate(doc, updateIn(text.missing(Uint8Array.of(0))))
      return doc
    },
  }
}

export const updateIn = (frame: Uint8Array): Uint8Array => {
  const read = readFrame(frame)
  if (read?.kind !== 'update' && read?.kind !== 'step2') throw new Error('no update')
  return read.update
}
/** What a page writes: what `write` changes in its document. */
export const typed = (doc: Y.Doc, write: (doc: Y.Doc) => void): Uint8Array => {
  const before = Y.encodeStateVector(doc)
  doc.transact(() => write(doc))
  return Y.encodeStateAsUpdate(doc, before)
}
