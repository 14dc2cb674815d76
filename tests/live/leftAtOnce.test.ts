/** Everybody leaves in the minute in which closing can be taken back. */
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { keysFolder } from '../../server/keys/folder.ts'
import { holds } from '../support/bytes.ts'
import { folder } from '../support/folder.ts'
import { claim, join } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 20_000, interval: 100 }
const minute = 60_000
const before = 'Zilverreiger: mijn buurman Piet stookt'

it('A5 S2 I10 a Plein that everybody leaves in the minute after closing is closed for good all the same, with nobody there', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '50', BACKUP_DIR: folder() })
  const made = await server.makePlein([{ kind: 'ideas' }])
  const [joost, fatma] = [await claim(server, 'Joost', made.links.coach), await join(server, 'Fatma', made)]
  joost.open('board')
  await joost.ask({ type: 'plein.open' })
  await expect.poll(() => joost.opened('board').maps()['plein']?.['current'], soon).toBeTruthy()
  const phase = String(joost.opened('board').maps()['plein']?.['current'])
  const key = fatma.key('stoken')
  const metrics = async () => await (await fetch(`${server.origin}/metrics`)).text()
  for (const command of [
    { type: 'idea.post', key, as: 'idea', text: before, phase },
    { type: 'idea.edit', key, text: 'Kievit: er wordt gestookt' },
    { type: 'card.seal', key: fatma.key('kaart'), text: 'Purperkoet' },
  ] as const)
    expect(await fatma.ask(command)).toMatchObject({ ok: true })
  // So long ago did somebody come in that the server may let go of it.
  server.pass(12 * minute)
  for (let looked = 0; looked < 5; looked++) await metrics()
  server.pass(40_000)
  expect(await joost.ask({ type: 'plein.close', confirmed: true })).toMatchObject({ ok: true })
  joost.leave()
  fatma.leave()
  await expect.poll(metrics, soon).toContain('pleinbord_sockets 0')
  // Each minute the server tidies up, and so in the middle of this one.
  server.pass(25_000)
  for (let looked = 0; looked < 5; looked++) await metrics()
  await expect
    .poll(() => {
      server.pass(minute)
      return holds(server.folder, [before, 'plein.sealed'])
    }, soon)
    .toEqual(['plein.sealed'])
  await expect.poll(() => readdirSync(keysFolder(server.folder)), soon).toEqual([])
})
