import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { file } from '../../server/store/sqlite/open.ts'
import { claim } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

it('S2 A3 one Plein that cannot be read keeps no other from being closed for good at the start', async () => {
  const server = await startServer()
  const [markt, bos] = [await server.makePlein(), await server.makePlein()]
  const joost = await claim(server, 'Joost', markt.links.coach)
  await joost.ask({ type: 'plein.open' })
  expect(await joost.ask({ type: 'plein.close', confirmed: true })).toMatchObject({ ok: true })
  const anneke = await claim(server, 'Anneke', bos.links.coach)
  await anneke.ask({ type: 'plein.open' })
  for (const phone of [joost, anneke]) phone.leave()
  await server.stop()
  const database = () => new DatabaseSync(file(server.folder))
  const damaged = database()
  damaged.prepare(`UPDATE events SET event = '{"type":"phase.entered"}' WHERE plein = ? AND version = 2`).run(bos.id)
  damaged.close()
  await server.restart(120_000)
  await expect.poll(() => server.log(), { timeout: 20_000 }).toContain('a Plein could not be opened')
  const back = await claim(server, 'Joost', markt.links.coach)
  await expect.poll(() => back.opened('board').maps()['plein'], { timeout: 20_000 }).toMatchObject({ sealed: true })
})
