/** The first picture of a document over HTTP: the same as by its line, packed, for the same people, and never of a moment that is over. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocuments } from '../../server/live/documents.ts'
import { pictureOf } from '../../server/live/picture.ts'
import type { Place } from '../../server/live/place.ts'
import { closes } from '../../shared/wire/closes.ts'
import { claim, join } from '../support/phone.ts'
import { askPicture, docOf, fillBoard, type Got, unpacked } from '../support/picture.ts'
import { maps } from '../support/replica.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 15_000 }
const problem = ({ status, bytes }: Got): [number, string] => [status, (JSON.parse(bytes.toString()) as { code: string }).code]

const meeting = async (ideas: number) => {
  const server = await startServer({ LIMIT_BURST_COACH: '1000', LIMIT_DOWNLOADS_PHONE: '60' })
  const made = await server.makePlein([{ kind: 'ideas' }])
  const joost = await claim(server, 'Joost', made.links.coach)
  const filled = await fillBoard(joost, ideas)
  const fatma = await join(server, 'Fatma', made)
  return { server, made, joost, fatma, ...filled }
}

describe('L3 the first picture of a document', () => {
  it('is the document that its line brings, in brotli, in gzip or as it is', async () => {
    const { server, joost, fatma } = await meeting(60)
    expect(fatma.hello().large).toEqual(['board'])
    const board = fatma.open('board')
    await expect.poll(() => board.provider.synced, soon).toBe(true)
    const want = { token: fatma.token, plein: fatma.plein, document: fatma.hello().documents.board! }
    const ways = { 'gzip, deflate, br': 'br', gzip: 'gzip', 'br;q=0, gzip': 'gzip', identity: undefined }
    const whole = Y.encodeStateAsUpdate(board.doc)
    for (const [accept, packing] of Object.entries(ways)) {
      const got = await askPicture(server.origin, { ...want, accept })
      expect(got.status, got.bytes.toString()).toBe(200)
      expect(got.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'cache-control': 'no-store' })
      expect(got.headers['vary']).toBe('Accept-Encoding, Authorization')
      expect(got.headers['content-encoding']).toBe(packing)
      expect([...unpacked(got)]).toEqual([...whole])
      if (packing) expect(got.bytes.byteLength).toBeLessThan(whole.byteLength / 2)
    }
    const desk = await askPicture(server.origin, { token: joost.token, plein: joost.plein, document: joost.hello().documents.desk! })
    const line = joost.open('desk')
    await expect.poll(() => line.provider.synced, soon).toBe(true)
    expect(maps(docOf(desk.bytes))).toEqual(line.maps())
  })

  it('is for whom its line is, and says what is wrong by name', async () => {
    const { server, made, joost, fatma } = await meeting(1)
    const ask = (token: string, document: string, plein = made.id) => askPicture(server.origin, { token, plein, document })
    const { board } = fatma.hello().documents
    const { desk } = joost.hello().documents
    const draft = joost.hello().documents['text/draft']
    const [wim, beamer] = [await claim(server, 'Wim', made.links.owner), await claim(server, 'Beamer', made.links.screen)]
    for (const { token } of [joost, fatma, wim, beamer]) expect((await ask(token, board!)).status).toBe(200)
    for (const { token } of [fatma, wim, beamer]) expect(problem(await ask(token, desk!))).toEqual([403, 'not-allowed'])
    // Prose has a line of its own, and no other way.
    expect(problem(await ask(joost.token, draft!))).toEqual([403, 'not-allowed'])
    expect(problem(await ask(fatma.token, 'board'))).toEqual([404, 'not-found'])
    expect(problem(await ask(fatma.token, 'board~older.1.1'))).toEqual([404, 'document-renewed'])
    expect(problem(await ask('x'.repeat(43), board!))).toEqual([401, 'token-unknown'])
    const elsewhere = await join(server, 'Samir', await server.makePlein())
    expect(problem(await ask(elsewhere.token, board!))).toEqual([403, 'not-allowed'])
    expect(problem(await ask(fatma.token, board!, 'nergens'))).toEqual([403, 'not-allowed'])
    await fetch(`${server.origin}/api/v1/leave`, { method: 'POST', headers: { Authorization: `Bearer ${fatma.token}` } })
    expect(problem(await ask(fatma.token, board!))).toEqual([401, 'token-unknown'])
    expect(server.log()).not.toContain(beamer.token)
  })

  it('is rationed by seat', async () => {
    const server = await startServer({ LIMIT_DOWNLOADS_PHONE: '2' })
    const made = await server.makePlein()
    const [ria, samir] = [await join(server, 'Ria', made), await join(server, 'Samir', made)]
    const ask = ({ token }: typeof ria) => askPicture(server.origin, { token, plein: made.id, document: ria.hello().documents.board! })
    for (const status of [200, 200, 429]) expect((await ask(ria)).status).toBe(status)
    expect((await ask(samir)).status).toBe(200)
  })

  it('S1 holds nothing that was hidden or withdrawn before it was asked for', async () => {
    const { server, joost, fatma, phase } = await meeting(60)
    const [hidden, withdrawn] = ['kanarie-verborgen-7c1', 'kanarie-ingetrokken-e40']
    const { idea } = (await joost.ask({ type: 'idea.enter', as: 'idea', text: hidden, phase })) as unknown as { idea: string }
    const key = fatma.key('ingetrokken')
    expect(await fatma.ask({ type: 'idea.post', key, as: 'idea', text: withdrawn, phase, open: true })).toMatchObject({ ok: true })
    const want = { token: fatma.token, plein: fatma.plein, document: fatma.hello().documents.board! }
    const read = async (accept: string) => unpacked(await askPicture(server.origin, { ...want, accept })).toString('latin1')
    for (const words of [hidden, withdrawn]) expect(await read('br')).toContain(words)
    // Whoever asks all the time finds each version packed or in the midst of it.
    let going = true
    const others = [1, 2, 3].map(async () => {
      while (going) await askPicture(server.origin, { ...want, token: joost.token, accept: 'br' })
    })
    expect(await joost.ask({ type: 'idea.hide', ideas: [idea] })).toMatchObject({ ok: true })
    for (const accept of ['br', 'gzip', 'identity']) expect(await read(accept)).not.toContain(hidden)
    expect(await fatma.ask({ type: 'idea.withdraw', key })).toMatchObject({ ok: true })
    for (const accept of ['br', 'gzip', 'identity']) expect(await read(accept)).not.toContain(withdrawn)
    going = false
    await Promise.all(others)
  })
})

/** A room with documents of its own, that this test writes between two of its steps. */
const bench = () => {
  const documents = createDocuments()
  const here = { seat: true, name: 'board~a' }
  const room = {
    seat: () => here.seat,
    documents: () => ({ board: here.name }),
    document: () => documents.snapshots.board,
  }
  const write = (key: string, value: string | undefined) => documents.write([{ document: 'board', map: 'ideas', key, value }])
  const ask = (packing: 'br' | 'gzip') =>
    pictureOf({ room } as unknown as Pick<Place, 'room'>, { seat: 's', role: 'participant' }, 'board~a', packing)
  return { here, write, ask, documents, room }
}

describe('S1 a picture that is overtaken while it is packed', () => {
  const words = 'Dit had niemand mogen lezen'
  it('is packed anew: what was hidden meanwhile does not travel', async () => {
    for (const packing of ['br', 'gzip'] as const) {
      const { write, ask, documents } = bench()
      write('a', words)
      write('b', 'Een bank bij het water')
      const asked = ask(packing)
      write('a', undefined)
      const got = await asked
      if (typeof got === 'number') throw new Error(`refused: ${got}`)
      expect(got.packing).toBe(packing)
      const update = unpacked({ headers: { 'content-encoding': packing }, bytes: Buffer.from(got.body) })
      expect(update.includes(words)).toBe(false)
      expect(docOf(update).getMap('ideas').toJSON()).toEqual(documents.docs.board.getMap('ideas').toJSON())
    }
  })

  it('goes as it is at last when the board never rests, and is current then', async () => {
    const { write, ask, documents, room } = bench()
    let turn = 0
    room.document = () => {
      turn += 1
      write('a', `${words} ${turn}`)
      return documents.snapshots.board
    }
    const got = await ask('br')
    if (typeof got === 'number') throw new Error(`refused: ${got}`)
    expect(got.packing).toBe('identity')
    expect(docOf(got.body).getMap('ideas').toJSON()).toEqual({ a: `${words} ${turn}` })
  })

  it('is refused when its reader went or the document got another name', async () => {
    const { here, write, ask } = bench()
    write('a', words)
    const renewed = ask('br')
    here.name = 'board~b'
    expect(await renewed).toBe(closes.epoch)
    here.name = 'board~a'
    const revoked = ask('gzip')
    here.seat = false
    expect(await revoked).toBe(closes.token)
  })

  it('is packed once for all who ask for the same one', async () => {
    const { write, ask } = bench()
    write('a', words)
    const [one, other] = await Promise.all([ask('br'), ask('br')])
    expect(one).toEqual(other)
    expect((one as { body: unknown }).body).toBe((other as { body: unknown }).body)
    write('a', 'Nieuw')
    expect(((await ask('br')) as { body: unknown }).body).not.toBe((one as { body: unknown }).body)
  })
})
