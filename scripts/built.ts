import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pack } from './packed.ts'
import { calledBare } from './players/call.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'dist', '.built')

const sources = (): string[] => {
  const within = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  return [
    ...within('client'),
    ...within('shared'),
    join(root, 'vite.config.ts'),
    join(root, 'scripts', 'packed.ts'),
    join(root, 'package-lock.json'),
  ].sort()
}

/** By content: a fresh clone, an update and a change of branch all give new times to files that did not change. */
const fingerprint = (): string => {
  const hash = createHash('sha256')
  for (const file of sources()) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** A sentence for whoever wanted to start. */
class NotBuilt extends Error {}

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException | null)?.code)

const installed = async () => {
  try {
    const [{ build }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')])
    return build
  } catch (error) {
    if (codeOf(error) !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new NotBuilt(
      'The pages have to be built, and what builds them was not installed (NODE_ENV=production leaves it out). Run "npm ci --include=dev" and start again.',
    )
  }
}

/** Looked at before: Vite says it in many lines. */
const mayWrite = (): void => {
  const within = (...folders: string[]) => folders.map((folder) => join(root, folder)).find((folder) => existsSync(folder)) ?? root
  const refuses = (folder: string): string | null => {
    try {
      accessSync(folder, constants.W_OK)
      return null
    } catch (error) {
      return `The pages have to be built, and this user may not write in ${folder} (${codeOf(error)}). Run "npm run build" as the owner of that folder, and start again.`
    }
  }
  const scratch = within('node_modules/.vite-temp', 'node_modules')
  // Where it may not make its own folder, Vite writes beside its settings.
  const temporary = scratch.endsWith('.vite-temp') ? refuses(scratch) : refuses(root) && refuses(scratch)
  const why = temporary ?? refuses(within('dist'))
  if (why !== null) throw new NotBuilt(why)
}

const build = async (): Promise<void> => {
  const now = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  const vite = await installed()
  mayWrite()
  // Whatever this process is for: in a development build React is slower, and each part of a page is made twice.
  const { NODE_ENV = '' } = process.env
  process.env['NODE_ENV'] = 'production'
  await vite({ root: join(root, 'client'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  if (NODE_ENV === '') delete process.env['NODE_ENV']
  else process.env['NODE_ENV'] = NODE_ENV
  pack(join(root, 'dist'))
  writeFileSync(stamp, now)
}

/** Builds the client into `dist/` when it is missing or stale. Where that cannot be, this process says why and ends. */
export const built = (): Promise<void> =>
  build().catch((error: unknown) => {
    if (!(error instanceof NotBuilt)) throw error
    console.error(error.message)
    process.exit(1)
  })

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  calledBare('npm run build')
  await built()
}
