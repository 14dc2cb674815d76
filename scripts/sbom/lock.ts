/** What the lock file names. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Needs = { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }
type Entry = Needs & {
  version: string
  license?: string
  dev?: boolean
  optional?: boolean
  hasInstallScript?: boolean
  integrity?: string
}
export type Package = Entry & { name: string; place: string }

const folder = 'node_modules/'
/** Said in its own files only; read by hand, for this version. */
const read: Record<string, string> = { 'xmlhttprequest-ssl@2.1.2': 'MIT' }

/** An SPDX id; `undefined`: nobody has read it yet. */
export const licenceOf = ({ name, version, license }: Package): string | undefined => license ?? read[`${name}@${version}`]

/** `dev`: only for whoever works on it. The rest is installed by whoever runs it. */
export const packages = (root: string): Package[] => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> }
  return Object.entries(lock.packages).flatMap(([place, entry]) =>
    place === '' ? [] : [{ ...entry, place, name: place.slice(place.lastIndexOf(folder) + folder.length) }],
  )
}

/** What a package at this place gets when it asks for its needs: the nearest one up the folders, as Node looks. */
export const neededBy = (all: readonly Package[], place: string, { dependencies, optionalDependencies }: Needs): Package[] => {
  const at = new Map(all.map((one) => [one.place, one]))
  const nearest = (from: string, name: string): Package | undefined => {
    const found = at.get(`${from === '' ? '' : `${from}/`}${folder}${name}`)
    return found ?? (from === '' ? undefined : nearest(from.slice(0, Math.max(0, from.lastIndexOf(`/${folder}`))), name))
  }
  return Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) => nearest(place, name) ?? [])
}
