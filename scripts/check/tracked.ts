import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

const folders = ['client', 'server', 'shared', 'scripts', 'tests']

/** Our own source files, relative to the root, without data and golden files. */
export const sourceFiles = (root: string): string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|css)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  )
