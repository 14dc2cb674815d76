import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openConnection } from '../../client/session/connection.ts'
import { makePace } from '../../client/session/pace.ts'
import { claim } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 20_000 }
const disk = vi.hoisted(() => ({ refuses: 0 }))
vi.mock('../../server/store/sqlite.ts', async (original) => {
  const { openSqlite, ...others } = await original<typeof import('../../server/store/sqlite.ts')>()
  const open: typeof openSqlite = async (...where) => {
    const store = await openSqlite(...where)
    return {
      ...store,
      commit: async (...commit) => {
        if (commit[2].seats?.clients === undefined || disk.refuses === 0) return store.commit(...commit)
        disk.refuses -= 1
        return { ok: false, reason: 'failed', problem: 'disk full' }
      },
    }
  }
  return { ...others, openSqlite: open }
})

test('L4 Wim, who comes in while the disk refuses, writes as soon as he was given an id', async () => {
  const server = await startServer()
  const { plein, token } = await claim(server, 'Wim', (await server.makePlein()).links.owner)
  disk.refuses = 1
  const wim = openConnection({ makePace, origin: server.origin, plein, token })
  onTestFinished(wim.close)
  const given: (number | null)[] = []
  let early = 0
  onTestFinished(
    wim.subscribe(() => {
      const { hello } = wim.told()
      if (hello?.textClient === null && wim.documents.text('text/draft') !== null) early += 1
      if (hello && given.at(-1) !== hello.textClient) given.push(hello.textClient)
    }),
  )
  await expect.poll(() => wim.documents.text('text/draft')?.ready, soon).toBe(true)
  const draft = () => wim.documents.text('text/draft')!
  draft().doc.getText('text').insert(0, 'Van wie is het groen?')
  await expect.poll(() => draft().saved, soon).toBe(true)
  // While he had none, there was nothing to type in.
  expect(early).toBe(0)
  expect(given).toEqual([null, draft().doc.clientID])
})

const day = 86_400_000

test('L4 K1 A13 Wim, whose page stays open over the fourteenth day, goes on in the blog under another id, and nothing that he types goes', async () => {
  const server = await startServer({ LIMIT_TAKE_BACK: '200' })
  const made = await server.makePlein()
  const joost = await claim(server, 'Joost', made.links.coach)
  await joost.ask({ type: 'plein.open' })
  const { plein, token } = await claim(server, 'Wim', made.links.owner)
  const kept = new Map<string, string>()
  const onUnsaved = (name: string, _root: string, words: string): void => void kept.set(name, words)
  const page = () => {
    const connection = openConnection({ makePace, origin: server.origin, plein, token, onUnsaved })
    onTestFinished(connection.close)
    return connection
  }
  const wim = page()
  await expect.poll(() => wim.documents.text('text/blog')?.ready, soon).toBe(true)
  await joost.ask({ type: 'plein.close', confirmed: true })
  const blog = (of = wim) => of.documents.text('text/blog')!
  const text = (of = wim) => blog(of).doc.getText('text')
  text().insert(0, 'Het liep heel anders.')
  await expect.poll(() => blog().saved, soon).toBe(true)
  const before = blog().doc.clientID
  await server.restart(8 * day)
  await server.restart(7 * day)
  await expect.poll(() => server.log().includes('"due":"persons"'), soon).toBe(true)
  await server.restart()
  await expect.poll(() => blog().live, soon).toBe(true)
  const given: (number | null | undefined)[] = []
  onTestFinished(
    wim.subscribe(() => {
      const id = wim.told().hello?.textClient
      if (given.at(-1) !== id) given.push(id)
    }),
  )
  text().delete('Het liep '.length, 'heel '.length)
  text().insert(0, 'Dag vijftien. ')
  await expect.poll(() => blog().doc.clientID, soon).not.toBe(before)
  await expect.poll(() => blog().saved && blog().ready, soon).toBe(true)
  expect(text().toString()).toBe('Dag vijftien. Het liep anders.')
  expect(kept.get('text/blog')).toBe('')
  text().insert(text().length, ' Dank.')
  await expect.poll(() => blog().saved, soon).toBe(true)
  // Taken anew once: the id of before, and the one that it writes with now.
  expect(given.length).toBeLessThanOrEqual(2)
  const elsewhere = page()
  await expect.poll(() => elsewhere.documents.text('text/blog')?.ready, soon).toBe(true)
  expect(text(elsewhere).toString()).toBe('Dag vijftien. Het liep anders. Dank.')
}, 120_000)

test('L4 what is carried to another id is what would have stood there, had it been taken under the former one', () => {
  const edits = fc.array(fc.record({ at: fc.nat(), less: fc.nat(6), say: fc.constantFrom('', 'plein ', 'é', '🌳', '\n') }), {
    maxLength: 6,
  })
  const edit = (doc: Y.Doc, all: { at: number; less: number; say: string }[]) => {
    for (const { at, less, say } of all) {
      const text = doc.getText('text')
      const from = at % (text.length + 1)
      text.delete(from, Math.min(less, text.length - from))
      text.insert(from, say)
    }
  }
  const copy = (doc: Y.Doc, id: number): Y.Doc => {
    const made = new Y.Doc()
    made.clientID = id
    Y.applyUpdate(made, Y.encodeStateAsUpdate(doc))
    return made
  }
  fc.assert(
    fc.property(edits, edits, (hers, his) => {
      const stored = copy(new Y.Doc(), 3)
      stored.getText('text').insert(0, 'Van wie is het groen op het plein?')
      const page = copy(stored, 7)
      edit(page, his)
      edit(stored, hers)
      const both = copy(stored, 5)
      Y.applyUpdate(both, Y.encodeStateAsUpdate(page))
      const fresh = copy(stored, 9)
      makePace({ silence: 5000, onSilent: () => undefined }).carry(page, fresh, ['text'])
      expect(fresh.getText('text').toString()).toBe(both.getText('text').toString())
      expect(Y.decodeStateVector(Y.encodeStateVector(fresh)).has(7)).toBe(false)
    }),
  )
})
