import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { type Connection, openConnection } from '../../client/session/connection.ts'
import { makePace } from '../../client/session/pace.ts'
import { most, partsOf } from '../../client/session/textParts.ts'
import { objection } from '../../server/text/guard.ts'
import { claim } from '../support/phone.ts'
import { saved } from '../support/saved.ts'
import { startServer, type TestServer } from '../support/server.ts'

const soon = { timeout: 20_000 }
const words = (doc: Y.Doc): string => doc.getText('text').toString()

describe('L4 R5 an update in parts', () => {
  test('is the same text, and every part passes the guard of the server in its turn', () => {
    const typed = fc.array(
      fc.record({ at: fc.nat(), say: fc.constantFrom('é', '👩‍🌾', 'plein ', 'x'.repeat(5001), '🌳'.repeat(2600)), less: fc.nat(40) }),
      {
        minLength: 1,
        maxLength: 30,
      },
    )
    fc.assert(
      fc.property(typed, (edits) => {
        const base = new Y.Doc()
        base.clientID = 3
        base.getText('text').insert(0, 'Van wie is het plein?')
        const writer = new Y.Doc()
        writer.clientID = 7
        Y.applyUpdate(writer, Y.encodeStateAsUpdate(base))
        for (const { at, say, less } of edits) {
          const text = writer.getText('text')
          const from = at % (text.length + 1)
          text.delete(from, Math.min(less, text.length - from))
          text.insert(from, say)
        }
        for (const part of partsOf(Y.encodeStateAsUpdate(writer, Y.encodeStateVector(base)))) {
          expect(part.byteLength).toBeLessThan(most.bytes + 2000)
          expect(objection(base, part, new Set([7]))).toBeNull()
          Y.applyUpdate(base, part)
        }
        expect(words(base)).toBe(words(writer))
        expect([...Y.encodeStateVector(base)].sort()).toEqual([...Y.encodeStateVector(writer)].sort())
      }),
      { numRuns: 60 },
    )
  })

  test('of two thousand letters typed each in another place holds no more structs than are accepted', () => {
    const doc = new Y.Doc()
    doc.clientID = 7
    for (let count = 0; count < 2000; count++) doc.getText('text').insert(count % 2 === 0 ? 0 : Math.floor(count / 2), 'x')
    const server = new Y.Doc()
    for (const part of partsOf(Y.encodeStateAsUpdate(doc))) {
      expect(objection(server, part, new Set([7]))).toBeNull()
      Y.applyUpdate(server, part)
    }
    expect(words(server)).toBe(words(doc))
  })
})

describe('L4 a text that was typed without a line', () => {
  const page = async (server: TestServer, link: string): Promise<Connection> => {
    const { plein, token } = await claim(server, 'Wim', link)
    const connection = openConnection({ makePace, origin: server.origin, plein, token })
    onTestFinished(connection.close)
    await expect.poll(() => connection.documents.text('text/draft')?.ready, soon).toBe(true)
    return connection
  }
  const draft = (connection: Connection) => connection.documents.text('text/draft')!

  test('of 40 KiB comes in by parts, is told as saved, and what is typed as the line comes back is in it', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const wim = await page(server, made.links.owner)
    const joost = await claim(server, 'Joost', made.links.coach)
    const hers = joost.open('text/draft')
    draft(wim).doc.getText('text').insert(0, 'Begin. ')
    await expect.poll(() => draft(wim).saved, soon).toBe(true)

    await server.stop()
    await expect.poll(() => wim.told().connection, soon).toBe('away')
    // Half of it in one piece, half of it as it is typed: each word before the one before it.
    draft(wim).doc.getText('text').insert(7, 'Een zin over de kade. '.repeat(1200))
    for (let count = 0; count < 1500; count++) draft(wim).doc.getText('text').insert(7, `woord ${count} `)
    expect(draft(wim).doc.getText('text').length).toBeGreaterThan(40_960)
    expect(draft(wim).saved).toBe(false)
    const hurried = draft(wim).doc
    let typed = false
    const stop = wim.documents.onText(() => {
      // At once when the line is there: before the server has said what it has.
      if (typed || !draft(wim).live) return
      typed = true
      hurried.getText('text').insert(0, 'Net op tijd. ')
    })
    const lines: string[] = []
    onTestFinished(wim.subscribe(() => lines.push(wim.told().connection)))
    await server.restart()
    await expect.poll(() => draft(wim).saved && typed, { timeout: 40_000 }).toBe(true)
    stop()
    // Never taken for a mistake, after which the line is taken anew.
    expect(lines.slice(lines.indexOf('live'))).not.toContain('away')
    await expect.poll(() => words(hers.doc), soon).toBe(draft(wim).doc.getText('text').toString())
    expect(words(hers.doc)).toMatch(/^Net op tijd\. Begin\. woord 1499 /)
  }, 60_000)
})

describe('R5 co-written prose has credits', () => {
  test('a seat that floods is asked to come back, the other one writes on, and nothing of either is lost', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const [joost, wim] = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Wim', made.links.owner)]
    const [his, hers] = [joost.open('text/draft'), wim.open('text/draft')]
    await expect.poll(() => his.provider.synced && hers.provider.synced, soon).toBe(true)
    for (let count = 0; count < 200; count++) his.doc.getText('text').insert(0, 'x')
    await expect.poll(() => his.closes, soon).toContain(1013)
    hers.doc.getText('text').insert(0, 'Wim schrijft door. ')
    await expect.poll(() => saved(wim, 'text/draft'), soon).toBe(true)
    expect(hers.closes).toEqual([])
    await expect.poll(() => words(hers.doc).replaceAll('x', '') + words(hers.doc).split('x').length, soon).toBe('Wim schrijft door. 201')
    // Whose line fell hears on the new one what the other wrote meanwhile.
    await expect.poll(() => words(his.doc), soon).toBe(words(hers.doc))
  })

  test('R5 L6 a page whose text takes no more keeps its words, and asks for no new line that would end by them', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const joost = await claim(server, 'Joost', made.links.coach)
    const his = joost.open('text/draft')
    await expect.poll(() => his.provider.synced, soon).toBe(true)
    for (let page = 0; page < 20; page++) {
      his.doc.getText('text').insert(0, 'x'.repeat(10_000))
      await expect.poll(() => saved(joost, 'text/draft'), soon).toBe(true)
      server.pass(1000)
    }
    const { plein, token } = await claim(server, 'Wim', made.links.owner)
    const kept: string[] = []
    const wim = openConnection({ makePace, origin: server.origin, plein, token, onUnsaved: (_name, _root, typed) => kept.push(typed) })
    onTestFinished(wim.close)
    const draft = () => wim.documents.text('text/draft')
    await expect.poll(() => draft()?.ready, soon).toBe(true)
    const timers = vi.spyOn(globalThis, 'setTimeout')
    onTestFinished(() => timers.mockRestore())
    draft()!.doc.getText('text').insert(0, 'Te veel. ')
    await expect.poll(() => draft()?.live, soon).toBe(false)
    expect(kept.at(-1)?.startsWith('Te veel. xxx')).toBe(true)
    expect(draft()?.saved).toBe(false)
    // After any other refusal everything is taken anew in three to five seconds.
    expect(timers.mock.calls.filter(([, wait = 0]) => wait > 3000 && wait < 5000)).toEqual([])
    expect(wim.told().connection).toBe('live')
  })
})
