import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from './tracked.ts'

const most = 400

/** A file is one noun: calm is a median of about 60 lines and nothing over 400. */
export const sizes = (root: string): { lines: string[]; ok: boolean } => {
  const counted = sourceFiles(root)
    .map((file) => ({ file, length: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    .sort((a, b) => a.length - b.length)
  const at = (share: number) => counted[Math.floor((counted.length - 1) * share)]?.length ?? 0
  const over = counted.filter(({ length }) => length > most)
  return {
    lines: [
      `${counted.length} files, median ${at(0.5)} lines, p95 ${at(0.95)}, longest ${at(1)}`,
      ...over.map(({ file, length }) => `over ${most}: ${file} (${length})`),
    ],
    ok: over.length === 0,
  }
}
