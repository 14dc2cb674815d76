import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { claim, join, newId } from '../support/phone.ts'
import { maps } from '../support/replica.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 15_000 }

it('L3 a phone that slept gets what it missed and not the whole board again', async () => {
  const server = await startServer()
  const made = await server.makePlein([{ kind: 'ideas' }])
  const joost = await claim(server, 'Joost', made.links.coach)
  await joost.ask({ type: 'plein.open' })
  for (let count = 0; count < 60; count++)
    await joost.ask({ type: 'phase.insert', kind: 'pause', after: null, title: `Pauze nummer ${count}` })
  const fatma = await join(server, 'Fatma', made)
  const board = fatma.open('board')
  await expect.poll(() => board.provider.synced, soon).toBe(true)
  const whole = Y.encodeStateAsUpdate(board.doc).byteLength

  board.provider.disconnect()
  await joost.ask({ type: 'door.set', locked: true })
  board.frames.length = 0
  board.provider.connect()
  await expect.poll(() => board.maps()['plein']?.['doorLocked'], soon).toBe(true)
  const missed = board.frames.reduce((sum, bytes) => sum + bytes.byteLength, 0)
  expect(missed).toBeLessThan(whole / 4)

  board.provider.disconnect()
  await expect.poll(() => board.provider.wsconnected).toBe(false)
  board.frames.length = 0
  board.provider.connect()
  await expect.poll(() => board.provider.synced, soon).toBe(true)
  expect(board.frames.map(({ byteLength }) => byteLength)).toEqual([5])
})

it('L3 the frames by the event `doc` make the same document as those by WebSocket', async () => {
  const server = await startServer()
  const made = await server.makePlein([{ kind: 'ideas' }])
  const joost = await claim(server, 'Joost', made.links.coach)
  const samir = await join(server, 'Samir', made)
  const board = samir.open('board')
  const document = samir.hello().documents.board!
  const doc = new Y.Doc()
  const { readFrame, step1Frame, updateFrame } = await import('../../server/live/frames.ts')
  samir.socket.on('doc', ({ document: of, data }) => {
    const frame = readFrame(Buffer.from(data, 'base64'))
    if (of === document && (frame?.kind === 'update' || frame?.kind === 'step2')) Y.applyUpdate(doc, frame.update)
  })
  const say = (data: string | null, name = document) => samir.socket.emitWithAck('doc', { document: name, data })
  expect(await say(null)).toEqual({ ok: true })
  expect(await say(Buffer.from(step1Frame(Y.encodeStateVector(doc))).toString('base64'))).toEqual({ ok: true })
  await joost.ask({ type: 'plein.open' })
  await joost.ask({ type: 'phase.play', kind: 'pause', title: 'Koffie' })
  await expect.poll(() => maps(doc)['plein']?.['played'], soon).toHaveLength(2)
  await expect.poll(() => board.maps(), soon).toEqual(maps(doc))
  expect([...Y.encodeStateAsUpdate(doc)]).toEqual([...Y.encodeStateAsUpdate(board.doc)])

  expect(await say(null, 'board~older.1.1')).toEqual({ ok: false, code: 4409 })
  expect(await say(null, joost.hello().documents.desk)).toEqual({ ok: false, code: 4403 })
  expect(await say(Buffer.from(updateFrame(Y.encodeStateAsUpdate(doc))).toString('base64'))).toEqual({ ok: false, code: 4403 })
  expect(await say('AAA')).toEqual({ ok: false, code: 4404 })
  expect(await samir.ask({ type: 'mine', keys: [newId()] })).toMatchObject({ ok: true })
})
