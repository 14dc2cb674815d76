/** The erasure ledger, `erasures` in the data directory: what was erased, so that a backup that is older than the erasure does not bring it
 *  back. One line of JSON for each: the day and what `Erased` says. A day and no time, and no order when the phase is over: either would tell whose
 *  withdrawal it was. */
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Erased } from '../erased.ts'
import { syncFolder } from './durable.ts'

/** `day`: as `2026-11-26`. */
export type Entry = [day: string, ...Erased]

export type Ledger = {
  /** On disk when it returns; throws when that cannot be. The answer takes it back, for a commit that did not happen. */
  append(erased: readonly Entry[]): () => void
  /** Forgets in which order people did what was noted. Stays owed when that cannot be, on a full disk. */
  forgetOrder(): void
  /** Drops what is older than this day, and the order of the rest. Throws when that cannot be; the ledger then stays as it was. */
  prune(before: string): void
  close(): void
}

export const ledgerFile = (folder: string): string => join(folder, 'erasures')

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '')
const parsed = (line: string): Entry[] => {
  try {
    return [JSON.parse(line) as Entry]
  } catch {
    // Half a line: the process died before it was answered, and so before anything was erased.
    return []
  }
}

/** None when there is no ledger. */
export const entries = (folder: string): Entry[] => {
  try {
    return lines(readFileSync(ledgerFile(folder), 'utf8')).flatMap(parsed)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw problem
  }
}

/** Of what a person did, without a name and of a seat alike: an idea or a card that was withdrawn, a seat that was left. */
const ofPeople: ReadonlySet<Entry[1]> = new Set(['words', 'card', 'seat'])

/** One after the other, they would say that whoever left withdrew these ideas just before (S2). Each is done again for itself, before or after
 *  any other line. Of the rest the order counts: the last link that replaced another one holds. */
const withoutOrder = (all: readonly Entry[]): Entry[] => {
  const people = all.filter(([, kind]) => ofPeople.has(kind)).map((entry) => JSON.stringify(entry))
  return [...people.sort().map((line) => JSON.parse(line) as Entry), ...all.filter(([, kind]) => !ofPeople.has(kind))]
}

const written = (all: readonly Entry[]): Buffer => Buffer.from(all.map((entry) => `${JSON.stringify(entry)}\n`).join(''))

/** A disk that is nearly full takes a part and says so only by the number. */
const writeWhole = (file: number, bytes: Buffer): void => {
  for (let at = 0; at < bytes.byteLength; ) {
    const taken = writeSync(file, bytes, at)
    if (taken === 0) throw new Error('The erasure ledger could not be written.')
    at += taken
  }
}

/** The new one, open and in its place; the old one stays as it was when that cannot be. */
const rewrite = (folder: string, bytes: Buffer): number => {
  const fresh = `${ledgerFile(folder)}.new`
  rmSync(fresh, { force: true })
  const file = openSync(fresh, 'ax', 0o600)
  try {
    writeWhole(file, bytes)
    fsyncSync(file)
    renameSync(fresh, ledgerFile(folder))
    return file
  } catch (problem) {
    closeSync(file)
    rmSync(fresh, { force: true })
    throw problem
  }
}

const whole = (folder: string, length: number): boolean => existsSync(ledgerFile(folder)) && statSync(ledgerFile(folder)).size === length

export const openLedger = (folder: string): Ledger => {
  const known = written(entries(folder))
  let length = known.byteLength
  // New the first time, and after a process that died half-way a line.
  let file = whole(folder, length) ? openSync(ledgerFile(folder), 'a', 0o600) : rewrite(folder, known)
  syncFolder(folder)
  /** Lines may stand in the order in which they came. */
  let ordered = length > 0
  const replaceBy = (kept: Buffer): void => {
    const old = file
    file = rewrite(folder, kept)
    length = kept.byteLength
    ordered = false
    closeSync(old)
    syncFolder(folder)
  }
  const cut = (at: number): void => {
    ftruncateSync(file, at)
    length = at
  }
  return {
    append: (erased) => {
      const before = length
      const takeBack = (): void => cut(before)
      if (erased.length === 0) return () => undefined
      const bytes = written(erased)
      ordered = true
      try {
        writeWhole(file, bytes)
        length += bytes.byteLength
        fsyncSync(file)
        return takeBack
      } catch (problem) {
        takeBack()
        throw problem
      }
    },
    forgetOrder: () => {
      if (!ordered) return
      try {
        replaceBy(written(withoutOrder(entries(folder))))
      } catch {
        ordered = true
      }
    },
    prune: (day) => replaceBy(written(withoutOrder(entries(folder).filter(([of]) => of >= day)))),
    close: () => closeSync(file),
  }
}
