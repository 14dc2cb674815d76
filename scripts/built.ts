import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
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

/** Builds the client into `dist/` when it is missing or stale. */
export const built = async (): Promise<void> => {
  const now = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  const { build } = await import('vite')
  await build({ root: join(root, 'client'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  pack(join(root, 'dist'))
  writeFileSync(stamp, now)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  calledBare('npm run build')
  await built()
}
