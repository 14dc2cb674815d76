/** Both vaults keep and destroy the same; the one on disk also keeps others out. */
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Vault } from '../../server/keys/contract.ts'
import { isKey, newKey } from '../../server/keys/envelope.ts'
import { keysFolder, openVault } from '../../server/keys/folder.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { StoreUnavailable } from '../../server/store/contract.ts'
import { folder } from '../support/folder.ts'

const vaults: [string, () => Vault][] = [
  ['in memory', memoryVault],
  ['on disk', () => openVault(folder())],
]
const hex = (key: Uint8Array | null): string | null => key && Buffer.from(key).toString('hex')

describe.each(vaults)('a vault %s', (_, make) => {
  it('gives back what it keeps, and destroys all of a Plein but what is asked for', async () => {
    const vault = make()
    const [first, second, other] = [newKey(), newKey(), newKey()]
    await vault.keep('bos', 'r1', first)
    await vault.keep('bos', 'r2', second)
    await vault.keep('haven', 'r1', other)
    const bos = await vault.read('bos')
    expect([hex(bos.of('r1')), hex(bos.of('r2')), bos.of('r3'), bos.count]).toEqual([hex(first), hex(second), null, 2])
    await vault.only('bos', ['r2', 'r9'])
    const after = await vault.read('bos')
    expect([after.of('r1'), hex(after.of('r2')), after.count]).toEqual([null, hex(second), 1])
    await vault.only('bos', [])
    expect((await vault.read('bos')).count).toBe(0)
    expect(hex((await vault.read('haven')).of('r1'))).toBe(hex(other))
  })

  it('keeps a key in the place of one that was lost, and nothing that is no key', async () => {
    const vault = make()
    const [lost, made] = [newKey(), newKey()]
    await vault.keep('bos', 'r1', lost)
    await vault.keep('bos', 'r1', made)
    expect(hex((await vault.read('bos')).of('r1'))).toBe(hex(made))
    for (const none of [new Uint8Array(32), new Uint8Array(31).fill(7), new Uint8Array(32).fill(255)]) {
      expect(isKey(none)).toBe(false)
      await expect(vault.keep('bos', 'r2', none)).rejects.toThrow('no key')
    }
  })
})

describe('the vault on disk', () => {
  it('S3 lets only the user of the server in, also where the folder stood open', async () => {
    const path = folder()
    mkdirSync(keysFolder(path))
    chmodSync(keysFolder(path), 0o755)
    const vault = openVault(path)
    await vault.keep('bos', 'r1', newKey())
    const [name = ''] = readdirSync(keysFolder(path))
    expect(name).toMatch(/^[0-9a-f]{32}-[0-9a-f]{32}\.key$/)
    expect(statSync(keysFolder(path)).mode & 0o777).toBe(0o700)
    expect(statSync(join(keysFolder(path), name)).mode & 0o777).toBe(0o600)
  })

  it('S2 no date of a key, or of their folder, says when the first card or ballot came', async () => {
    const path = folder()
    const vault = openVault(path)
    await vault.keep('bos', 'cards', newKey())
    const [name = ''] = readdirSync(keysFolder(path))
    expect([keysFolder(path), join(keysFolder(path), name)].map((one) => statSync(one).mtimeMs)).toEqual([0, 0])
  })

  it('S3 a key survives the process; half a key is none', async () => {
    const path = folder()
    const key = newKey()
    await openVault(path).keep('bos', 'r1', key)
    expect(hex((await openVault(path).read('bos')).of('r1'))).toBe(hex(key))
    truncateSync(join(keysFolder(path), readdirSync(keysFolder(path))[0]!), 20)
    const half = await openVault(path).read('bos')
    expect([half.of('r1'), half.count]).toEqual([null, 1])
  })

  it('L1 a key that cannot be read is not called lost', async () => {
    const path = folder()
    const vault = openVault(path)
    await vault.keep('bos', 'r1', newKey())
    const name = join(keysFolder(path), readdirSync(keysFolder(path))[0]!)
    rmSync(name)
    mkdirSync(name)
    await expect(vault.read('bos')).rejects.toThrow('EISDIR')
  })

  it('S3 what a crash left while a key was written goes with the next tidying', async () => {
    const path = folder()
    const vault = openVault(path)
    await vault.keep('bos', 'r1', newKey())
    const [name = ''] = readdirSync(keysFolder(path))
    writeFileSync(join(keysFolder(path), `${name}.new`), 'half')
    expect((await vault.read('bos')).count).toBe(2)
    await vault.only('bos', ['r1'])
    expect(readdirSync(keysFolder(path))).toEqual([name])
  })

  it('S3 sweeps what was there at the start and nobody asked for, and touches nothing else', async () => {
    const path = folder()
    const before = openVault(path)
    for (const plein of ['bos', 'weg', 'gesloopt']) await before.keep(plein, 'r1', newKey())
    writeFileSync(join(keysFolder(path), 'README'), 'of the administrator')
    const vault = openVault(path)
    await vault.read('bos')
    await vault.keep('nieuw', 'r1', newKey())
    expect(await vault.sweep()).toBe(2)
    const counts = []
    for (const plein of ['bos', 'weg', 'gesloopt', 'nieuw']) counts.push((await vault.read(plein)).count)
    expect(counts).toEqual([1, 0, 0, 1])
    expect(readdirSync(keysFolder(path))).toContain('README')
    expect(await vault.sweep()).toBe(0)
  })

  it('a folder that cannot be used is a sentence', () => {
    const path = folder()
    symlinkSync('/proc/self/none', keysFolder(path))
    expect(() => openVault(path)).toThrow(StoreUnavailable)
    expect(() => openVault(path)).toThrow(/keys of open rounds, cannot be used \([A-Z]+\)/)
  })
})
