import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { dice } from '../../scripts/players/dice.ts'
import { openHouse } from '../../scripts/secrecy/house.ts'
import { openMeeting } from '../../scripts/secrecy/meeting.ts'
import { ownDatabase } from '../../scripts/secrecy/ownDatabase.ts'
import { file } from '../../server/store/sqlite/open.ts'

const breachesIn = (folder: string): string[] => ownDatabase(folder, Date.now()).flatMap(({ breaches }) => breaches)

/** Alters the database and looks at it. */
const altered = (folder: string, statement: string, ...values: string[]): string[] => {
  const database = new DatabaseSync(file(folder))
  database.exec('PRAGMA journal_mode = DELETE')
  database.prepare(statement).run(...values)
  database.close()
  return breachesIn(folder)
}

it('S2 S3 S5 somebody looks at an own data folder: of a server that runs it says so, of a stopped one it finds nothing, of a spoiled one each leak', async () => {
  const house = await openHouse()
  onTestFinished(async () => {
    await house.stop()
    house.remove()
  })
  const [closed, open] = [await openMeeting(house, 4, dice(1)), await openMeeting(house, 4, dice(2))]
  for (const meeting of [closed, open]) {
    await meeting.write()
    await meeting.release()
    await meeting.enterVote()
    await meeting.vote()
  }
  await closed.count()
  await closed.close()
  await house.backup()
  expect(() => breachesIn(house.folder)).toThrow('A server runs on')
  for (const meeting of [closed, open]) meeting.leave()
  await house.stop()
  expect(breachesIn(house.folder)).toEqual([])

  const [participant] = open.truth.tokenHashes as [string]
  expect(altered(house.folder, 'ALTER TABLE keys ADD COLUMN seat TEXT')).toContain('keys has a column seat')
  expect(
    altered(
      house.folder,
      "UPDATE events SET event = json_set(event, '$.seat', (SELECT seat FROM seats WHERE token_hash = ?)) WHERE json_extract(event, '$.type') = 'idea.posted'",
      participant,
    ),
  ).toEqual(
    expect.arrayContaining(['an anonymous event has a field "seat"', 'the seat of a participant stands in a log, an answer or a key']),
  )
  expect(altered(house.folder, 'UPDATE ballots SET ballot = ?', '{"a":1}')).toContain('a ballot is not sealed')
  expect(altered(house.folder, "UPDATE ballots SET round = ? WHERE round <> 'pulse'", closed.truth.round)).toContain(
    'a ballot outlives its round',
  )
  writeFileSync(join(house.folder, 'notes'), `token ${open.truth.secrets[0]}`)
  chmodSync(join(house.folder, 'notes'), 0o644)
  expect(breachesIn(house.folder)).toEqual(
    expect.arrayContaining(['1 secrets stand in the files as they were issued', `${join(house.folder, 'notes')} can be read by others`]),
  )
})
