/** The three places where bytes of strangers are read: what goes in first, how it is changed, and the product's own way in. */
import { readFileSync } from 'node:fs'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { tangled } from '../../../server/http/depth.ts'
import { imported } from '../../../server/http/schemas.ts'
import { readFrame, step1Frame, step2Frame, updateFrame } from '../../../server/live/frames.ts'
import { importOutcome } from '../../../server/outcome/import/import.ts'
import type { Outcome } from '../../../server/outcome/schema.ts'
import { memoryStore } from '../../../server/store/memory.ts'
import { createCarets } from '../../../server/text/carets.ts'
import { createText } from '../../../server/text/texts.ts'
import { world } from '../../../server/world.ts'
import { domainLimits } from '../../../shared/domain/world.ts'
import { parseCommand } from '../../../shared/wire/commands.ts'
import { samples } from '../../../tests/support/samples.ts'
import { type Change, changedBytes, changedJson } from './change.ts'

export type Door = {
  seeds: readonly Uint8Array[]
  change: Change
  /** Longer input is cut off before it gets here: the limit of the line, or what an import of this size may cost. Bytes. */
  longest: number
  /** Begins anew, so that an input finds always the same behind it. */
  open(): (input: Uint8Array) => void | Promise<void>
}

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return undefined
  }
}

/** A message of a phone, as Socket.io hands it over. */
const parser: Door = {
  seeds: Object.values(samples).map((sample) => json({ ...sample, id: 'proef-van-de-lezer-000001' })),
  change: changedJson,
  longest: 16_384,
  open: () => (input) => void parseCommand(parsed(input)),
}

const seat = { seat: 'wim', clients: new Set([11, 12]), owe: () => undefined }
/** What two pages of the owner wrote, letter by letter, and took away again. */
const written = (): Uint8Array[] => {
  const doc = new Y.Doc()
  doc.clientID = 11
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('text')
  for (const [at, word] of ['Van wie', ' is de', ' kade?'].entries()) text.insert(at * 6, word)
  doc.clientID = 12
  text.insert(3, 'é𝒳')
  text.delete(2, 5)
  return updates
}
const said = (): Uint8Array => {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, 1)
  encoding.writeVarUint(body, 11)
  encoding.writeVarUint(body, 1)
  encoding.writeVarString(body, JSON.stringify({ line: 'text', anchor: null, head: null }))
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, 1)
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(body))
  return encoding.toUint8Array(frame)
}

/** A frame of a co-written text, as the Yjs endpoint hands it over. */
const guard: Door = {
  seeds: [...written().flatMap((update) => [updateFrame(update), step2Frame(update)]), step1Frame(Uint8Array.of(1, 11, 4)), said()],
  change: changedBytes,
  longest: 65_536,
  open: () => {
    const stored = written().map((update) => ({ text: 'draft', update, at: 0 }))
    const text = createText({
      plein: 'proef',
      log: { error: () => undefined },
      seatOf: () => null,
      name: 'draft',
      stored,
      store: memoryStore(),
      now: () => 0,
      frame: () => undefined,
    })
    const caret = createCarets(new Set(['text']), () => 0).line('owner')
    return async (input) => {
      const frame = readFrame(input)
      if (frame === null) return
      if (frame.kind === 'step2' || frame.kind === 'update') return void (await text.write(seat, frame.update))
      try {
        if (frame.kind === 'step1') text.missing(frame.stateVector)
        else if (frame.update.byteLength > 1) caret.hear(seat.clients, frame.update)
      } catch {
        // The line is closed for it, see `server/live/reading.ts`.
      }
    }
  },
}

/** The body of `POST /api/v1/imports`. */
const imports: Door = {
  seeds: [json({ outcome: parsed(readFileSync(new URL('../../../docs/example/outcome.json', import.meta.url))) })],
  change: changedJson,
  longest: 131_072,
  open: () => {
    const now = world(domainLimits, () => Date.UTC(2026, 0, 1))
    return (input) => {
      if (tangled(input)) return
      const wish = imported.safeParse(parsed(input))
      if (wish.success) importOutcome({ outcome: wish.data.outcome as Outcome }, now)
    }
  },
}

export const doors: Readonly<Record<string, Door>> = { parser, guard, import: imports }
