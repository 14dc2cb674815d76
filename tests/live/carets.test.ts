/** Where the other one writes: what is no place in a text is passed on to nobody, and takes no page down. */

import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { indexOf } from '../../client/session/useCarets.ts'
import { createCarets } from '../../server/text/carets.ts'

const [wim, line] = [11, 'awake.owner']
const lines = new Set([line])
const said = (state: unknown): Uint8Array => {
  const encoder = createEncoder()
  writeVarUint(encoder, 1)
  writeVarUint(encoder, wim)
  writeVarUint(encoder, 1)
  writeVarString(encoder, JSON.stringify(state))
  return toUint8Array(encoder)
}
const hear = (carets: ReturnType<typeof createCarets>, state: unknown) => carets.line('owner').hear(new Set([wim]), said(state))
const doc = new Y.Doc()
doc.clientID = wim
doc.getText(line).insert(0, 'Dat niemand er meer durft te lopen.')
const letter = (clock: number, client = wim) => ({ item: { client, clock } })

it.each([
  ['nowhere', {}],
  ['nowhere, in so many words', { item: null, tname: null, type: null }],
  ['a letter before the first one', letter(-1)],
  ['a letter of nobody', letter(0, -1)],
  ['a letter that cannot be counted', letter(2 ** 60)],
  ['a nested text', { type: { client: wim, clock: 0 } }],
  ['the end of another text', { tname: 'shared' }],
])('R5 N4 %s is no place: it is not passed on', (_, head) => {
  const carets = createCarets(lines, () => 0)
  for (const [anchor, there] of [
    [head, letter(3)],
    [letter(3), head],
  ])
    expect(() => hear(carets, { line, anchor, head: there })).toThrow()
  expect(carets.all()).toBeNull()
})

it('N4 what pages tell is passed on: a letter, the end of the text, and a letter that is on its way', () => {
  const carets = createCarets(lines, () => 0)
  const text = doc.getText(line)
  for (const index of [0, 7, text.length]) {
    const head = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index))
    expect(hear(carets, { line, anchor: head, head })).not.toBeNull()
    expect(indexOf(head, doc)).toBe(index)
  }
  expect(hear(carets, { line, anchor: letter(9999), head: letter(9999) })).not.toBeNull()
})

it.each([[{}], [letter(-1)], [letter(9999)], [{ type: { client: wim, clock: 0 } }], [{ item: 'x' }], [null], [undefined]])(
  'R5 N4 a page shows no caret for %j, and stays as it is',
  (head) => {
    expect(indexOf(head, doc)).toBeNull()
  },
)

it('N4 where the other one writes is seen again at once by pages that stayed open while the server was started anew', () => {
  const page = new Awareness(new Y.Doc())
  const show = (frame: Uint8Array | null) => {
    const decoder = createDecoder(frame!)
    readVarUint(decoder)
    applyAwarenessUpdate(page, readVarUint8Array(decoder), 'server')
  }
  const before = createCarets(lines, () => 1000)
  for (let clock = 0; clock < 30; clock++) show(hear(before, { line, anchor: letter(clock), head: letter(clock) }))
  show(
    hear(
      createCarets(lines, () => 2500),
      { line, anchor: letter(3), head: letter(3) },
    ),
  )
  expect(page.getStates().get(wim)).toMatchObject({ head: letter(3), role: 'owner' })
  page.destroy()
})
