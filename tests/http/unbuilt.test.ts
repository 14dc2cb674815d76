/** A program folder as an installation leaves it, in which the pages are not those of now. */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { organiserKey } from '../../server/http/organiserKey.ts'
import { WrongSetting } from '../../server/settings.ts'
import { folder } from '../support/folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What runs before the server does; of the sources of the pages one is enough. */
const program = (installed: string[]): string => {
  const home = folder()
  for (const file of ['start.js', 'package.json', 'package-lock.json', 'vite.config.ts', 'scripts/built.ts', 'scripts/packed.ts']) {
    mkdirSync(dirname(join(home, file)), { recursive: true })
    copyFileSync(join(root, file), join(home, file))
  }
  cpSync(join(root, 'scripts/players'), join(home, 'scripts/players'), { recursive: true })
  for (const made of ['client', 'shared', 'node_modules/@vitejs']) mkdirSync(join(home, made), { recursive: true })
  writeFileSync(join(home, 'client/index.html'), '<!doctype html>')
  for (const name of installed) symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name))
  return home
}
const starts = (home: string, as: { uid?: number; gid?: number } = {}) => {
  const env = { ...process.env, MALLOC_ARENA_MAX: '2', DATA_DIR: join(home, 'data'), NODE_COMPILE_CACHE: '' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, 'start.js')], { env, cwd: home, encoding: 'utf8', ...as })
  return { status, said: stdout + stderr }
}

describe('a start is refused with one sentence', () => {
  it('where what builds the pages was not installed', () => {
    expect(starts(program([]))).toEqual({
      status: 1,
      said: expect.stringMatching(/^The pages have to be built, [^\n]+"npm ci --include=dev"[^\n]+\n$/),
    })
  })

  it.skipIf(process.platform === 'win32')('where its user may not write what is to be built', () => {
    const home = program(['vite', '@vitejs/plugin-react'])
    const folders = ['.', 'node_modules', 'node_modules/@vitejs', 'client', 'shared', 'scripts', 'scripts/players'].map((one) =>
      join(home, one),
    )
    for (const one of folders) chmodSync(one, 0o555)
    onTestFinished(() => {
      for (const one of folders) chmodSync(one, 0o755)
    })
    // Root may write everywhere.
    const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    expect(starts(home, other)).toEqual({
      status: 1,
      said: `The pages have to be built, and this user may not write in ${join(home, 'node_modules')} (EACCES). Run "npm run build" as the owner of that folder, and start again.\n`,
    })
  })

  it('where the key of the organiser is no file that can be read', () => {
    const data = folder()
    mkdirSync(join(data, 'organiser.key'))
    const read = () => organiserKey(null, data, () => 'sleutel-van-de-beheerder-0123456789')
    expect(read).toThrow(WrongSetting)
    expect(read).toThrow(/organiser\.key is to hold the organiser's key and cannot be read \(EISDIR\); /)
  })
})
