import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { file } from '../../server/store/sqlite/open.ts'
import { claim } from '../support/phone.ts'
import { secretOf, startServer } from '../support/server.ts'

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

it('A13 one Plein that cannot be read keeps nothing of another from going at its time', { timeout: 60_000 }, async () => {
  const server = await startServer({ LIMIT_TAKE_BACK: '50' })
  // The newest is looked at first.
  const [markt, bos] = [await server.makePlein(), await server.makePlein()]
  for (const { links } of [markt, bos]) {
    const joost = await claim(server, 'Joost', links.coach)
    await joost.ask({ type: 'plein.open' })
    await joost.ask({ type: 'plein.close', confirmed: true })
    await expect.poll(() => joost.told.own.some(({ documents }) => documents), { timeout: 20_000 }).toBe(true)
    joost.leave()
  }
  await server.stop()
  const damaged = new DatabaseSync(file(server.folder))
  damaged.prepare(`UPDATE seats SET clients = '[' WHERE plein = ?`).run(bos.id)
  damaged.close()
  await server.restart(7 * 86_400_000)
  const enters = async () => {
    const body = JSON.stringify({ secret: secretOf(markt.links.coach) })
    return (await fetch(`${server.origin}/api/v1/claim`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).status
  }
  await expect.poll(enters, { timeout: 20_000 }).toBe(404)
  expect(server.log()).toContain('what was due to go could not be deleted')
})
