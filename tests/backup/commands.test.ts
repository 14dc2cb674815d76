/** `npm run backup` and `npm run restore` as processes, beside a server as a process. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { backupsIn } from '../../server/backup/names.ts'
import { ofAnother } from '../../server/backup/whose.ts'
import { file } from '../../server/store/sqlite/open.ts'
import { closes } from '../../shared/wire/closes.ts'
import { posted } from '../contract/stored.ts'
import { holds } from '../support/bytes.ts'
import { folder } from '../support/folder.ts'
import { claim, join as comeIn, type Phone } from '../support/phone.ts'
import { type ServerProcess, serverProcess } from '../support/process.ts'
import { type MadePlein, startServer, type TestServer } from '../support/server.ts'
import { onDisk } from '../support/stores.ts'
import { backupsOf, made } from './making.ts'

const soon = { timeout: 20_000 }

const run = async (command: 'backup' | 'restore', env: Record<string, string>, ...args: string[]) => {
  const script = fileURLToPath(new URL(`../../scripts/${command}/main.ts`, import.meta.url))
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ORGANISER_KEY: '', BACKUP_DIR: '', ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece))
  const [code] = await once(child, 'close')
  return { code, said }
}
const settings = ({ port, folder: DATA_DIR, key }: ServerProcess) => ({
  PORT: String(port),
  HOST: '127.0.0.1',
  DATA_DIR,
  ORGANISER_KEY: key,
})

const makePlein = async ({ origin, key }: ServerProcess): Promise<MadePlein> => {
  const body = JSON.stringify({ title: 'Plein over het groen', dilemma: 'Wie zorgt er voor het groen?', programme: [{ kind: 'ideas' }] })
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
  return (await (await fetch(`${origin}/api/v1/pleins`, { method: 'POST', headers, body })).json()) as MadePlein
}
const post = async (who: Phone, text: string, phase: string) => {
  const answer = await who.ask({ type: 'idea.post', key: who.key(text), as: 'idea', text, phase, open: true })
  expect(answer).toMatchObject({ ok: true })
}
const phaseOf = async (who: Phone): Promise<string> => {
  await expect.poll(() => who.opened('board').maps()['plein']?.['current'], soon).toBeTruthy()
  return String(who.opened('board').maps()['plein']?.['current'])
}

it('A14 L1 L3 a Plein goes back to its backup: what was withdrawn stays away, what is lost is said, replicas of before open anew', async () => {
  const server = await serverProcess({ HOST: '127.0.0.1', LIMIT_DISK_FREE: '0' })
  // What phones need of a server.
  const at = server as unknown as TestServer
  const made = await makePlein(server)
  const [joost, fatma] = [await claim(at, 'Joost', made.links.coach), await comeIn(at, 'Fatma', made)]
  for (const who of [joost, fatma]) who.open('board')
  await joost.ask({ type: 'plein.open' })
  const phase = await phaseOf(fatma)
  await post(fatma, 'Bankjes bij de vijver', phase)
  await post(fatma, 'Lantaarns langs het pad', phase)

  const env = settings(server)
  const first = await run('backup', env)
  expect(first).toEqual({ code: 0, said: expect.stringMatching(/^The server made pleinbord\..+Z\.db \(0\.\d MB\)/) })
  expect(await run('backup', { ...env, ORGANISER_KEY: 'nog-een-heel-andere-sleutel' })).toMatchObject({
    code: 1,
    said: expect.stringContaining('another organiser'),
  })
  const dir = join(server.folder, 'backups')
  const backup = join(dir, backupsIn(dir)[0]?.name ?? '')

  await fatma.ask({ type: 'idea.withdraw', key: fatma.key('Bankjes bij de vijver') })
  await post(fatma, 'Een fontein', phase)
  expect(await run('restore', env, backup)).toMatchObject({ code: 1, said: expect.stringContaining('A server is running') })
  expect(await run('backup', { ...env, PORT: '1' })).toMatchObject({ code: 1, said: expect.stringContaining('but not on port 1') })

  const epoch = fatma.hello().documents.board
  await server.stop()
  expect(await run('restore', env)).toMatchObject({ code: 1, said: expect.stringContaining(backup) })
  const restored = await run('restore', env, backup)
  expect(restored.said).toContain('is back, with 1 Plein.')
  expect(restored.said).toContain('Plein over het groen: the last')
  expect(restored.said).toContain('erased again: 1.')
  expect(readFileSync(join(env.DATA_DIR, 'audit', readdirSync(join(env.DATA_DIR, 'audit'))[0] ?? ''), 'utf8')).toContain('backup.restore')
  expect(restored.code).toBe(0)
  await server.start()

  await expect.poll(() => fatma.hello().documents.board !== epoch, soon).toBe(true)
  await expect.poll(() => fatma.opened('board').closes.includes(closes.epoch), soon).toBe(true)
  const keys = ['Bankjes bij de vijver', 'Lantaarns langs het pad', 'Een fontein'].map((text) => fatma.key(text))
  expect(await fatma.ask({ type: 'mine', keys })).toMatchObject({
    ideas: { [keys[0] ?? '']: { state: 'withdrawn', text: '' }, [keys[1] ?? '']: { state: 'waiting', text: 'Lantaarns langs het pad' } },
  })
  const again = fatma.open('board', fatma.hello().documents.board)
  await expect.poll(() => again.maps()['plein']?.['current'], soon).toBe(phase)
  await joost.ask({ type: 'ideas.release', ideas: 'all' })
})

it('A14 what was withdrawn is in no byte when the disk of the data is lost and a backup of elsewhere is put back', async () => {
  const backups = join(folder(), 'elders')
  const server = await serverProcess({ HOST: '127.0.0.1', LIMIT_DISK_FREE: '0', BACKUP_DIR: backups })
  const at = server as unknown as TestServer
  const made = await makePlein(server)
  const [joost, fatma] = [await claim(at, 'Joost', made.links.coach), await comeIn(at, 'Fatma', made)]
  fatma.open('board')
  await joost.ask({ type: 'plein.open' })
  const phase = await phaseOf(fatma)
  for (const text of ['KANARIE-WEG', 'KANARIE-BLIJFT']) await post(fatma, text, phase)
  const env = { ...settings(server), BACKUP_DIR: backups }
  expect(await run('backup', env)).toMatchObject({ code: 0 })
  const [backup] = backupsIn(backups)
  await fatma.ask({ type: 'idea.withdraw', key: fatma.key('KANARIE-WEG') })
  await expect.poll(() => readFileSync(join(backups, 'erasures'), 'utf8'), soon).toContain('"words"')
  await server.kill()
  rmSync(server.folder, { recursive: true })
  const restored = await run('restore', env, backup?.path ?? '')
  expect(restored.said).toContain(`erased again: 1. It was noted in ${backups}.`)
  expect(restored.code).toBe(0)
  await server.start()
  await expect
    .poll(() => holds(server.folder, ['KANARIE-WEG', 'KANARIE-BLIJFT']), { timeout: 55_000, interval: 250 })
    .toEqual(['KANARIE-BLIJFT'])

  await server.stop()
  rmSync(server.folder, { recursive: true })
  rmSync(join(backups, 'erasures'))
  expect((await run('restore', env, backup?.path ?? '')).said).toMatch(/No note of erasures was found .*is back\. Delete it again\./)
})

it('what the user of the server could not read is not made: the sentence names the user', () => {
  const dataDir = folder()
  const { uid } = statSync(dataDir)
  expect([ofAnother(dataDir, uid), ofAnother(join(dataDir, 'none'), uid), ofAnother(dataDir, undefined)]).toEqual([null, null, null])
  if (uid !== 0) expect(ofAnother(dataDir, 0)).toContain(`sudo -u '#${uid}'`)
  // A folder that the server shares with its group.
  expect(ofAnother(dataDir, uid + 1)).toBeNull()
  writeFileSync(join(dataDir, 'pleinbord.db'), '')
  expect(ofAnother(dataDir, uid)).toBeNull()
  expect(ofAnother(dataDir, uid + 1)).toContain(`sudo -u '#${uid}'`)
})

it.skipIf(process.getuid?.() !== 0)('as root neither command touches the data of another user', async () => {
  const server = await serverProcess({ HOST: '127.0.0.1' })
  await makePlein(server)
  const env = { ...settings(server), BACKUP_DIR: join(folder(), 'elders'), LIMIT_DISK_FREE: '0' }
  await server.stop()
  expect(await run('backup', env)).toMatchObject({ code: 0 })
  const [backup] = backupsIn(env.BACKUP_DIR)
  chownSync(join(server.folder, 'pleinbord.db'), 65_534, 65_534)
  const before = readdirSync(server.folder, { recursive: true }).sort()
  for (const tried of [await run('backup', env), await run('restore', env, backup?.path ?? '')])
    expect(tried).toMatchObject({ code: 1, said: expect.stringMatching(/sudo -u '#65534'.* Nothing has changed\.\n$/) })
  expect(readdirSync(server.folder, { recursive: true }).sort()).toEqual(before)
  expect(backupsIn(env.BACKUP_DIR)).toHaveLength(1)
})

it('a backup is made without a server too, and a folder without a database is named', async () => {
  const server = await serverProcess({ HOST: '127.0.0.1' })
  await makePlein(server)
  const env = { ...settings(server), BACKUP_DIR: join(folder(), 'elders'), LIMIT_DISK_FREE: '0' }
  await server.stop()
  const alone = await run('backup', env)
  expect(alone).toEqual({ code: 0, said: expect.stringContaining('No server runs here') })
  expect(backupsIn(env.BACKUP_DIR)).toHaveLength(1)
  rmSync(join(server.folder, 'pleinbord.db'))
  expect(await run('backup', env)).toMatchObject({ code: 1, said: expect.stringContaining('There is no database') })
  expect(await run('backup', { ...env, BACKUP_DAYS: 'lang' })).toMatchObject({ code: 1, said: expect.stringContaining('BACKUP_DAYS') })
  const back = await run('restore', env, backupsIn(env.BACKUP_DIR)[0]?.path ?? '')
  expect(back).toEqual({ code: 0, said: expect.stringContaining('There was no database') })
})

it('S5 no other program that listens on the port is given the key of the organiser, and one that says nothing holds nobody up', async () => {
  const server = await serverProcess({ HOST: '127.0.0.1', LIMIT_DISK_FREE: '0' })
  await makePlein(server)
  const heard: string[] = []
  const other = createServer(({ headers }, answer) => {
    // The first time something else, and after that nothing.
    if (heard.push(JSON.stringify(headers)) === 1) answer.writeHead(404).end('Grafana')
  }).listen(0, '127.0.0.1')
  onTestFinished(() => {
    other.closeAllConnections()
    other.close()
  })
  await once(other, 'listening')
  const env = { ...settings(server), PORT: `${(other.address() as AddressInfo).port}`, LIMIT_DISK_FREE: '0' }
  const refused = {
    code: 1,
    said: expect.stringMatching(/A server runs on .+, but not on port \d+\. Set PORT to the one it listens on\.\n$/),
  }
  for (const asked of [1, 2]) {
    expect(await run('backup', env)).toEqual(refused)
    expect(heard).toHaveLength(asked)
  }
  await server.stop()
  expect(await run('backup', env)).toEqual({ code: 0, said: expect.stringContaining('No server runs here') })
  expect(heard).toHaveLength(3)
  expect(heard.join()).not.toContain(server.key)
})

it('a Pleinbord that has another database is not taken for none: neither is backed up in silence', async () => {
  const server = await serverProcess({ HOST: '127.0.0.1', LIMIT_DISK_FREE: '0' })
  await makePlein(server)
  const old = folder()
  const store = await onDisk(old)
  await store.close()
  const env = { ...settings(server), DATA_DIR: old, LIMIT_DISK_FREE: '0' }
  expect(await run('backup', env)).toEqual({ code: 1, said: expect.stringContaining('has another database than the one in') })
  expect(existsSync(join(old, 'backups'))).toBe(false)
})

it('A14 a database that was put back by hand forgets what was erased since, also when a backup of it is made before a server has opened it', async () => {
  const BACKUP_DIR = join(folder(), 'elders')
  const [lost, anew] = [folder(), folder()]
  const store = await onDisk(lost)
  const backups = backupsOf(store, lost, { folder: BACKUP_DIR })
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes'), posted(2, 'Bomen')] })
  const { path } = await made(backups)
  await store.commit('bos', null, { withdrawn: ['idea-1'] })
  await backups.beside.keep()
  await store.close()
  copyFileSync(path, file(anew))
  const env = { DATA_DIR: anew, BACKUP_DIR, PORT: '1', HOST: '127.0.0.1', LIMIT_DISK_FREE: '0' }
  expect(await run('backup', env)).toMatchObject({ code: 0, said: expect.stringContaining('No server runs here') })
  const server = await onDisk(anew, { beside: BACKUP_DIR })
  expect((await server.load('bos'))?.events.slice(0, 2)).toEqual([posted(1, '1'), posted(2, 'Bomen')])
})

it('I11 S2 of a card that was withdrawn no byte is left within a minute, in the database, beside it, or in a new backup', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '50', LIMIT_DISK_FREE: '0' })
  const made = await server.makePlein([{ kind: 'ideas', settings: { hidden: false } }])
  const [joost, fatma] = [await claim(server, 'Joost', made.links.coach), await comeIn(server, 'Fatma', made)]
  fatma.open('board')
  await joost.ask({ type: 'plein.open' })
  const phase = await phaseOf(fatma)
  const words = ['KANARIE-GEDEELD', 'KANARIE-VERANDERD', 'KANARIE-WACHT']
  await post(fatma, words[0] ?? '', phase)
  await expect.poll(() => JSON.stringify(fatma.opened('board').maps()['ideas'] ?? {}), soon).toContain('KANARIE')
  await fatma.ask({ type: 'idea.edit', key: fatma.key(words[0] ?? ''), text: words[1] ?? '' })
  await post(fatma, words[2] ?? '', phase)
  const inStore = () => holds(server.folder, words)
  expect(inStore()).toEqual(words)
  const from = performance.now()
  for (const text of [words[0], words[2]])
    expect(await fatma.ask({ type: 'idea.withdraw', key: fatma.key(text ?? '') })).toMatchObject({ ok: true })
  expect((await server.organise('/api/v1/backups', { method: 'POST' })).status).toBe(201)
  expect(holds(join(server.folder, 'backups'), words)).toEqual([])
  await expect.poll(inStore, { timeout: 55_000, interval: 250 }).toEqual([])
  expect(performance.now() - from).toBeLessThan(60_000)
  // Nobody had to open a document anew for it.
  expect(fatma.opened('board').closes).toEqual([])
  expect(Object.keys(fatma.opened('board').maps()['ideas'] ?? {})).toHaveLength(0)
})
