import { expect, onTestFinished, test, vi } from 'vitest'
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
