/** What a page loads, by the build's own list of what imports what (Vite's manifest). */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[] }
export type Manifest = Record<string, Chunk>

/** By the first part of a path: the modules of the client that its page fetches at once, from the client's root (client/main.ts). */
export const beginnings = {
  '': ['door/pages.ts'],
  verbinding: ['door/pages.ts'],
  p: ['door/pages.ts', 'phone/start.tsx'],
  coach: ['desks.tsx', 'coach/Coach.tsx'],
  scherm: ['desks.tsx', 'screen/Screen.tsx'],
  eigenaar: ['desks.tsx', 'owner/Owner.tsx'],
  organisator: ['desks.tsx', 'organiser/Organiser.tsx'],
} as const satisfies Record<string, readonly string[]>

export const readManifest = (dist: string): Manifest | null => {
  const file = join(dist, '.vite', 'manifest.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : null
}

const words = /(?:^|\/)words\/\w+\.nl\.ts$/

/** Scripts and style sheets, by their names in `dist`: the modules, all that they import, and their words in Dutch, which the page fetches by
 *  itself for whatever it has (client/session/language.ts). A module that the build does not know is an error. */
export const loaded = (manifest: Manifest, modules: readonly string[]): string[] => {
  const files = new Set<string>()
  const seen = new Set<string>()
  const take = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    const chunk = manifest[name]
    if (chunk === undefined) throw new Error(`${name} is no part of the build`)
    for (const other of chunk.imports ?? []) take(other)
    for (const sheet of chunk.css ?? []) files.add(sheet)
    if (/\.(?:js|css)$/.test(chunk.file)) files.add(chunk.file)
    for (const other of chunk.dynamicImports ?? []) if (words.test(other)) take(other)
  }
  for (const module of modules) take(module)
  return [...files]
}

/** Links to all that the page of this path begins with, beside what it names already: without them a browser would learn of it file by file. */
export const linksFor = (path: string, page: string, manifest: Manifest): string => {
  const first = path.split('/')[1] ?? ''
  const modules: readonly string[] = Object.hasOwn(beginnings, first) ? beginnings[first as keyof typeof beginnings] : []
  return loaded(manifest, modules)
    .filter((file) => !page.includes(file))
    .map((file) =>
      file.endsWith('.css')
        ? `<link rel="stylesheet" crossorigin href="/${file}">`
        : `<link rel="modulepreload" crossorigin href="/${file}">`,
    )
    .join('')
}
