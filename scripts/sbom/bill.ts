/** A bill of materials in CycloneDX 1.6, from the lock file alone: no network, no clock, no chance, so one lock file gives one bill.
 *  Not by `npm sbom`: that of npm 11 leaves out packages that development needs too, `zod` among them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { licenceOf, neededBy, type Package, packages } from './lock.ts'

type Own = {
  name: string
  version: string
  license: string
  dependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}

const purlOf = ({ name, version }: Pick<Package, 'name' | 'version'>): string => `pkg:npm/${name.replace('@', '%40')}@${version}`
const licensed = (id: string | undefined) => (id === undefined ? {} : { licenses: [{ license: { id } }] })

const component = (one: Package) => ({
  type: 'library',
  'bom-ref': purlOf(one),
  name: one.name,
  version: one.version,
  scope: one.optional ? 'optional' : 'required',
  purl: purlOf(one),
  hashes: (one.integrity ?? '')
    .split(' ')
    .filter((digest) => digest.startsWith('sha512-'))
    .map((digest) => ({ alg: 'SHA-512', content: Buffer.from(digest.slice('sha512-'.length), 'base64').toString('hex') })),
  ...licensed(licenceOf(one)),
})

export const bill = (root: string) => {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Own
  const all = packages(root)
  const needed = new Map<string, Package>()
  const edges = new Map<string, Set<string>>()
  const walk = (ref: string, needs: Package[]): void => {
    const on = edges.get(ref) ?? new Set()
    edges.set(ref, on)
    for (const one of needs) {
      on.add(purlOf(one))
      if (needed.has(one.place)) continue
      needed.set(one.place, one)
      walk(purlOf(one), neededBy(all, one.place, one))
    }
  }
  const self = purlOf(own)
  walk(self, neededBy(all, '', own))
  const components = new Map([...needed.values()].map((one) => [purlOf(one), component(one)]))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': self, name: own.name, version: own.version, purl: self, ...licensed(own.license) },
    },
    components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
    dependencies: [...edges].map(([ref, on]) => ({ ref, dependsOn: [...on].sort() })).sort((a, b) => (a.ref < b.ref ? -1 : 1)),
  }
}
