/** An answer of the intake that goes to a wider circle: the words that were read, by whose they are, noted where nobody can write. */
import { toUint8Array, writeVarUint } from 'lib0/encoding'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { updateFrame } from '../../server/live/frames.ts'
import { closes } from '../../shared/wire/closes.ts'
import { circleText } from '../../shared/wire/messages.ts'
import { connect, newId } from '../support/phone.ts'
import { onDisk, read, soon, stored, talk, widen, write } from '../support/talk.ts'

it('N3 an answer goes further only by whose it is, after a yes, as it reads now; the other one is told and it stays noted', async () => {
  const { server, wim, joost } = await talk()
  for (const circle of ['coaches', 'room'] as const) joost.open(circleText(circle))
  await write(wim, 'own', 'afraid.owner', 'dat de wethouder gelijk heeft')
  const text = wim.opened(circleText('own')).doc.getText('afraid.owner')
  text.delete(0, text.length)
  await stored(wim, 'own')
  await write(wim, 'own', 'afraid.owner', 'dat het nooit meer goed komt')

  expect(await widen(wim, 'owner', 'own', 'coaches', 'dat het nooit meer goed komt', { confirmed: false })).toMatchObject({
    ok: false,
    error: { code: 'not-confirmed' },
  })
  expect(await widen(wim, 'owner', 'coaches', 'own', 'dat')).toMatchObject({ ok: false, error: { code: 'circle-not-wider' } })
  expect(await widen(wim, 'coach', 'coaches', 'room', 'dat')).toMatchObject({ ok: false, error: { code: 'line-of-another' } })
  expect(read(joost, 'coaches', 'afraid.owner')).toBe('')
  expect(await widen(wim, 'owner', 'own', 'coaches', 'dat het nooit meer goed komt')).toMatchObject({ ok: true })
  await expect.poll(() => read(joost, 'coaches', 'afraid.owner'), soon).toBe('dat het nooit meer goed komt')
  await expect.poll(() => read(wim, 'own', 'afraid.owner'), soon).toBe('')
  await expect
    .poll(() => joost.told.notices, soon)
    .toContainEqual({ notice: 'intake-widened', question: 'afraid', by: 'owner', circle: 'coaches' })
  expect(joost.opened(circleText('coaches')).doc.getMap('shared').get('afraid.owner')).toMatchObject({ from: 'own' })
  expect(Buffer.concat(joost.received).includes('wethouder')).toBe(false)

  // A second time it is added, and nothing that stood there is lost.
  await write(joost, 'room', 'afraid.owner', 'al in de zaal')
  expect(await widen(joost, 'owner', 'coaches', 'room', 'dat het nooit meer goed komt')).toMatchObject({
    ok: false,
    error: { code: 'line-of-another' },
  })
  expect(await widen(wim, 'owner', 'coaches', 'room', 'dat het nooit meer goed komt')).toMatchObject({ ok: true })
  await expect.poll(() => read(joost, 'room', 'afraid.owner'), soon).toBe('al in de zaal\ndat het nooit meer goed komt')
  await server.restart()
  const again = await connect(server, 'Wim', wim)
  await expect.poll(() => read(again, 'room', 'afraid.owner'), soon).toBe('al in de zaal\ndat het nooit meer goed komt')
  await write(again, 'room', 'afraid.owner', '.')
})

it('N3 S1 a yes that arrives late takes the words that were read before it, and none that were written since', async () => {
  const { server, wim, joost } = await talk()
  joost.open(circleText('coaches'))
  await write(wim, 'own', 'afraid.owner', 'dat ik het niet kan')
  // The yes is on its way, the line is away, and the owner writes on.
  await write(wim, 'own', 'afraid.owner', ' en dat de wethouder dat weet')
  const changed = { ok: false, error: { code: 'line-changed', remedy: 'rejected' } }
  const late = { id: newId() }
  for (const _ of ['first', 'again'])
    expect(await widen(wim, 'owner', 'own', 'coaches', 'dat ik het niet kan', late)).toMatchObject(changed)
  expect(read(wim, 'own', 'afraid.owner')).toBe('dat ik het niet kan en dat de wethouder dat weet')

  // Its answer is lost, and the owner writes the next thing: the same yes again moves nothing.
  const yes = { id: newId() }
  const words = 'dat ik het niet kan en dat de wethouder dat weet'
  expect(await widen(wim, 'owner', 'own', 'coaches', words, yes)).toMatchObject({ ok: true })
  await expect.poll(() => read(wim, 'own', 'afraid.owner'), soon).toBe('')
  await write(wim, 'own', 'afraid.owner', 'en mijn vrouw ook')
  expect(await widen(wim, 'owner', 'own', 'coaches', words, yes)).toMatchObject({ ok: true })
  // As after a server that ended between the words and its answer: nothing knows that id.
  expect(await widen(wim, 'owner', 'own', 'coaches', words)).toMatchObject({ ok: true })
  expect(await widen(wim, 'owner', 'own', 'coaches', 'dat ik het niet kan')).toMatchObject(changed)
  expect(read(wim, 'own', 'afraid.owner')).toBe('en mijn vrouw ook')
  await expect.poll(() => read(joost, 'coaches', 'afraid.owner'), soon).toBe(words)
  expect(Buffer.concat(joost.received).includes('vrouw')).toBe(false)
  expect(onDisk(server.folder).includes('vrouw')).toBe(false)
  expect(server.log()).not.toContain('wethouder')

  // The other one wrote in it meanwhile: those are not the words that were read.
  await write(joost, 'coaches', 'afraid.owner', ', zegt hij')
  expect(await widen(wim, 'owner', 'coaches', 'room', words)).toMatchObject(changed)
})

it('N2 S1 what a refused yes was about is in no byte of the disk', async () => {
  const { server, wim } = await talk()
  await write(wim, 'own', 'afraid.owner', 'iets anders')
  expect(await widen(wim, 'owner', 'own', 'coaches', 'het kanariewoord staat nergens')).toMatchObject({ error: { code: 'line-changed' } })
  expect(onDisk(server.folder).includes('kanariewoord')).toBe(false)
  expect(server.log()).not.toContain('kanariewoord')
})

const inPlaceOf = (doc: Y.Doc, note: string): Uint8Array => {
  const there = (doc.getMap('shared') as unknown as { _map: Map<string, Y.Item> })._map.get(note)!
  const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
  const item = new Y.Item(id, null, there.id, null, null, null, null, new Y.ContentString('x'))
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  writeVarUint(rest, 1)
  writeVarUint(rest, 1)
  encoder.writeClient(id.client)
  writeVarUint(rest, id.clock)
  item.write(encoder, 0)
  writeVarUint(rest, 0)
  return toUint8Array(rest)
}

it('N3 R5 what the server notes beside an answer can be written or taken away by nobody', async () => {
  const { wim, joost } = await talk()
  await write(wim, 'coaches', 'afraid.owner', 'dat het nooit meer goed komt')
  expect(await widen(wim, 'owner', 'coaches', 'room', 'dat het nooit meer goed komt')).toMatchObject({ ok: true })
  for (const meddle of [
    (doc: Y.Doc) => doc.getMap('shared').set('afraid.owner', { from: 'coaches', at: 0 }),
    (doc: Y.Doc) => doc.getMap('shared').delete('afraid.owner'),
    (doc: Y.Doc) => doc.getText('iets anders').insert(0, 'x'),
  ]) {
    const opened = joost.open(circleText('room'))
    await expect.poll(() => opened.provider.synced && opened.doc.getMap('shared').has('afraid.owner'), soon).toBe(true)
    meddle(opened.doc)
    await expect.poll(() => opened.closes, soon).toContain(closes.frame)
  }
  // By hand, since no program writes so: letters that name the note as their neighbour would take its place.
  const forged = joost.open(circleText('room'))
  await expect.poll(() => forged.provider.synced && forged.doc.getMap('shared').has('afraid.owner'), soon).toBe(true)
  forged.provider.ws!.send(Buffer.from(updateFrame(inPlaceOf(forged.doc, 'afraid.owner'))))
  await expect.poll(() => forged.closes, soon).toContain(closes.frame)
  const fresh = wim.open(circleText('room'))
  await expect.poll(() => fresh.doc.getMap('shared').get('afraid.owner'), soon).toMatchObject({ from: 'coaches' })
  expect(fresh.doc.getText('iets anders').toString()).toBe('')
})
