/** The intake in its three circles. Each circle is a document of its own, so that whoever may not read it is never sent it; what the owner
 *  wrote for nobody else is one document for each device of the owner, stored sealed, and in memory only while that device reads it. */
import type * as Y from 'yjs'
import { type IntakeAuthor, type IntakeCircle, type Line, lineName, linesOf } from '../../shared/domain/intake/talk.ts'
import type { PleinId, SeatId } from '../../shared/domain/state.ts'
import { circleText, type TextName } from '../../shared/wire/messages.ts'
import { openOwn, ownBound, sealOwn } from '../keys/own.ts'
import type { Store, StoredText } from '../store/contract.ts'
import { ownText } from '../store/ownText.ts'
import { createText, type Text, type TextParts } from './texts.ts'

export type Intake = {
  shared: Record<'coaches' | 'room', Text>
  /** What this owner wrote for nobody else. `null`: it does not open with this key, or there is none any more. To be left again. */
  openOwn(seat: SeatId, key: Uint8Array): Text | null
  leftOwn(seat: SeatId): void
  /** The owner's device has another token now, and what it wrote for nobody else was sealed anew for that one. As it is on disk. */
  takeOwn(rows: readonly StoredText[]): void
  /** An answer goes to a wider circle, in one commit. */
  widen(seat: SeatId, line: Line, wider: Wider): Promise<Widened>
  /** Whether these words stand in the circle `room`, as one answer of this role. */
  says(words: string, by: IntakeAuthor): boolean
  /** `null`: not open to this seat now. */
  text(circle: IntakeCircle, seat: SeatId): Text | null
  /** Closed for good: nothing of what the owner wrote for nobody else is written or kept from here on. */
  seal(): Promise<void>
  idle(): Promise<void>
}

/** `words`: those that were read before the yes, trimmed. */
export type Wider = { from: IntakeCircle; to: IntakeCircle; words: string }
/** `there`: they went before, and the answer to that was lost. `changed`: other words stand there, and nothing went. */
export type Widened = 'moved' | 'there' | 'changed' | 'not-stored'

export type IntakeParts = Pick<TextParts, 'log' | 'seatOf'> & {
  plein: PleinId
  stored: readonly StoredText[]
  store: Pick<Store, 'commit'>
  now: () => number
  /** Not a seat that its device is leaving for another one. */
  mayWriteOwn(seat: SeatId): boolean
  /** `seat`: of the only one who may have it. */
  frame(document: TextName, frame: Uint8Array, seat: SeatId | null): void
}

/** Map in which the server notes which answers came from a narrower circle, by name of the line. */
const sharedMap = 'shared'

/** `readers`: lines that read it, and what is going on with it. */
type Opened = { text: Text; key: Uint8Array; readers: number }

export const createIntake = ({ plein, log, stored, store, now, mayWriteOwn, frame, seatOf }: IntakeParts): Intake => {
  const own = new Map<SeatId, Opened>()
  /** Sealed, as on disk. */
  const rows = new Map<string, StoredText[]>()
  const add = (row: StoredText): void => {
    const own = rows.get(row.text) ?? []
    own.push(row)
    rows.set(row.text, own)
  }
  for (const row of stored) if (ownText.is(row.text)) add(row)
  let sealed = false

  const make = (circle: IntakeCircle, name: string, from: readonly StoredText[], kept: Pick<Store, 'commit'>, seat: SeatId | null): Text =>
    createText({
      plein,
      log,
      name,
      roots: linesOf(circle).map(lineName),
      stored: from,
      store: kept,
      now,
      frame: (bytes) => frame(circleText(circle), bytes, seat),
      seatOf,
    })
  const shared = {
    coaches: make('coaches', 'intake-coaches', stored, store, null),
    room: make('room', 'intake-room', stored, store, null),
  }

  const boundTo = (name: string): string => ownBound(plein, name)
  const closed = (key: Uint8Array, row: StoredText): StoredText => ({ ...row, update: sealOwn(key, boundTo(row.text), row.update) })
  const commit = async (texts: StoredText[]): Promise<boolean> => {
    if (texts.some(({ text }) => ownText.is(text) && (sealed || !mayWriteOwn(ownText.seat(text))))) return false
    const result = await store.commit(plein, null, { texts }).catch(() => ({ ok: false as const }))
    if (!result.ok) return false
    for (const row of texts) if (ownText.is(row.text)) add(row)
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
    const kept: Pick<Store, 'commit'> = {
      commit: async (_plein, _version, { texts = [] }) =>
        (await commit(texts.map((row) => closed(key, row)))) ? { ok: true } : { ok: false, reason: 'failed', problem: 'not stored' },
    }
    return make('own', name, plain, kept, seat)
  }
  const text = (circle: IntakeCircle, seat: SeatId): Text | null => (circle === 'own' ? (own.get(seat)?.text ?? null) : shared[circle])

  const leftOwn = (seat: SeatId): void => {
    const opened = own.get(seat)
    if (!opened) return
    opened.readers -= 1
    if (opened.readers > 0) return
    // What was written just before is still being sealed.
    opened.text.idle().then(() => {
      if (opened.readers > 0 || own.get(seat) !== opened) return
      own.delete(seat)
    })
  }
  /** Both are held. */
  const move = async (
    [narrow, wide]: readonly [Text, Text],
    key: Uint8Array | null,
    name: string,
    { from, words }: Wider,
  ): Promise<Widened> => {
    // Whose yes was long on its way may have written on, or the other one has: what was not read stays where it is.
    if (narrow.words(name).trim() !== words) return hasLines(wide.words(name), words) ? 'there' : 'changed'
    const prepared: ReturnType<Text['prepare']>[] = []
    try {
      // Only the words as they are now: what was deleted before must not come along.
      prepared.push(wide.prepare((doc) => put(doc, name, words, { from, at: now() })))
      prepared.push(narrow.prepare((doc) => doc.getText(name).delete(0, doc.getText(name).length)))
      const texts = prepared.map(({ row }) => row).filter((row) => row !== null)
      if (await commit(texts.map((row) => (key !== null && ownText.is(row.text) ? closed(key, row) : row)))) {
        for (const { show } of prepared) show()
        return 'moved'
      }
    } catch (problem) {
      // What stays behind in either text would be missing on disk from all that follows.
      for (const { drop } of prepared) drop()
      throw problem
    }
    for (const { drop } of prepared) drop()
    return 'not-stored'
  }

  return {
    shared,
    text,
    openOwn: (seat, key) => {
      if (sealed) return null
      const text = own.get(seat)?.text ?? open(seat, key)
      if (text === null) return null
      const opened = own.get(seat) ?? { text, key, readers: 0 }
      opened.readers += 1
      own.set(seat, opened)
      return text
    },
    leftOwn,
    takeOwn: (taken) => {
      if (!sealed) for (const row of taken) add(row)
    },
    widen: async (seat, line, wider) => {
      const [narrow, wide] = [text(wider.from, seat), text(wider.to, seat)]
      if (narrow === null || wide === null) return 'not-stored'
      // As one of its readers, so that its text is not let go meanwhile, and another one opened beside it.
      const opened = wider.from === 'own' ? own.get(seat) : undefined
      if (opened) opened.readers += 1
      try {
        // Always the narrower one first, so that two never wait for each other.
        return await narrow.hold(() => wide.hold(() => move([narrow, wide], opened?.key ?? null, lineName(line), wider)))
      } finally {
        if (opened) leftOwn(seat)
      }
    },
    says: (words, by) =>
      linesOf('room').some((line) => line.by === by && words !== '' && shared.room.words(lineName(line)).trim() === words),
    seal: async () => {
      sealed = true
      const left = [...own.values()]
      own.clear()
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

/** Whether these words stand there as whole lines, as `put` puts them. */
const hasLines = (there: string, words: string): boolean => `\n${there}\n`.includes(`\n${words}\n`)

const put = (doc: Y.Doc, name: string, words: string, note: { from: IntakeCircle; at: number }): void => {
  const there = doc.getText(name)
  there.insert(there.length, there.length === 0 ? words : `\n${words}`)
  doc.getMap(sharedMap).set(name, note)
}
