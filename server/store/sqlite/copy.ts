/** A copy of the whole database while commits go on: SQLite's own online backup, some pages at a time, on another thread. A commit waits for
 *  one step at most; what it changes goes into the copy too. */
import { backup, type DatabaseSync } from 'node:sqlite'

/** 64 pages are 256 KiB: measured, a step holds up a commit no longer than the sync of another one. */
const pages = 64
/** A step that meets an open transaction gives up when it is the first one. */
const attempts = 20

/** `to` is there, and empty or half filled by an earlier attempt. */
export const copy = async (database: DatabaseSync, to: string): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      await backup(database, to, { rate: pages })
      return
    } catch (problem) {
      if (attempt === attempts || !database.isOpen) throw problem
    }
  }
}
