import { join } from 'node:path'
import { expect, it } from 'vitest'
import { restore } from '../../server/backup/restore.ts'
import { entries } from '../../server/store/sqlite/ledger.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { closes } from '../../shared/wire/closes.ts'
import { openVote } from '../support/openVote.ts'
import { connect } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 20_000 }

it('A14 S2 S3 a Plein that was closed for good after the backup is counted and sealed again, without any ballot or edit key', async () => {
  const server = await startServer({ LIMIT_TAKE_BACK: '300', LIMIT_DISK_FREE: '0', LIMIT_DESK_BATCH: '50' })
  const { made, joost } = await openVote(server)
  const backup = (await (await server.organise('/api/v1/backups', { method: 'POST' })).json()) as { name: string }

  expect(await joost.ask({ type: 'plein.close', confirmed: true })).toMatchObject({ ok: true })
  await expect.poll(() => joost.told.own.some(({ documents }) => documents), soon).toBe(true)
  await server.stop()
  const path = join(server.folder, 'backups', backup.name)
  expect(restore(path, server.folder, Date.now())).toMatchObject({ ok: true, again: 1 })

  await server.restart()
  const outcome = () => server.organise(`/api/v1/pleins/${made.id}`)
  await expect.poll(async () => (await (await outcome()).json()).stage, soon).toBe('closed')
  // Closed it is from the first moment, by what was restored; sealed when the server has looked.
  const back = await connect(server, 'Joost', joost)
  const name = () => back.told.own.findLast(({ documents }) => documents)?.documents?.board ?? back.hello().documents.board
  const board = () => (back.opened('board').closes.includes(closes.epoch) ? back.open('board', name()) : back.opened('board'))
  await expect.poll(() => board().maps()['plein']?.['sealed'], soon).toBe(true)
  await server.stop()
  const store = await openSqlite(server.folder)
  const loaded = await store.load(made.id)
  await store.close()
  expect(loaded?.events.at(-1)?.event.type).toBe('plein.sealed')
  expect([loaded?.keys, loaded?.ballots]).toEqual([[], []])
  expect(JSON.stringify(loaded?.events)).toContain('Een plan van Fatma')
  const counted = loaded?.events.find(({ event }) => event.type === 'round.counted')?.event
  expect(counted).toMatchObject({ cast: 0, ballots: null })
})

it('A14 what is erased while the clock is years behind is noted for as long as a newer backup holds it, also by a server that starts so', async () => {
  const server = await startServer({ LIMIT_DISK_FREE: '0' })
  const [one, other] = [await server.makePlein(), await server.makePlein()]
  const backup = (await (await server.organise('/api/v1/backups', { method: 'POST' })).json()) as { name: string }
  server.setClock(-1000 * 86_400_000)
  expect((await server.remove(one.id)).ok).toBe(true)
  await server.restart()
  expect((await server.remove(other.id)).ok).toBe(true)
  const noted = entries(server.folder).filter(([, kind]) => kind === 'deleted')
  const day = backup.name.slice('pleinbord.'.length).slice(0, 10)
  expect(noted).toEqual([one, other].map(({ id }) => [day, 'deleted', id]))
})
