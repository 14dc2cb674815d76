import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { dice } from '../../scripts/players/dice.ts'
import { type House, openHouse } from '../../scripts/secrecy/house.ts'
import { type Meeting, openMeeting } from '../../scripts/secrecy/meeting.ts'
import { ownDatabase, WrongDatabase } from '../../scripts/secrecy/ownDatabase.ts'
import { file } from '../../server/store/sqlite/open.ts'

const breachesIn = (folder: string): string[] => ownDatabase(folder, Date.now()).flatMap(({ breaches }) => breaches)

/** A data folder with a Plein that is closed for good and one in its vote, whose server has stopped. */
let [house, closed, open] = [null, null, null] as unknown as [House, Meeting, Meeting]
let [whileItRan, stopped] = ['', '']
beforeAll(async () => {
  house = await openHouse()
  ;[closed, open] = [await openMeeting(house, 4, dice(1)), await openMeeting(house, 4, dice(2))]
  for (const meeting of [closed, open]) {
    await meeting.write()
    await meeting.release()
    await meeting.enterVote()
    await meeting.vote()
  }
  await closed.count()
  await closed.close()
  await house.backup()
  try {
    breachesIn(house.folder)
  } catch (problem) {
    whileItRan = String(problem)
  }
  for (const meeting of [closed, open]) meeting.leave()
  await house.stop()
  stopped = house.folder
})
afterAll(async () => {
  await house.stop()
  house.remove()
})

const copy = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pleinbord-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(stopped, folder, { recursive: true })
  return folder
}
/** Alters the database and looks at it. */
const changed = (folder: string, change: (database: DatabaseSync) => void): string[] => {
  const database = new DatabaseSync(file(folder))
  database.exec('PRAGMA journal_mode = DELETE; PRAGMA secure_delete = OFF')
  change(database)
  database.close()
  return breachesIn(folder)
}
const altered = (folder: string, statement: string, ...values: string[]): string[] =>
  changed(folder, (database) => void database.prepare(statement).run(...values))
const isIdea = "json_extract(event, '$.type') = 'idea.posted'"

it('S2 S3 S5 somebody looks at an own data folder: of a server that runs it says so, of a stopped one it finds nothing, of a spoiled one each leak', () => {
  expect(whileItRan).toContain('A server runs on')
  expect(breachesIn(stopped)).toEqual([])

  const folder = copy()
  const [participant] = open.truth.tokenHashes as [string]
  expect(altered(folder, 'ALTER TABLE keys ADD COLUMN seat TEXT')).toContain('keys has a column seat')
  expect(
    altered(
      folder,
      `UPDATE events SET event = json_set(event, '$.seat', (SELECT seat FROM seats WHERE token_hash = ?)) WHERE ${isIdea}`,
      participant,
    ),
  ).toEqual(
    expect.arrayContaining(['an anonymous event has a field "seat"', 'the seat of a participant stands in a log, an answer or a key']),
  )
  expect(altered(folder, 'UPDATE ballots SET ballot = ?', '{"a":1}')).toContain('a ballot is not sealed')
  expect(altered(folder, "UPDATE ballots SET round = ? WHERE round <> 'pulse'", closed.truth.round)).toContain(
    'a ballot outlives its round',
  )
  writeFileSync(join(folder, 'notes'), `token ${open.truth.secrets[0]}`)
  chmodSync(join(folder, 'notes'), 0o644)
  expect(breachesIn(folder)).toEqual(
    expect.arrayContaining(['1 secrets stand in the files as they were issued', `${join(folder, 'notes')} can be read by others`]),
  )
})

/** The first idea of the longest log, and how one more event comes into it. */
const ideasIn = (database: DatabaseSync): [event: object, insert: (event: object, further: number) => void] => {
  const of = database.prepare('SELECT plein, max(version) AS version, form FROM events').get() as Record<string, string | number>
  const { event } = database.prepare(`SELECT event FROM events WHERE plein = ? AND ${isIdea} LIMIT 1`).get(of['plein']!) as {
    event: string
  }
  const set = database.prepare('INSERT INTO events (plein, version, form, event) VALUES (?, ?, ?, ?)')
  return [
    JSON.parse(event) as object,
    (added, further) => void set.run(of['plein']!, Number(of['version']) + further, of['form']!, JSON.stringify(added)),
  ]
}

it.each([
  ['one word', 'Weg'],
  ['with braces', 'Dit {moet} echt helemaal weg'],
  ['with quotes', 'Dit moet "echt" \\ helemaal weg'],
  ['longer than a page', `Dit moet weg, ${'en dit ook, '.repeat(30)}${'🌳'.repeat(140)}`],
])('I11 A5 words that were withdrawn and stand in a free corner of the file are found: %s', (_, text) => {
  const folder = copy()
  const change = (database: DatabaseSync): void => {
    const [row, insert] = ideasIn(database)
    // Some of the rows that are taken out lie where another page is cleared for them, and leave nothing.
    database.exec('BEGIN')
    for (let n = 1; n <= 40; n++) insert({ ...row, text }, n)
    database.exec('COMMIT')
    database.prepare('DELETE FROM events WHERE version > (SELECT max(version) FROM events) - 40').run()
  }
  expect(changed(folder, change)).toEqual([expect.stringMatching(/^\d+ texts stand in free corners of the file$/)])
})

it('I11 words that nobody withdrew are no find: long ones on pages of their own, and what is left of rows when a page is divided', () => {
  const folder = copy()
  const change = (database: DatabaseSync): void => {
    const [row, insert] = ideasIn(database)
    database.exec('BEGIN')
    for (let n = 1; n <= 3000; n++)
      insert({ ...row, idea: `idee-${n}`, text: n % 20 === 0 ? `${n} ${'🌳'.repeat(490)}` : `Wat iemand hier schreef, nummer ${n}` }, n)
    database.exec('COMMIT')
  }
  expect(changed(folder, change)).toEqual([])
})

it.each(['audit', 'backups', 'keys'])('S5 a token in a file in %s is found too', (place) => {
  const folder = copy()
  const token = `${'Zz'.repeat(21)}Q`
  mkdirSync(join(folder, place), { recursive: true })
  writeFileSync(join(folder, place, 'lines.log'), `${token}\n`, { mode: 0o600 })
  const hash = createHash('sha256').update(token).digest('hex')
  expect(altered(folder, 'UPDATE seats SET token_hash = ? WHERE seat = (SELECT min(seat) FROM seats)', hash)).toContain(
    '1 secrets stand in the files as they were issued',
  )
})

it.each<[string, (path: string) => void]>([
  ['of another program', (path) => writeFileSync(path, 'geen databank '.repeat(4000))],
  ['empty', (path) => writeFileSync(path, '')],
  ['cut off', (path) => truncateSync(path, 5000)],
  [
    'damaged inside',
    (path) => {
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.fill(0xff, 8 * 4096, 9 * 4096))
    },
  ],
  [
    'a folder',
    (path) => {
      rmSync(path)
      mkdirSync(path)
    },
  ],
])('a database that is %s was not looked at, which is a sentence and no leak', (_, spoil) => {
  const folder = copy()
  spoil(file(folder))
  expect(() => breachesIn(folder)).toThrow(WrongDatabase)
})

/** As somebody runs it who has no other folder to write to. */
const command = (folder: string): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const root = fileURLToPath(new URL('../../', import.meta.url))
    const env = { ...process.env, TMPDIR: '/nergens', TEMP: '/nergens', TMP: '/nergens' }
    execFile(process.execPath, ['scripts/secrecy/main.ts', '--database', folder], { cwd: root, env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })

it('S1 it makes no copy, which would stay where it is stopped; and what could not be looked at ends with 2', async () => {
  const folder = copy()
  expect(await command(folder)).toMatchObject({ code: 0, out: expect.stringContaining('Nothing leaked.'), err: '' })
  writeFileSync(file(folder), 'geen databank')
  const { code, out, err } = await command(folder)
  expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 })
  expect(err).toContain(`${folder} could not be looked at`)
})
