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
  /** The commit that was appended for has happened. */
  settled(): void
  /** Forgets in which order people did what was noted. Stays owed when that cannot be, on a full disk. */
  forgetOrder(): void
  /** Drops what is older than this day, and the order of the rest. Throws when that cannot be; the ledger then stays as it was. */
  prune(before: string): void
  close(): void
}

export const ledgerFile = (folder: string): string => join(folder, 'erasures')

const isEntry = (line: unknown): line is Entry =>
  Array.isArray(line) && line.length > 2 && line.every((part) => typeof part === 'string') && /^\d{4}-\d\d-\d\d$/.test(line[0] ?? '')
const parsed = (line: string): Entry[] => {
  try {
    const entry: unknown = JSON.parse(line)
    return isEntry(entry) ? [entry] : []
  } catch {
    // Half a line: the process died before it was answered, and so before anything was erased.
    return []
  }
}
export const entriesOf = (text: string): Entry[] => text.split('\n').flatMap(parsed)

/** None when there is no ledger. */
export const entries = (folder: string): Entry[] => {
  try {
    return entriesOf(readFileSync(ledgerFile(folder), 'utf8'))
  } catch (problem) {
    if (absent(problem)) return []
    throw new Error(`the erasure ledger ${ledgerFile(folder)} cannot be read (${(problem as NodeJS.ErrnoException).code})`)
  }
}
/** Of reading a ledger: there is none. */
export const absent = (problem: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((problem as NodeJS.ErrnoException).code ?? '')

/** All that either holds. What only the own one has came last: of links that replaced one another the last one holds. */
export const together = (beside: readonly Entry[], own: readonly Entry[]): Entry[] => {
  const known = new Set(beside.map((entry) => JSON.stringify(entry)))
  return [...beside, ...own.filter((entry) => !known.has(JSON.stringify(entry)))]
}

/** Of what a person did, without a name and of a seat alike: an idea or a card that was withdrawn, a seat that was left. */
const ofPeople: ReadonlySet<Entry[1]> = new Set(['words', 'card', 'seat'])

/** One after the other, they would say that whoever left withdrew these ideas just before (S2). Each is done again for itself, before or after
 *  any other line. Of the rest the order counts: the last link that replaced another one holds. */
export const withoutOrder = (all: readonly Entry[]): Entry[] => {
  const people = all.filter(([, kind]) => ofPeople.has(kind)).map((entry) => JSON.stringify(entry))
  return [...people.sort().map((line) => JSON.parse(line) as Entry), ...all.filter(([, kind]) => !ofPeople.has(kind))]
}

export const written = (all: readonly Entry[]): Buffer => Buffer.from(all.map((entry) => `${JSON.stringify(entry)}\n`).join(''))

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

/** Notes all of these in the folder, whose server does not run. */
export const takeOver = (folder: string, all: readonly Entry[]): void => {
  closeSync(rewrite(folder, written(all)))
  syncFolder(folder)
}

const whole = (folder: string, length: number): boolean => existsSync(ledgerFile(folder)) && statSync(ledgerFile(folder)).size === length

/** `changed`: it holds something else now, and will go on to. */
export const openLedger = (folder: string, changed: () => void = () => undefined): Ledger => {
  const known = written(entries(folder))
  let length = known.byteLength
  // New the first time, and after a process that died half-way a line.
  let file = whole(folder, length) ? openSync(ledgerFile(folder), 'a', 0o600) : rewrite(folder, known)
  syncFolder(folder)
  /** Lines may stand in the order in which they came. */
  let ordered = length > 0
  let grown = false
  const replaceBy = (kept: Buffer): void => {
    const old = file
    file = rewrite(folder, kept)
    length = kept.byteLength
    ordered = false
    closeSync(old)
    syncFolder(folder)
    changed()
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
      grown = true
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
    settled: () => {
      if (grown) changed()
      grown = false
    },
    forgetOrder: () => {
      if (!ordered) return
      try {
        replaceBy(written(withoutOrder(entries(folder))))
      } catch {
        ordered = true
      }
    },
    prune: (day) => {
      const all = entries(folder)
      const kept = all.filter(([of]) => of >= day)
      if (ordered || kept.length < all.length) replaceBy(written(withoutOrder(kept)))
    },
    close: () => closeSync(file),
  }
}
