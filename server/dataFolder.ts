/** The folder of the data is there, and only its user can open it. */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { WrongSetting } from './settings.ts'

/** Throws `WrongSetting`. */
export const dataFolder = (folder: string): void => {
  try {
    // Node tries for ever where the parent exists and still nothing can be made in it, as in /proc.
    mkdirSync(folder, { recursive: !existsSync(dirname(folder)), mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return
    throw new WrongSetting(`DATA_DIR is "${folder}" but that folder cannot be made (${code}).`)
  }
}
