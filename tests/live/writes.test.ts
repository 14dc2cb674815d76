import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { step1Frame, step2Frame, updateFrame } from '../../server/live/frames.ts'
import { closes } from '../../shared/wire/closes.ts'
import { asToken, line } from '../support/line.ts'
import { claim, join, newId } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const graffiti = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.getMap('plein').set('title', 'Van mij')
  return Y.encodeStateAsUpdate(doc)
}

describe('what nobody may say on a document', () => {
  it('S1 a write on the board is closed, by the stock provider too, and nobody sees it', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const [fatma, ria] = [await join(server, 'Fatma', made), await join(server, 'Ria', made)]
    const [hers, other] = [fatma.open('board'), ria.open('board')]
    await expect.poll(() => hers.provider.synced && other.provider.synced).toBe(true)
    hers.doc.getMap('plein').set('title', 'Van mij')
    await expect.poll(() => hers.closes).toEqual([closes.forbidden])
    expect(hers.provider.shouldConnect).toBe(false)
    expect(ria.open('board').closes).toEqual([])
    await expect.poll(() => ria.opened('board').maps()['plein']?.['title']).toBe('Plein over het groen')
  })

  it('S1 the step 2 with which every provider answers is ignored, and the server never asks for it', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const fatma = await join(server, 'Fatma', made)
    const raw = await line(server, `/yjs/${made.id}/${fatma.hello().documents.board}`, asToken(fatma.token))
    raw.line.send(step1Frame(Uint8Array.of(0)))
    await expect.poll(() => raw.frames.length).toBe(1)
    raw.line.send(step2Frame(graffiti()))
    raw.line.send(Uint8Array.of(1, 1, 0))
    raw.line.send(step1Frame(Uint8Array.of(0)))
    await expect.poll(() => raw.frames.length).toBe(2)
    // Message 0 is sync, kind 0 would be a step 1.
    expect(raw.frames.map((frame) => [frame[0], frame[1]])).toEqual([
      [0, 1],
      [0, 1],
    ])
    expect(raw.frames[1]).toEqual(raw.frames[0])
  })

  it('R5 garbage, text frames, an awareness that says something and a false state vector close the line and nothing else', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const fatma = await join(server, 'Fatma', made)
    const bad: (Uint8Array | string)[] = [
      'hallo',
      Uint8Array.of(),
      Uint8Array.of(9, 9, 9),
      Uint8Array.of(0, 7, 0),
      Uint8Array.of(0, 0, 200),
      step1Frame(Uint8Array.of(255, 255, 255, 255)),
      updateFrame(graffiti()),
      Uint8Array.of(1, 13, 1, 1, 1, 9, ...Buffer.from('{"a":"b"}')),
      new Uint8Array(20_000),
    ]
    for (const said of bad) {
      const raw = await line(server, `/yjs/${made.id}/${fatma.hello().documents.board}`, asToken(fatma.token))
      raw.line.send(said)
      expect([closes.frame, closes.forbidden]).toContain(await raw.closed)
    }
    const monster = await line(server, `/yjs/${made.id}/${fatma.hello().documents.board}`, asToken(fatma.token))
    monster.line.send(new Uint8Array(200_000))
    expect(await monster.closed).toBe(1009)
    expect(await fatma.ask({ type: 'mine', keys: [] })).toMatchObject({ ok: false, error: { code: 'plein-not-open' } })
    const board = fatma.open('board')
    await expect.poll(() => board.provider.synced).toBe(true)
  })
})

describe('what was tried', () => {
  it('S1 is counted by its code for who watches the server, and says nothing of who or what', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const fatma = await join(server, 'Fatma', made)
    expect(await fatma.ask({ type: 'plein.open' })).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
    expect(await fatma.say({ id: newId(), type: 'Bloemenbuurt' })).toMatchObject({ ok: false, error: { code: 'unknown-command' } })
    const desk = fatma.hello().documents.board!.replace('board', 'desk')
    const closed = await line(server, `/yjs/${made.id}/${desk}`, asToken(fatma.token))
    expect(await closed.closed).toBe(closes.forbidden)
    const text = await (await fetch(`${server.origin}/metrics`)).text()
    expect(text).toMatch(/^pleinbord_refused_total\{code="not-allowed"\} 1$/m)
    expect(text).toMatch(/^pleinbord_refused_total\{code="unknown-command"\} 1$/m)
    expect(text).toMatch(/^pleinbord_document_lines_closed_total\{code="4403"\} 1$/m)
    for (const secret of [made.id, fatma.token, 'Bloemenbuurt', '127.0.0.1']) expect(text).not.toContain(secret)
  })
})

describe('what is no command', () => {
  it('R5 is answered with a named error and changes nothing', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const joost = await claim(server, 'Joost', made.links.coach)
    joost.open('board')
    const id = newId()
    const wrong: [unknown, string][] = [
      [null, 'bad-command'],
      [[], 'bad-command'],
      ['plein.open', 'bad-command'],
      [{ type: 'plein.open' }, 'bad-command'],
      [{ id: 'x', type: 'plein.open' }, 'bad-command'],
      [{ id, type: 'constructor' }, 'unknown-command'],
      [{ id, type: 'plein.explode' }, 'unknown-command'],
      [{ id, type: 'time.passed' }, 'unknown-command'],
      [{ id, type: 'plein.open', extra: 1 }, 'bad-command'],
      [{ id, type: 'plein.set', title: 'x'.repeat(65_600) }, 'bad-command'],
      [{ id, type: 'plein.set', settings: { address: 'http://10.255.255.1:1' } }, 'bad-command'],
    ]
    for (const [message, code] of wrong)
      expect(await joost.say(message), JSON.stringify(message)?.slice(0, 80)).toMatchObject({
        ok: false,
        error: { code, message: expect.any(String) },
      })
      // Without somebody to answer there is nothing to do; the line stays.
    ;(joost.socket as unknown as { emit(event: string, ...said: unknown[]): void }).emit(
      'command',
      { id, type: 'plein.open' },
      'no function',
    )
    ;(joost.socket as unknown as { emit(event: string, ...said: unknown[]): void }).emit('doc', null)
    expect(await joost.ask({ type: 'plein.open' })).toMatchObject({ ok: true })
    await expect.poll(() => joost.opened('board').maps()['plein']).toMatchObject({ stage: 'open', title: 'Plein over het groen' })
  })
})
