/** Keys of rounds that a backup does not know: its server would clear them at the start, and the database that is set aside could not open its
 *  ballots any more. They move beside it. A key that both know stays where it is and is nowhere twice: once its round is counted, nothing opens
 *  those ballots again (S3). */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { keyName, keysFolder } from '../keys/folder.ts'
import { secretsOf } from '../live/cards.ts'
import { syncFile, syncFolder } from '../store/sqlite/durable.ts'
import { keysOf } from './names.ts'

const keysIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.key')) : [])

/** Names of the keys of all rounds that were ever opened in this database, of all taps that stand in it, and of the cards of its Pleinen. */
export const keyNamesIn = (database: DatabaseSync): Set<string> =>
  new Set([
    ...database
      .prepare('SELECT plein FROM pleins')
      .all()
      .map(({ plein }) => keyName(String(plein), secretsOf)),
    ...database
      .prepare(
        "SELECT plein, json_extract(event, '$.round') AS round FROM events WHERE json_extract(event, '$.type') = 'round.opened' UNION SELECT plein, round FROM ballots",
      )
      .all()
      .map(({ plein, round }) => keyName(String(plein), String(round))),
  ])

const copy = (names: readonly string[], from: string, to: string): void => {
  if (names.length === 0) return
  mkdirSync(to, { recursive: true, mode: 0o700 })
  chmodSync(to, 0o700)
  for (const name of names) {
    copyFileSync(join(from, name), join(to, name))
    chmodSync(join(to, name), 0o600)
    syncFile(join(to, name))
  }
  syncFolder(to)
}

/** `known`: of the backup. Copies what it does not know beside `aside`; what is answered takes it away from where it was, once the databases
 *  have changed places: until then a crash leaves the old database with all of its keys. */
export const setKeysAside = (dataDir: string, aside: string, known: ReadonlySet<string>): (() => void) => {
  const [folder, to] = [keysFolder(dataDir), keysOf(aside)]
  const unknown = to === null ? [] : keysIn(folder).filter((name) => !known.has(name))
  if (to !== null) copy(unknown, folder, to)
  return () => {
    for (const name of unknown) rmSync(join(folder, name), { force: true })
    if (unknown.length > 0) syncFolder(folder)
  }
}

/** Of a database that was set aside and is put back: its keys come along. What is answered takes them away from beside it. */
export const bringKeysBack = (dataDir: string, backup: string): (() => void) => {
  const from = keysOf(backup)
  if (from === null) return () => undefined
  copy(keysIn(from), from, keysFolder(dataDir))
  return () => rmSync(from, { recursive: true, force: true })
}
