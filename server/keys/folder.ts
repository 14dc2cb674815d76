/** The vault on disk: `keys` in the data directory, one file of 32 bytes for each round that is not counted. Names are hashes, so that a
 *  listing of the folder says nothing without the database. Destroying is unlinking: on a disk that moves what it writes (SSD, copy on
 *  write) the old block may be readable to whoever takes the disk apart; overwriting it would only look like more. */
import { createHash } from 'node:crypto'
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import { open, readdir, readFile, rename, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreUnavailable } from '../store/contract.ts'
import type { Vault } from './contract.ts'
import { isKey } from './envelope.ts'

export const keysFolder = (dataDir: string): string => join(dataDir, 'keys')

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)
/** What the names of all keys of one Plein begin with. */
const mark = (plein: string): string => `${digest(plein)}-`
/** The file of one round. */
export const keyName = (plein: string, round: string): string => `${mark(plein)}${digest(`${plein} ${round}`)}.key`

/** A name is durable when its folder is. Windows opens no folder; there the name is as durable as its file system makes it. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const write = async (path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(path, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    // Its date would say when the first card came, or the first ballot of a round; so would that of the folder (S2).
    await handle.utimes(0, 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** `null`: it is not there, or half of it. */
const readKey = async (path: string): Promise<Uint8Array | null> => {
  const bytes = await readFile(path).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return null
    throw problem
  })
  return bytes && isKey(bytes) ? bytes : null
}

/** The folder itself, which a power cut could take along with the first key in it. */
const made = (dataDir: string): void => {
  mkdirSync(keysFolder(dataDir), { recursive: true, mode: 0o700 })
  if (process.platform === 'win32') return
  chmodSync(keysFolder(dataDir), 0o700)
  const handle = openSync(dataDir, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** Only after the lock of the data directory was taken: what another server keeps must not be swept. Throws `StoreUnavailable`. */
export const openVault = (dataDir: string): Vault => {
  const folder = keysFolder(dataDir)
  /** Names that nobody has asked for yet. */
  let found: Set<string>
  try {
    made(dataDir)
    found = new Set(readdirSync(folder))
  } catch (problem) {
    throw new StoreUnavailable(
      `The folder ${folder}, for the keys of open rounds, cannot be used (${(problem as NodeJS.ErrnoException).code}). Make it a folder of this user alone, or choose another DATA_DIR.`,
    )
  }
  const destroy = async (names: readonly string[]): Promise<void> => {
    if (names.length === 0) return
    for (const name of names) await rm(join(folder, name), { force: true })
    await syncFolder(folder)
  }
  const namesOf = async (plein: string): Promise<string[]> => {
    const begin = mark(plein)
    const names = (await readdir(folder)).filter((name) => name.startsWith(begin))
    for (const name of names) found.delete(name)
    return names
  }

  return {
    read: async (plein) => {
      const names = await namesOf(plein)
      const keys = new Map<string, Uint8Array | null>()
      for (const name of names) keys.set(name, await readKey(join(folder, name)))
      return { of: (round) => keys.get(keyName(plein, round)) ?? null, count: names.length }
    },
    keep: async (plein, round, key) => {
      if (!isKey(key)) throw new Error('This is no key.')
      const path = join(folder, keyName(plein, round))
      // Written apart and then named: a crash leaves a whole key or none.
      await write(`${path}.new`, key)
      await rename(`${path}.new`, path)
      await utimes(folder, 0, 0)
      await syncFolder(folder)
    },
    only: async (plein, rounds) => {
      const wanted = new Set(rounds.map((round) => keyName(plein, round)))
      await destroy((await namesOf(plein)).filter((name) => !wanted.has(name)))
    },
    sweep: async () => {
      const left = [...found].filter((name) => /\.key(\.new)?$/.test(name))
      found.clear()
      await destroy(left)
      return left.length
    },
  }
}
