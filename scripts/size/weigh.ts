import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { loaded, readManifest } from '../../server/http/beginnings.ts'
import { type Visit, visits } from './visits.ts'

/** Bytes. */
type Weight = { raw: number; gzip: number; brotli: number }
export type Part = Weight & { file: string; kind: 'script' | 'style' }
export type Weighed = Visit & { parts: Part[]; total: Record<Part['kind'], Weight>; over: string[] }

const sum = (parts: readonly Part[]): Weight => ({
  raw: parts.reduce((all, { raw }) => all + raw, 0),
  gzip: parts.reduce((all, { gzip }) => all + gzip, 0),
  brotli: parts.reduce((all, { brotli }) => all + brotli, 0),
})

/** Every visit with its parts as they go over the line. `always`: files that the page asks for beside the build's own list. */
export const weigh = (dist: string, always: readonly string[] = ['floor.js']): Weighed[] => {
  const manifest = readManifest(dist)
  if (manifest === null) throw new Error(`nothing was built in ${dist}`)
  const weights = new Map<string, Part>()
  const part = (file: string): Part => {
    const known = weights.get(file)
    if (known) return known
    const bytes = readFileSync(join(dist, file))
    const kind = file.endsWith('.css') ? 'style' : 'script'
    const made: Part = {
      file,
      kind,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    }
    weights.set(file, made)
    return made
  }
  return visits.map((visit) => {
    const parts = [...always, ...loaded(manifest, visit.modules)].map(part).sort((a, b) => b.gzip - a.gzip)
    const total = {
      script: sum(parts.filter(({ kind }) => kind === 'script')),
      style: sum(parts.filter(({ kind }) => kind === 'style')),
    }
    const over = (['script', 'style'] as const).flatMap((kind) =>
      total[kind].gzip > 1000 * visit.most[kind]
        ? [`${visit.name}: ${kind} ${(total[kind].gzip / 1000).toFixed(1)} kB of at most ${visit.most[kind]}`]
        : [],
    )
    return { ...visit, parts, total, over }
  })
}
