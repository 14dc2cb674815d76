import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { expect, it } from 'vitest'
import { readSyncMessage } from 'y-protocols/sync'
import * as Y from 'yjs'
import { step1Frame } from '../../server/live/frames.ts'
import { closes } from '../../shared/wire/closes.ts'
import { circleText, type TextName } from '../../shared/wire/messages.ts'
import { claim, join, type Phone } from '../support/phone.ts'
import { saved } from '../support/saved.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 20_000 }
const stage = 'text/stage'
const words = (who: Phone, name: TextName = stage): string => who.opened(name).doc.getText('text').toString()
const synced = (...all: Phone[]) => expect.poll(() => all.every((who) => who.opened(stage).provider.synced), soon).toBe(true)
const programme = [{ kind: 'write' as const }, { kind: 'plenary' as const }]

/** Where WebSocket is blocked: the same frames over Socket.io. */
const readByEvent = async ({ socket, hello }: Phone): Promise<Y.Doc> => {
  const [doc, document] = [new Y.Doc(), hello().documents[stage]!]
  socket.on('doc', ({ data }) => {
    const decoder = decoding.createDecoder(Buffer.from(data, 'base64'))
    if (decoding.readVarUint(decoder) === 0) readSyncMessage(decoder, encoding.createEncoder(), doc, null)
  })
  expect(await socket.emitWithAck('doc', { document, data: null })).toEqual({ ok: true })
  await socket.emitWithAck('doc', { document, data: Buffer.from(step1Frame(Y.encodeStateVector(doc))).toString('base64') })
  return doc
}

const room = async () => {
  const server = await startServer()
  const made = await server.makePlein(programme, { ownerAdopts: true })
  const [joost, wim, beamer] = [
    await claim(server, 'Joost', made.links.coach),
    await claim(server, 'Wim', made.links.owner),
    await claim(server, 'Beamer', made.links.screen),
  ]
  const [fatma, ria] = [await join(server, 'Fatma', made), await join(server, 'Ria', made)]
  return { server, made, joost, wim, beamer, fatma, ria }
}

it('W1 L4 the room sees the letters come, by either way; a phase change and a restart take none of them away', async () => {
  const { server, joost, wim, beamer, fatma, ria } = await room()
  joost.open('board')
  for (const who of [wim, joost, beamer, fatma]) who.open(stage)
  await synced(wim, joost, beamer, fatma)
  const carried = await readByEvent(ria)
  wim.opened(stage).doc.getText('text').insert(0, 'Van wie')
  expect(await joost.ask({ type: 'plein.open' })).toMatchObject({ ok: true })
  for (const who of [joost, beamer, fatma]) await expect.poll(() => words(who), soon).toBe('Van wie')
  await expect.poll(() => carried.getText('text').toString(), soon).toBe('Van wie')
  wim.opened(stage).doc.getText('text').insert(7, ' is')
  expect(await joost.ask({ type: 'phase.next' })).toMatchObject({ ok: true })
  wim.opened(stage).doc.getText('text').insert(10, ' de kade')
  await server.restart()
  await synced(wim, joost, fatma)
  wim.opened(stage).doc.getText('text').insert(18, '?')
  for (const who of [joost, beamer, fatma]) await expect.poll(() => words(who), soon).toBe('Van wie is de kade?')
  expect(await joost.ask({ type: 'text.earlier', stage: true })).toEqual({ ok: true, earlier: [] })
})

it('W1 who reads along writes no letter in it: not a phone, not the screen', async () => {
  const { made, server, wim, beamer, fatma } = await room()
  for (const who of [wim, beamer, fatma]) who.open(stage)
  await synced(wim, beamer, fatma)
  wim.opened(stage).doc.getText('text').insert(0, 'Echt')
  await expect.poll(() => words(fatma), soon).toBe('Echt')
  for (const who of [fatma, beamer]) {
    who.opened(stage).doc.getText('text').insert(0, 'Vals')
    await expect.poll(() => who.opened(stage).closes, soon).toEqual([closes.forbidden])
    expect(who.told.saved).toEqual([])
    expect(who.hello().textClient).toBeNull()
  }
  const late = await join(server, 'Samir', made)
  late.open(stage)
  await expect.poll(() => words(late), soon).toBe('Echt')
})

it('W1 S1 nothing of the draft or the intake stands in it', async () => {
  const { joost, wim, fatma, beamer } = await room()
  const names = ['text/draft', circleText('own'), circleText('coaches'), circleText('room')] as const
  for (const name of names) wim.open(name)
  await expect.poll(() => names.every((name) => wim.opened(name).provider.synced), soon).toBe(true)
  for (const [at, name] of names.entries())
    wim
      .opened(name)
      .doc.getText(name === 'text/draft' ? 'text' : 'afraid.owner')
      .insert(0, `PIEP-${at}`)
  await expect.poll(() => names.every((name) => saved(wim, name)), soon).toBe(true)
  for (const who of [wim, fatma, beamer, joost]) who.open(stage)
  await synced(wim, fatma, beamer, joost)
  wim.opened(stage).doc.getText('text').insert(0, 'Dit mag de zaal lezen')
  for (const who of [fatma, beamer, joost]) {
    await expect.poll(() => words(who), soon).toBe('Dit mag de zaal lezen')
    expect(Buffer.concat(who.received).includes('PIEP-')).toBe(false)
  }
  expect(Buffer.from(Y.encodeStateAsUpdate(fatma.opened(stage).doc)).includes('PIEP-')).toBe(false)
})

it('W2 what is adopted as written before the room stood there, word for word', async () => {
  const { joost, wim } = await room()
  const board = joost.open('board')
  wim.open(stage)
  await synced(wim)
  wim.opened(stage).doc.getText('text').insert(0, ' Van wie is de kade? ')
  await expect.poll(() => saved(wim, stage), soon).toBe(true)
  const adopt = (text: string) => wim.ask({ type: 'framing.adopt', text, sources: [], form: 'room' })
  expect(await adopt('Van wie is de kade?')).toMatchObject({ ok: false, error: { code: 'not-now' } })
  expect(await joost.ask({ type: 'plein.open' })).toMatchObject({ ok: true })
  expect(await adopt('Van wie is de kade')).toMatchObject({ ok: false, error: { code: 'stage-differs' } })
  expect(await adopt('Van wie is de kade?')).toMatchObject({ ok: true })
  const last = () =>
    [...board.doc.getMap<{ order: number; form?: string; by: string }>('framings').values()].find(({ order }) => order === 1)
  await expect.poll(last, soon).toMatchObject({ form: 'room', by: 'owner', text: 'Van wie is de kade?' })
  expect(words(wim)).toBe(' Van wie is de kade? ')
})
