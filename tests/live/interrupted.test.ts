/** Whoever stops a proof half-way leaves nothing of it on the machine: no folder, no database, no server. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A proof that runs in a folder of its own for what it makes. */
const begun = (name: string, args: string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'pleinbord-'))
  const child = spawn(process.execPath, [`scripts/${name}/main.ts`, ...args], { cwd: root, env: { ...process.env, TMPDIR: folder } })
  const ended = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  const said = { out: '' }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said.out += data))
  return {
    child,
    ended,
    said, // Which ports are taken by whom is for all that run here.
    left: () => readdirSync(folder).filter((made) => made !== 'pleinbord-ports'),
    all: () => readdirSync(folder, { recursive: true }).map(String),
  }
}

test.each<[string, string[], NodeJS.Signals, string]>([
  ['secrecy', ['files', '--sessions', '20', '--seats', '5'], 'SIGINT', 'pleinbord.db-wal'],
  ['fuzz', ['frames', '--frames', '1000000'], 'SIGTERM', 'pleinbord.db-wal'],
  // On the small disk nothing is seen from here: its folder is there, and that of the server.
  ['chaos', ['--variant', 'disk-full', '--commands', '5000'], 'SIGINT', 'pleinbord-chaos-'],
])('S1 npm run %s %j, ended by %s, leaves nothing', async (name, args, signal, sign) => {
  const { child, ended, said, left, all } = begun(name, args)
  await expect.poll(() => child.exitCode !== null || all().some((path) => path.includes(sign)), { timeout: 60_000 }).toBe(true)
  // A machine that lets nobody make a small disk.
  if (said.out.includes('skipped')) return
  child.kill(signal)
  expect((await ended)[0], said.out).toBe(130)
  expect(left()).toEqual([])
})

test('a part that cannot be played is not a leak: it could not be judged, and the run ends', async () => {
  const child = spawn(process.execPath, ['scripts/secrecy/main.ts', 'files', '--sessions', '2', '--seats', '3'], {
    cwd: root,
    env: { ...process.env, TMPDIR: '/nergens', TEMP: '/nergens', TMP: '/nergens' },
  })
  let said = ''
  child.stdout.on('data', (data) => (said += data))
  expect((await once(child, 'close'))[0]).toBe(2)
  expect(said).toContain('could not be judged')
  expect(said).toContain('Nothing was found that leaks, and not everything could be judged.')
})
