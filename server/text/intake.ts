/** The intake in its three circles. Each circle is a document of its own, so that whoever may not read it is never sent it; what the owner
 *  wrote for nobody else is one document for each device of the owner, stored sealed, and in memory only while that device reads it. */
import type * as Y from 'yjs'
import { type IntakeAuthor, type IntakeCircle, type Line, lineName, linesOf } from '../../shared/domain/intake/talk.ts'
import type { PleinId, SeatId } from '../../shared/domain/state.ts'
import { circleText, type TextName } from '../../shared/wire/messages.ts'
import { openOwn, sealOwn } from '../keys/own.ts'
import type { Store, StoredText } from '../store/contract.ts'
import { ownText } from '../store/ownText.ts'
import { createText, type Text } from './texts.ts'

export type Intake = {
  shared: Record<'coaches' | 'room', Text>
  /** What this owner wrote for nobody else. `null`: it does not open with this key, or there is none any more. To be left again. */
  openOwn(seat: SeatId, key: Uint8Array): Text | null
  leftOwn(seat: SeatId): void
  /** An answer goes to a wider circle, in one commit. `false`: it could not be stored. An answer that is empty is there already. */
  widen(seat: SeatId, line: Line, from: IntakeCircle, to: IntakeCircle): Promise<boolean>
  /** Whether these words stand in the circle `room`, as one answer of this role. */
  says(words: string, by: IntakeAuthor): boolean
  /** `null`: not open to this seat now. */
  text(circle: IntakeCircle, seat: SeatId): Text | null
  /** Closed for good: nothing of what the owner wrote for nobody else is written or kept from here on. */
  seal(): Promise<void>
  idle(): Promise<void>
}

export type IntakeParts = {
  plein: PleinId
  stored: readonly StoredText[]
  store: Pick<Store, 'commit'>
  now: () => number
  /** `seat`: of the only one who may have it. */
  frame(document: TextName, frame: Uint8Array, seat: SeatId | null): void
}

/** Map in which the server notes which answers came from a narrower circle, by name of the line. */
const sharedMap = 'shared'

type Opened = { text: Text; readers: number }

export const createIntake = ({ plein, stored, store, now, frame }: IntakeParts): Intake => {
  const own = new Map<SeatId, Opened>()
  /** Sealed, as on disk. */
  const rows = new Map<string, StoredText[]>()
  for (const row of stored) if (ownText.is(row.text)) rows.set(row.text, [...(rows.get(row.text) ?? []), row])
  const keys = new Map<SeatId, Uint8Array>()
  let sealed = false

  const make = (circle: IntakeCircle, name: string, from: readonly StoredText[], kept: Pick<Store, 'commit'>, seat: SeatId | null): Text =>
    createText({
      plein,
      name,
      roots: linesOf(circle).map(lineName),
      stored: from,
      store: kept,
      now,
      frame: (bytes) => frame(circleText(circle), bytes, seat),
    })
  const shared = {
    coaches: make('coaches', 'intake-coaches', stored, store, null),
    room: make('room', 'intake-room', stored, store, null),
  }

  const boundTo = (name: string): string => JSON.stringify([plein, name])
  const closed = (seat: SeatId, row: StoredText): StoredText => ({
    ...row,
    update: sealOwn(keys.get(seat)!, boundTo(row.text), row.update),
  })
  const commit = async (texts: StoredText[]): Promise<boolean> => {
    if (sealed && texts.some(({ text }) => ownText.is(text))) return false
    const result = await store.commit(plein, null, { texts }).catch(() => ({ ok: false as const }))
    if (!result.ok) return false
    for (const row of texts) if (ownText.is(row.text)) rows.set(row.text, [...(rows.get(row.text) ?? []), row])
    return true
  }
  const open = (seat: SeatId, key: Uint8Array): Text | null => {
    const name = ownText.of(seat)
    const plain: StoredText[] = []
    for (const row of rows.get(name) ?? []) {
      const update = openOwn(key, boundTo(name), row.update)
      if (update === null) return null
      plain.push({ ...row, update })
    }
    keys.set(seat, key)
    const kept: Pick<Store, 'commit'> = {
      commit: async (_plein, _version, { texts = [] }) =>
        (await commit(texts.map((row) => closed(seat, row)))) ? { ok: true } : { ok: false, reason: 'failed', problem: 'not stored' },
    }
    return make('own', name, plain, kept, seat)
  }
  const text = (circle: IntakeCircle, seat: SeatId): Text | null => (circle === 'own' ? (own.get(seat)?.text ?? null) : shared[circle])

  return {
    shared,
    text,
    openOwn: (seat, key) => {
      if (sealed) return null
      const opened = own.get(seat) ?? { text: open(seat, key), readers: 0 }
      if (opened.text === null) return null
      own.set(seat, { text: opened.text, readers: opened.readers + 1 })
      return opened.text
    },
    leftOwn: (seat) => {
      const opened = own.get(seat)
      if (!opened) return
      opened.readers -= 1
      if (opened.readers > 0) return
      // What was written just before is still being sealed.
      opened.text.idle().then(() => {
        if (opened.readers > 0 || own.get(seat) !== opened) return
        own.delete(seat)
        keys.delete(seat)
      })
    },
    widen: async (seat, line, from, to) => {
      const [narrow, wide] = [text(from, seat), text(to, seat)]
      if (narrow === null || wide === null) return false
      const name = lineName(line)
      // Always the narrower one first, so that two never wait for each other.
      return narrow.hold(() =>
        wide.hold(async () => {
          const words = narrow.words(name)
          if (words.trim() === '') return true
          const taken = narrow.prepare((doc) => doc.getText(name).delete(0, doc.getText(name).length))
          // Only the words as they are now: what was deleted before must not come along.
          const given = wide.prepare((doc) => put(doc, name, words, { from, at: now() }))
          const texts = [taken.row, given.row].filter((row) => row !== null)
          if (!(await commit(texts.map((row) => (ownText.is(row.text) ? closed(seat, row) : row))))) {
            taken.drop()
            given.drop()
            return false
          }
          given.show()
          taken.show()
          return true
        }),
      )
    },
    says: (words, by) =>
      linesOf('room').some((line) => line.by === by && words !== '' && shared.room.words(lineName(line)).trim() === words),
    seal: async () => {
      sealed = true
      const left = [...own.values()]
      own.clear()
      keys.clear()
      await Promise.all(left.map((one) => one.text.idle()))
      if (rows.size === 0) return
      rows.clear()
      // Once more: something may have been on its way to the disk when everything of it went.
      await store.commit(plein, null, { ownTexts: 'gone' }).catch(() => undefined)
    },
    idle: async () => {
      await Promise.all([shared.coaches, shared.room, ...[...own.values()].map((one) => one.text)].map((one) => one.idle()))
    },
  }
}

const put = (doc: Y.Doc, name: string, words: string, note: { from: IntakeCircle; at: number }): void => {
  const there = doc.getText(name)
  there.insert(there.length, there.length === 0 ? words : `\n${words}`)
  doc.getMap(sharedMap).set(name, note)
}
