import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { bill } from '../../scripts/sbom/bill.ts'
import { licenceOf, packages } from '../../scripts/sbom/lock.ts'
import { folder } from '../support/folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
const all = packages(root)
const runs = all.filter(({ dev }) => !dev)

/** Permissive, or the EUPL itself: a work under EUPL-1.2 may be made with them and passed on. OFL is for fonts, which are passed on as they are. */
const allowed = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unlicense', 'EUPL-1.2', 'OFL-1.1']

describe('what others made', () => {
  it('has a licence that goes with EUPL-1.2, in everything that runs on a server or a phone', () => {
    expect(runs.length).toBeGreaterThan(50)
    const wrong = runs.filter((one) => !allowed.includes(licenceOf(one) ?? ''))
    expect(wrong.map(({ name, version, license }) => `${name}@${version}: ${license}`)).toEqual([])
    for (const font of runs.filter((one) => licenceOf(one) === 'OFL-1.1')) expect(font.name).toMatch(/^@fontsource/)
  })

  it('runs nothing when it is installed, in production or development', () => {
    expect(all.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual([])
  })

  it('is fixed to the byte: exact versions, and a digest of 512 bits for each package', () => {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'])
      for (const [name, version] of Object.entries(own[kind] ?? {})) expect(version, name).toMatch(/^\d+\.\d+\.\d+[\w.-]*$/)
    expect(all.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name)).toEqual([])
  })

  it('does not grow unnoticed', () => {
    // The goal is 25; CONTRIBUTING.md says which could go. Raise this number only with a reason in the same change: nodemailer, because SMTP
    // with STARTTLS, line ends and encodings is nothing to write by oneself.
    const direct = Object.keys(own['dependencies'] ?? {}).length
    expect(direct).toBeLessThanOrEqual(28)
    const page = (name: string) => readFileSync(join(root, name), 'utf8')
    expect(page('CONTRIBUTING.md')).toContain(`There are ${direct} direct ones`)
    expect(page('docs/reliability.md')).toContain(`**${direct} direct, `)
    expect(page('docs/reliability.md')).toContain(
      `${new Set(runs.map(({ name, version }) => `${name}@${version}`)).size} packages in production`,
    )
  })

  it('is listed as CycloneDX without a network, each package with its licence and digest, and the same twice', () => {
    const [first, second] = ['een', 'twee'].map((name) => {
      const file = join(folder(), `${name}.json`)
      const run = spawnSync(process.execPath, ['scripts/sbom/main.ts', file], { cwd: root, encoding: 'utf8' })
      expect(run.status, run.stderr).toBe(0)
      return readFileSync(file, 'utf8')
    })
    expect(first).toBe(second)
    const { components, dependencies, ...head } = JSON.parse(first!) as ReturnType<typeof bill>
    expect(head).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'pleinbord', type: 'application' } } })
    const listed = new Set(components.map(({ name, version }) => `${name}@${version}`))
    for (const [name, version] of Object.entries(own['dependencies'] ?? {})) expect(listed).toContain(`${name}@${version}`)
    // Found by walking from our own needs; the lock file says the same of each package by itself.
    expect(listed).toEqual(new Set(runs.map(({ name, version }) => `${name}@${version}`)))
    expect(components.filter((one) => !('licenses' in one) || one.hashes.length !== 1)).toEqual([])
    const refs = new Set(dependencies.map(({ ref }) => ref))
    for (const { dependsOn } of dependencies) for (const ref of dependsOn) expect(refs).toContain(ref)
  })
})
