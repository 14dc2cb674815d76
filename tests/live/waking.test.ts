import { mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { keysFolder } from '../../server/keys/folder.ts'
import { file } from '../../server/store/sqlite/open.ts'
import { holds } from '../support/bytes.ts'
import { claim, join as joins } from '../support/phone.ts'
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

it('S2 A3 one that could not be read for a while is closed for good as soon as it can, with nobody there', async () => {
  const server = await startServer()
  const bos = await server.makePlein()
  const joost = await claim(server, 'Joost', bos.links.coach)
  await joost.ask({ type: 'plein.open' })
  const fatma = await joins(server, 'Fatma', bos)
  expect(await fatma.ask({ type: 'card.seal', key: fatma.key('kaart'), text: 'Purperkoet' })).toMatchObject({ ok: true })
  expect(await joost.ask({ type: 'plein.close', confirmed: true })).toMatchObject({ ok: true })
  for (const phone of [joost, fatma]) phone.leave()
  await server.stop()
  // A folder where the key of its cards was: what stands there cannot be read.
  const [name = ''] = readdirSync(keysFolder(server.folder))
  const path = join(keysFolder(server.folder), name)
  renameSync(path, `${server.folder}/aside`)
  mkdirSync(path)
  await server.restart(120_000)
  await expect.poll(() => server.log(), { timeout: 20_000 }).toContain('a Plein could not be opened')
  rmdirSync(path)
  renameSync(`${server.folder}/aside`, path)
  await expect
    .poll(
      () => {
        server.pass(60_000)
        return holds(server.folder, ['plein.sealed'])
      },
      { timeout: 20_000 },
    )
    .toEqual(['plein.sealed'])
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
