/** Every byte of every file in a folder. Read by another process: closing the file in ours would free the lock of a store that is open here. */
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What was written beside a file and took its place meanwhile is gone under its first name. */
const READ = `for (const file of process.argv.slice(1))
  try { process.stdout.write(require('node:fs').readFileSync(file)) } catch (problem) { if (problem.code !== 'ENOENT') throw problem }`

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  )
export const bytesIn = (folder: string): string => {
  const found = files(folder)
  return found.length === 0 ? '' : execFileSync(process.execPath, ['-e', READ, ...found], { maxBuffer: 2 ** 28 }).toString('latin1')
}

/** Which of these stand somewhere in the files. */
export const holds = (folder: string, texts: readonly string[]): string[] => {
  const all = bytesIn(folder)
  return texts.filter((text) => all.includes(text))
}
