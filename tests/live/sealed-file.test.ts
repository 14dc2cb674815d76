/** What somebody finds who takes the files of a server in the middle of a vote, and what the server finds after it was killed there. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join as path } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { newKey } from '../../server/keys/envelope.ts'
import { keysFolder } from '../../server/keys/folder.ts'
import { openBallot } from '../../server/live/seal.ts'
import { file } from '../../server/store/sqlite/open.ts'
import { folder } from '../support/folder.ts'
import { connect, type Phone } from '../support/phone.ts'
import { type ServerProcess, serverProcess } from '../support/process.ts'
import { organiser, voted } from '../support/voted.ts'

const soon = { timeout: 20_000 }
const keysOf = (server: ServerProcess): string[] => readdirSync(keysFolder(server.folder))
const bytesOf = (server: ServerProcess): string =>
  ['', '-wal', '-journal']
    .map((end) => file(server.folder) + end)
    .filter(existsSync)
    .map((name) => readFileSync(name, 'latin1'))
    .join('')
/** The rows of a server that does not run, from a copy. */
const ballotsOf = (server: ServerProcess): { plein: string; round: string; voter: string; ballot: string }[] => {
  const copy = folder()
  for (const end of ['', '-wal'].map((end) => file(server.folder) + end).filter(existsSync)) copyFileSync(end, path(copy, basename(end)))
  const database = new DatabaseSync(file(copy))
  const rows = database.prepare('SELECT plein, round, voter, ballot FROM ballots').all()
  database.close()
  return rows.map((row) => ({
    plein: String(row['plein']),
    round: String(row['round']),
    voter: String(row['voter']),
    ballot: String(row['ballot']),
  }))
}

it('S3 the database of a server that was killed in a vote tells no dots without the key file; with it everybody gets the own ballot back', async () => {
  const { server, people, round, items, dots, joost, ok } = await voted(await serverProcess({ LOG_LEVEL: 'info' }))
  await server.kill()
  const bytes = bytesOf(server)
  // What was cast is looked for in every form in which it could stand there; the items themselves stand in the log.
  expect(items.every((item) => bytes.includes(item))).toBe(true)
  for (const item of items) expect(bytes).not.toMatch(new RegExp(`"${item}":\\s*\\d`))
  const rows = ballotsOf(server)
  expect(rows).toHaveLength(3)
  expect(new Set(rows.map(({ ballot }) => ballot.length)).size).toBe(1)
  const [name = '', ...others] = keysOf(server)
  expect(others).toEqual([])
  const key = readFileSync(path(keysFolder(server.folder), name))
  for (const form of ['latin1', 'hex', 'base64url', 'base64'] as const)
    for (const place of [bytes, server.output()]) expect(place.includes(key.toString(form)), form).toBe(false)
  for (const { ballot, ...row } of rows) {
    expect(openBallot(key, row, ballot)).not.toBeNull()
    expect(openBallot(newKey(), row, ballot)).toBeNull()
  }

  await server.start()
  for (const [place, phone] of people.entries()) {
    const anew = await connect(server, phone.name, phone)
    expect(anew.hello().own.ballots).toEqual({ [round]: dots[place] })
    for (const [other, ballot] of dots.entries())
      if (other !== place) expect(Buffer.concat(anew.received).includes(JSON.stringify({ [round]: ballot }))).toBe(false)
  }
  await expect.poll(() => joost.socket.connected, soon).toBe(true)
  expect(joost.hello().own.ballots).toEqual({})
  await ok(joost, { type: 'round.close', round, confirmed: true })
  expect(keysOf(server)).toHaveLength(1)
  await ok(joost, { type: 'round.reveal', round, revealed: true })
  expect(keysOf(server)).toEqual([])

  // As if it had died after the count and before the key was gone: and a key of a Plein that nobody knows.
  await server.kill()
  writeFileSync(path(keysFolder(server.folder), name), key)
  writeFileSync(path(keysFolder(server.folder), `${'0'.repeat(32)}-${'1'.repeat(32)}.key`), newKey())
  await server.start()
  await expect.poll(() => keysOf(server), soon).toEqual([])
  await expect.poll(() => server.output(), soon).toContain('keys without a round were destroyed')
})

it('S3 a server whose keys were lost starts, says how many ballots it cannot open, and lets people vote again; deleting takes the key', async () => {
  const { server, made, joost, people, round, dots, ok } = await voted(await serverProcess({ LOG_LEVEL: 'info' }))
  await server.kill()
  rmSync(keysFolder(server.folder), { recursive: true })
  await server.start()
  await expect.poll(() => joost.told.crowds.at(-1)?.unopened, soon).toEqual({ [round]: 3 })
  const [fatma] = people as [Phone]
  await expect.poll(() => fatma.socket.connected, soon).toBe(true)
  await expect.poll(() => fatma.hello().own.ballots, soon).toEqual({})
  await expect.poll(() => server.output(), soon).toContain('ballots cannot be opened')
  await ok(fatma, { type: 'ballot.cast', round, dots: dots[0]! })
  await expect.poll(() => joost.told.crowds.at(-1)?.unopened, soon).toEqual({ [round]: 2 })
  expect(keysOf(server)).toHaveLength(1)
  const gone = await fetch(`${server.origin}/api/v1/pleins/${made.id}`, {
    method: 'DELETE',
    headers: organiser(server),
    body: JSON.stringify({ confirm: true }),
  })
  expect(gone.status).toBeLessThan(300)
  expect(keysOf(server)).toEqual([])
})

it('S3 ballots that an earlier version left unsealed are sealed at the start, and their bytes leave the file', async () => {
  const { server, people, round, dots } = await voted(await serverProcess({ LOG_LEVEL: 'info' }))
  expect(await server.stop()).toBe(0)
  const rows = ballotsOf(server)
  const database = new DatabaseSync(file(server.folder))
  const put = database.prepare('UPDATE ballots SET ballot = ? WHERE voter = ?')
  // Long, so that pages are split and old halves stay behind.
  const canary = JSON.stringify(dots[0])
  for (const { voter } of rows) put.run(canary, voter)
  database.close()
  rmSync(keysFolder(server.folder), { recursive: true })
  mkdirSync(keysFolder(server.folder))
  expect(bytesOf(server)).toContain(canary)
  await server.start()
  await expect.poll(() => server.output(), soon).toContain('ballots that stood unsealed were sealed')
  const anew = await connect(server, 'Fatma', people[0]!)
  expect(anew.hello().own.ballots).toEqual({ [round]: dots[0] })
  expect(await server.stop()).toBe(0)
  expect(bytesOf(server)).not.toContain(canary)
  expect(ballotsOf(server).every(({ ballot }) => ballot.startsWith('1.'))).toBe(true)
})
