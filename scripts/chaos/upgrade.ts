/** `upgrade`: killed again and again while it brings a database of the first form up to date. Each time it opens afterwards, with every row. */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openConnection } from '../../client/session/connection.ts'
import { pause } from '../../client/session/deliver.ts'
import { makePace } from '../../client/session/pace.ts'
import { migrations } from '../../server/store/sqlite/migrations.ts'
import { copyBefore } from '../../server/store/sqlite/open.ts'
import { dice } from '../players/dice.ts'
import { stopwatch } from '../players/latency.ts'
import type { Call } from './call.ts'
import { current } from './current.ts'
import type { Ground } from './ground.ts'
import { judge, noBreaches, told } from './judge.ts'
import { compareDocuments, within } from './kill.ts'
import { meet } from './meeting.ts'
import { type Report, reportOf } from './report.ts'
import { readStored } from './stored.ts'

/** With so many the upgrade takes long enough to be hit in every part of it. */
const events = 20_000
/** A kill that follows another one without a start that was left to end. */
const inARow = 3

type Table = { name: string; columns: string }
const tablesOf = (database: DatabaseSync): Table[] =>
  (database.prepare("SELECT name FROM main.sqlite_master WHERE type = 'table'").all() as { name: string }[]).map(({ name }) => ({
    name,
    columns: (database.prepare('SELECT name FROM pragma_table_info(?)').all(name) as { name: string }[]).map((one) => one.name).join(', '),
  }))

/** What stands in `from`, in a new file of the first form; and further Pleinen with the same log, which nobody comes to. */
const asFirst = (from: string, to: string): Table[] => {
  const database = new DatabaseSync(to)
  try {
    database.exec(migrations[0] as string)
    const tables = tablesOf(database)
    database.exec(`ATTACH '${from.replaceAll("'", "''")}' AS now; BEGIN`)
    for (const { name, columns } of tables) database.exec(`INSERT INTO main.${name} (${columns}) SELECT ${columns} FROM now.${name}`)
    const { had } = database.prepare('SELECT count(*) AS had FROM main.events').get() as { had: number }
    for (let copy = 1; copy * had < events; copy++)
      for (const name of ['pleins', 'events', 'answers']) {
        const columns = tables.find((one) => one.name === name)?.columns ?? ''
        const others = columns.replace(/^plein, /, '')
        database.exec(`INSERT INTO main.${name} (${columns}) SELECT plein || '-${copy}', ${others} FROM now.${name}`)
      }
    database.exec('COMMIT; DETACH now; PRAGMA user_version = 1')
    return tables
  } finally {
    database.close()
  }
}

/** Every row of the tables of the first form, in its columns. */
const fingerprint = (path: string, tables: readonly Table[]): { integrity: string; form: number; rows: string } => {
  const database = new DatabaseSync(path)
  try {
    const hash = createHash('sha256')
    for (const { name, columns } of tables) {
      // Beside names that the server writes for itself.
      if (name === 'meta') continue
      for (const row of database.prepare(`SELECT ${columns} FROM ${name} ORDER BY 1, 2`).iterate()) hash.update(JSON.stringify(row))
    }
    const one = (pragma: string): unknown => Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]
    return { integrity: String(one('integrity_check')), form: Number(one('user_version')), rows: hash.digest('hex') }
  } finally {
    database.close()
  }
}

export const upgraded = async (call: Call, { server, key, folder, stored }: Ground): Promise<Report> => {
  const { commands, kills, seed, clients, say } = call
  const chance = dice(seed)
  const found = noBreaches()
  const counts: Record<string, number> = { 'kill -9': 0, 'killed before the upgrade': 0 }
  const ready = stopwatch()
  const people = await meet({ origin: server.origin, key, clients, seed, answered: () => undefined })
  const work = Promise.all(people.map((one) => one.work(Math.ceil(commands / people.length))))
  if (!(await within(work, 60_000 + commands * 20))) found.unanswered.push('the time was up')
  for (const one of people) one.leave()
  await server.end('SIGTERM')

  const [path, first, look] = [await stored(), join(folder, 'first.db'), join(folder, 'look.db')]
  const tables = asFirst(path, first)
  const before = fingerprint(first, tables)
  const files = (of: string): string[] => [of, `${of}-wal`, `${of}-shm`]
  const putBack = (): void => {
    for (const one of [...files(path), copyBefore(folder)]) rmSync(one, { force: true })
    copyFileSync(first, path)
  }
  /** How far it was, seen in a copy: looking may change nothing. */
  const formOf = (): number => {
    for (const one of files(look)) rmSync(one, { force: true })
    for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, look + end)
    return fingerprint(look, []).form
  }
  const begun = async (): Promise<void> => {
    for (let wait = 0; !existsSync(copyBefore(folder)) && wait < 5000; wait++) await pause(1)
  }

  putBack()
  const since = performance.now()
  const whole = server.start()
  await begun()
  const copied = performance.now() - since
  const took = await whole
  await server.end('SIGKILL')
  say(`an upgrade of ${events} events begins after ${Math.round(copied)} ms and is over after ${Math.round(took)} ms`)

  while ((counts['kill -9'] ?? 0) < kills) {
    putBack()
    const times = Math.min(1 + chance.below(inARow), kills - (counts['kill -9'] ?? 0))
    for (let time = 0; time < times; time++) {
      const starting = server.start().catch(() => null)
      // The first of a row hits the upgrade itself: all of them could come before it by chance.
      if (time > 0 && chance.one(5)) await pause(chance.below(copied))
      else {
        await begun()
        await pause(chance.below(took - copied))
      }
      await server.end('SIGKILL')
      await starting
      counts['kill -9'] = (counts['kill -9'] ?? 0) + 1
      const form = formOf()
      const where =
        form > 1 ? `killed at form ${form}` : existsSync(copyBefore(folder)) ? 'killed during the copy' : 'killed before the upgrade'
      counts[where] = (counts[where] ?? 0) + 1
    }
    const from = performance.now()
    const opened = await server.start().then(
      () => true,
      (error: Error) => void found.restart.push(error.message),
    )
    if (opened) ready.add(from)
    await server.end('SIGTERM')
    const after = fingerprint(path, tables)
    if (after.integrity !== 'ok') found.database.push(`integrity_check: ${after.integrity}`)
    if (after.form !== migrations.length) found.database.push(`form ${after.form} after a start, of ${migrations.length}`)
    if (after.rows !== before.rows) found.lost.push('the rows are not those that were there before the upgrade')
    if (found.restart.length + found.database.length + found.lost.length > 0) break
  }

  await server.start()
  const back = people.map((one) => ({
    ...one,
    lines: [openConnection({ makePace, origin: server.origin, plein: one.plein, token: one.token })],
  }))
  for (const one of back)
    if (await current(one.lines[0] as (typeof one.lines)[number])) told(one, found)
    else found.restart.push(`${one.name} did not come back after the upgrade`)
  await compareDocuments(server.origin, back, found)
  for (const { lines } of back) for (const line of lines) line.close()
  await server.end('SIGTERM')
  judge(people, readStored(path), found)
  return reportOf(call, people, found, { counts, milliseconds: { 'ready after a kill': ready.figures() } })
}
