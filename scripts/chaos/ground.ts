/** The server of one run, on a data folder of its own. */
import { randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerProcess, serverProcess } from '../players/process.ts'
import { limits } from './meeting.ts'
import type { SmallDisk } from './smallDisk.ts'

export type Ground = {
  server: ServerProcess
  key: string
  /** Empty when the server stands on a disk of its own. */
  folder: string
  /** The database file, for whoever reads it when the server has ended. */
  stored(): Promise<string>
  remove(): Promise<void>
}

export type GroundOptions = {
  /** As in `serverProcess`, with the folder of this run. */
  wrap?: (command: readonly string[], folder: string) => readonly string[]
  /** Settings; without, those of `limits`. */
  env?: Record<string, string>
  /** A disk of its own, to stand on. */
  disk?: SmallDisk
}

const file = 'pleinbord.db'

export const newGround = async ({ wrap, disk, env = limits }: GroundOptions = {}): Promise<Ground> => {
  const folder = await mkdtemp(join(tmpdir(), 'pleinbord-chaos-'))
  const key = randomBytes(32).toString('base64url')
  const server = await serverProcess({
    folder: disk?.folder ?? folder,
    key,
    env,
    wrap: (command) => wrap?.(command, folder) ?? command,
  })
  return {
    server,
    key,
    folder,
    stored: async () => {
      // SQLite follows `/proc/…/root` to the real root, so what stands on the small disk is copied from it first.
      if (disk)
        for (const end of ['', '-wal'])
          await copyFile(join(disk.prefix, disk.folder, file + end), join(folder, file + end)).catch(() => null)
      return join(folder, file)
    },
    remove: async () => {
      await server.end('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
