/** The erasure ledger, `erasures` in the data directory: what was erased, so that a backup that is older than the erasure does not bring it
 *  back. One line of JSON for each: the day and what `Erased` says. A day and no time: the moment of a withdrawal would tell whose it was. */
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Erased } from '../erased.ts'
import { syncFolder } from './durable.ts'

/** `day`: as `2026-11-26`. */
export type Entry = [day: string, ...Erased]

export type Ledger = {
  /** On disk when it returns; throws when that cannot be. The answer takes it back, for a commit that did not happen. */
  append(erased: readonly Entry[]): () => void
  /** Drops what is older than this day. */
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

/** Oldest first; none when there is no ledger. */
export const entries = (folder: string): Entry[] => {
  try {
    return lines(readFileSync(ledgerFile(folder), 'utf8')).flatMap(parsed)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw problem
  }
}

const written = (all: readonly Entry[]): Buffer => Buffer.from(all.map((entry) => `${JSON.stringify(entry)}\n`).join(''))

const rewrite = (folder: string, all: readonly Entry[]): void => {
  const fresh = `${ledgerFile(folder)}.new`
  rmSync(fresh, { force: true })
  const file = openSync(fresh, 'wx', 0o600)
  try {
    writeSync(file, written(all))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(fresh, ledgerFile(folder))
  syncFolder(folder)
}

export const openLedger = (folder: string): Ledger => {
  const known = entries(folder)
  let length = written(known).byteLength
  // The first time, and after a process that died half-way a line.
  if (!existsSync(ledgerFile(folder)) || statSync(ledgerFile(folder)).size !== length) rewrite(folder, known)
  let file = openSync(ledgerFile(folder), 'a', 0o600)
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
      try {
        length += writeSync(file, bytes)
        if (length !== before + bytes.byteLength) throw new Error('The erasure ledger could not be written.')
        fsyncSync(file)
        return takeBack
      } catch (problem) {
        takeBack()
        throw problem
      }
    },
    prune: (day) => {
      const kept = entries(folder).filter(([of]) => of >= day)
      closeSync(file)
      rewrite(folder, kept)
      file = openSync(ledgerFile(folder), 'a', 0o600)
      length = written(kept).byteLength
    },
    close: () => closeSync(file),
  }
}
