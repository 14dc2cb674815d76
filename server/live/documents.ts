/** The documents that the server alone writes. */
import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import type { Write } from '../../shared/wire/documents.ts'
import type { Circle } from './contract.ts'
import { updateFrame } from './frames.ts'
import { createMissed } from './missed.ts'
import { createSnapshot, type Snapshot } from './snapshot.ts'

export const circles: readonly Circle[] = ['board', 'desk']

export type Documents = {
  docs: Record<Circle, Y.Doc>
  snapshots: Record<Circle, Snapshot>
  /** One Yjs transaction for each document; the frames that came of it. */
  write(writes: readonly Write[]): { circle: Circle; frame: Uint8Array }[]
}

/** One client id for whatever the server writes, in every process: authorship must not be in the bytes, and a replay must give equal ones. */
const writer = 1

export const createDocuments = (): Documents => {
  const docs = { board: new Y.Doc(), desk: new Y.Doc() }
  const logs = { board: createMissed(docs.board, writer), desk: createMissed(docs.desk, writer) }
  const snapshotOf = (circle: Circle): Snapshot => createSnapshot(docs[circle], { writer, log: logs[circle] })
  const snapshots = { board: snapshotOf('board'), desk: snapshotOf('desk') }

  const writeOne = (circle: Circle, writes: readonly Write[]): Uint8Array | null => {
    // Most turns change nothing that anybody sees: votes, and posts that wait.
    if (writes.length === 0) return null
    const doc = docs[circle]
    let written: Uint8Array | null = null
    const heard = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
      written = update
      logs[circle].wrote(transaction)
    }
    doc.clientID = writer
    doc.on('update', heard)
    // One transaction: a text that was released and hidden again in one turn is then in no frame at all.
    doc.transact(() => {
      for (const { map, key, value } of writes) {
        if (value === undefined) doc.getMap(map).delete(key)
        else doc.getMap(map).set(key, value)
      }
    })
    doc.off('update', heard)
    snapshots[circle].stale()
    return written === null ? null : updateFrame(written)
  }

  return {
    docs,
    snapshots,
    write: (writes) =>
      circles.flatMap((circle) => {
        const frame = writeOne(
          circle,
          writes.filter(({ document }) => document === circle),
        )
        return frame === null ? [] : [{ circle, frame }]
      }),
  }
}

const contents = (doc: Y.Doc, names: Iterable<string>): unknown[] => [...names].map((name) => doc.getMap(name).toJSON())

/** Somebody who read `before` cannot be brought to `after` by sending more. A replay gives what was sent, so only a state that was damaged in
 *  memory, or a log that lost something, comes to this. */
export const forked = (before: Documents, after: Documents): boolean =>
  circles.some((circle) => {
    const replica = new Y.Doc()
    const doc = after.docs[circle]
    Y.applyUpdate(replica, Y.encodeStateAsUpdate(before.docs[circle]))
    Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(replica)))
    if (Y.encodeStateVector(replica).join() !== Y.encodeStateVector(doc).join()) return true
    const names = new Set([...replica.share.keys(), ...doc.share.keys()])
    return !isDeepStrictEqual(contents(replica, names), contents(doc, names))
  })

/** What `after` has and `before` lacks, as frames: for readers of a document that was built anew from a longer log. */
export const difference = (before: Documents, after: Documents): { circle: Circle; frame: Uint8Array }[] =>
  circles.flatMap((circle) => {
    const known = Y.encodeStateVector(before.docs[circle])
    // Every change of a document writes its version too, so equal state vectors are equal documents.
    if (known.join() === Y.encodeStateVector(after.docs[circle]).join()) return []
    return [{ circle, frame: updateFrame(Y.encodeStateAsUpdate(after.docs[circle], known)) }]
  })
