/** Who slept gets what was missed: all of it, in about as many bytes, and without the words that came and went meanwhile. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocuments, type Documents } from '../../server/live/documents.ts'
import { readFrame } from '../../server/live/frames.ts'
import { createMissed } from '../../server/live/missed.ts'
import { createText } from '../../server/text/texts.ts'
import type { Write } from '../../shared/wire/documents.ts'
import { enough, runs } from '../support/runs.ts'

const read = (doc: Y.Doc, frame: Uint8Array): void => {
  const said = readFrame(frame)
  if (said?.kind !== 'step2' && said?.kind !== 'update') throw new Error('no update')
  Y.applyUpdate(doc, said.update)
}
const missing = ({ snapshots }: Documents, doc: Y.Doc): Uint8Array => snapshots.board.missing(Y.encodeStateVector(doc))
const contents = (doc: Y.Doc): unknown => ['ideas', 'places', 'meta'].map((name) => doc.getMap(name).toJSON())
const bytes = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')

type Deed = { map: 'ideas' | 'places'; key: string; value: string | undefined }
const deed: fc.Arbitrary<Deed> = fc.record({
  map: fc.constantFrom('ideas' as const, 'places' as const),
  key: fc.nat({ max: 8 }).map((number) => `idea-${number}`),
  value: fc.option(fc.string({ maxLength: 6 }), { nil: undefined }),
})
const turns = fc.array(fc.array(deed, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 40 })

/** As a room writes: a version at the end of every turn. */
const writer = (documents: Documents) => {
  let v = 0
  return (deeds: readonly Deed[]): Uint8Array => {
    const writes = deeds.map(({ map, key, value }): Write => ({ document: 'board', map, key, value }))
    const [heard] = documents.write([...writes, { document: 'board', map: 'meta', key: 'v', value: ++v }])
    return heard!.frame
  }
}

it('L3 who slept while something was only taken away, and after that something was written, hears of both', () => {
  const doc = new Y.Doc()
  doc.clientID = 7
  const missed = createMissed(doc, 7)
  doc.on('afterTransaction', missed.wrote)
  const ideas = doc.getMap('ideas')
  ideas.set('bank', 'Meer bankjes')
  ideas.set('boom', 'Meer bomen')
  const asleep = Y.getState(doc.store, 7)
  const sleeper = new Y.Doc()
  Y.applyUpdate(sleeper, Y.encodeStateAsUpdate(doc))
  ideas.delete('bank')
  // At the moment of the deletion itself the clock says nothing: that is for Yjs.
  expect(missed.since(asleep)).toBe(null)
  ideas.set('vijver', 'Een vijver')
  Y.applyUpdate(sleeper, missed.since(asleep)!)
  expect(sleeper.getMap('ideas').toJSON()).toEqual({ boom: 'Meer bomen', vijver: 'Een vijver' })
})

it('L3 who was away while words of a co-written text were only taken away has them no more when it is back', async () => {
  const [away, other] = [new Y.Doc(), new Y.Doc()]
  const store = { commit: async () => ({ ok: true as const }) }
  const text = createText({
    plein: 'plein',
    log: { error: () => undefined },
    seatOf: () => null,
    name: 'draft',
    stored: [],
    store,
    now: () => 0,
    frame: () => undefined,
  })
  const by = { seat: 'seat-wim', clients: new Set([other.clientID]), owe: () => undefined }
  other.getText('text').insert(0, 'Van wie is het plein?')
  expect(await text.write(by, Y.encodeStateAsUpdate(other))).toBe('saved')
  read(away, text.missing(Y.encodeStateVector(away)))
  other.getText('text').delete(0, 8)
  expect(await text.write(by, Y.encodeStateAsUpdate(other, Y.encodeStateVector(other)))).toBe('saved')
  read(away, text.missing(Y.encodeStateVector(away)))
  expect(away.getText('text').toString()).toBe('is het plein?')
})

describe('after a sleep', () => {
  it('L3 whenever a phone fell asleep, and for how long, it has the same document as one that was awake, byte for byte', () => {
    let slept = 0
    fc.assert(
      fc.property(turns, fc.infiniteStream(fc.nat({ max: 3 })), (all, chance) => {
        const documents = createDocuments()
        const write = writer(documents)
        const [awake, sleeper] = [new Y.Doc(), new Y.Doc()]
        for (const deeds of all) {
          read(awake, write(deeds))
          if (chance.next().value !== 0) continue
          slept += 1
          read(sleeper, missing(documents, sleeper))
          expect(bytes(sleeper)).toBe(bytes(awake))
        }
        read(sleeper, missing(documents, sleeper))
        const fresh = new Y.Doc()
        read(fresh, missing(documents, fresh))
        expect(contents(sleeper)).toEqual(contents(documents.docs.board))
        expect(bytes(sleeper)).toBe(bytes(fresh))
      }),
      { numRuns: runs(500) },
    )
    expect(slept).toBeGreaterThan(enough(300))
  })

  it('L3 who slept through 200 changes of a full board gets at most 1.2 times their bytes', () => {
    const documents = createDocuments()
    const write = writer(documents)
    const idea = (number: number, value: string): Deed => ({ map: 'ideas', key: `idea-${number}`, value })
    for (let number = 0; number < 1000; number++) write([idea(number, `Een bus die ook 's nachts rijdt, nummer ${number}`)])
    for (let number = 0; number < 2000; number++) write([{ map: 'places', key: `idea-${number % 1000}`, value: `groep-${number % 7}` }])
    const phone = new Y.Doc()
    const whole = missing(documents, phone)
    read(phone, whole)
    const changes = Array.from({ length: 200 }, (_, number) =>
      write(
        number % 2 === 0
          ? [idea(1000 + number, `Nog een idee over de haven, ${number}`)]
          : [{ map: 'places', key: `idea-${number * 3}`, value: `groep-${number % 5}` }],
      ),
    )
    const told = changes.reduce((sum, { byteLength }) => sum + byteLength, 0)
    const got = missing(documents, phone)
    expect(got.byteLength).toBeLessThan(told * 1.2)
    expect(got.byteLength).toBeLessThan(whole.byteLength / 4)
    read(phone, got)
    expect(contents(phone)).toEqual(contents(documents.docs.board))
  })

  it('S1 words that came and went during a sleep are in no byte of what was missed', () => {
    const documents = createDocuments()
    const write = writer(documents)
    const phone = new Y.Doc()
    write([{ map: 'ideas', key: 'idea-1', value: 'Een bankje' }])
    read(phone, missing(documents, phone))
    write([{ map: 'ideas', key: 'idea-2', value: 'KANARIE' }])
    write([{ map: 'ideas', key: 'idea-2', value: undefined }])
    write([{ map: 'ideas', key: 'idea-1', value: 'Twee bankjes' }])
    const got = Buffer.from(missing(documents, phone))
    expect(got.includes('KANARIE')).toBe(false)
    expect(got.includes('Twee bankjes')).toBe(true)
  })

  it('a state vector of somebody else, of nobody, or from between two turns is answered as Yjs would', () => {
    const documents = createDocuments()
    const write = writer(documents)
    write([
      { map: 'ideas', key: 'idea-1', value: 'Een bankje' },
      { map: 'ideas', key: 'idea-2', value: 'Een boom' },
    ])
    write([{ map: 'ideas', key: 'idea-1', value: 'Twee bankjes' }])
    const { board } = documents.docs
    for (const clocks of [
      [[1, 1]],
      [[7, 4]],
      [
        [1, 3],
        [7, 4],
      ],
      [[1, 900]],
    ] as [number, number][][]) {
      const vector = Y.encodeStateVector(new Map(clocks))
      const said = readFrame(documents.snapshots.board.missing(vector))
      expect(said?.kind === 'step2' && [...said.update]).toEqual([...Y.encodeStateAsUpdate(board, vector)])
    }
    expect(() => documents.snapshots.board.missing(Uint8Array.of(255))).toThrow()
  })
})
