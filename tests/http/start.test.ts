import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { greeting } from '../../server/greeting.ts'
import { organiserKey } from '../../server/http/organiserKey.ts'
import { folder } from '../support/folder.ts'
import { asker, bearer } from './asking.ts'
import { child, npmStart, quickest } from './child.ts'

describe('the start', () => {
  it('S5 without a terminal prints the path of the file with the key, and not the key, and nothing but lines of JSON', async () => {
    const data = folder()
    const server = child({ DATA_DIR: data, LOG_LEVEL: 'debug' })
    const origin = await server.origin()
    const file = join(data, 'organiser.key')
    const key = readFileSync(file, 'utf8').trim()
    expect(key).toMatch(/^[\w-]{43}$/)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    const asked = await asker(origin)('GET', '/api/v1/pleins', undefined, bearer(key))
    expect(asked.status).toBe(200)
    await server.says(/"route":"\/api\/v1\/pleins"/)
    expect(server.printed()).not.toContain(key)
    server.signal('SIGTERM')
    await server.ended()
    const lines = server.printed().trim().split('\n')
    const said = lines.map((line) => JSON.parse(line))
    expect(said[0]).toMatchObject({ level: 'info', msg: 'started', phones: origin, keyFile: file, data })
    expect(said.at(-1)).toMatchObject({ level: 'info', msg: 'stopping', signal: 'SIGTERM' })
    expect(said.every(({ time }) => time === new Date(time).toISOString())).toBe(true)
  })

  it('a terminal gets the link of the organiser', () => {
    const organiser = organiserKey('sleutel+van/Anneke', '/nergens', () => '')
    const given = { address: 'http://192.168.1.20:3000', others: ['http://10.0.0.2:3000'], organiser, dataDir: '/data' }
    expect(greeting(given)).toContain('http://192.168.1.20:3000/organisator#sleutel%2Bvan%2FAnneke')
  })

  it('the key stays the same over restarts, and an empty file is said', () => {
    const data = folder()
    let made = 0
    const make = () => `de-sleutel-met-nummer-${++made}`
    const first = organiserKey(null, data, make)
    expect(organiserKey(null, data, make).reveal()).toBe(first.reveal())
    expect(first.matches(first.reveal())).toBe(true)
    expect(first.matches('')).toBe(false)
    writeFileSync(join(data, 'organiser.key'), '\n')
    expect(() => organiserKey(null, data, make)).toThrow(/organiser\.key holds no organiser's key; /)
  })

  it('a second server on the same data stops within two seconds with a sentence, and the first goes on', async () => {
    const data = folder()
    const first = child({ DATA_DIR: data })
    const origin = await first.origin()
    const late = await quickest(1, async () => {
      // What it takes this machine now to start a process and load the code, before anything is done.
      const idle = await child({ DATA_DIR: data, PORT: 'x' }).ended()
      const second = child({ DATA_DIR: data })
      const { code, took } = await second.ended()
      expect(code).toBe(1)
      expect(second.printed()).toBe(
        `Another Pleinbord server is running on ${data}. Stop that one first, or give this one its own DATA_DIR.\n`,
      )
      // On one that is busy with other things as long again.
      return (took - idle.took) / Math.max(2000, idle.took)
    })
    expect(late).toBeLessThan(1)
    expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  })

  it('a port in use and a wrong setting are one sentence each', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await expect.poll(() => other.listening).toBe(true)
    const { port } = other.address() as AddressInfo
    const busy = child({ DATA_DIR: folder(), PORT: `${port}` })
    expect((await busy.ended()).code).toBe(1)
    expect(busy.printed()).toBe(`Port ${port} is in use by another program; stop that one, or choose another PORT.\n`)
    const wrong = child({ DATA_DIR: folder(), PUBLIC_URL: 'plein.nl' })
    expect((await wrong.ended()).code).toBe(1)
    expect(wrong.printed()).toMatch(/^PUBLIC_URL is "plein\.nl" but [^\n]+\.\n$/)
    const nowhere = child({ DATA_DIR: join(import.meta.filename, 'x') })
    expect((await nowhere.ended()).code).toBe(1)
    expect(nowhere.printed()).toMatch(/^DATA_DIR is [^\n]+\.\n$/)
  })

  // Only the environment that a process begins with tells glibc so.
  it.skipIf(process.platform !== 'linux')(
    'npm start spares memory as the same process, without a word of Node; who set it otherwise is heard',
    async () => {
      const environment = (pid: number) => readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
      const server = npmStart({ DATA_DIR: folder() })
      await server.origin()
      expect(environment(server.pid())).toContain('MALLOC_ARENA_MAX=2')
      expect(readFileSync(`/proc/${server.pid()}/cmdline`, 'utf8')).toMatch(/--max-semi-space-size=8\0[^\0]+start\.js\0$/)
      expect(readFileSync(`/proc/${server.pid()}/task/${server.pid()}/children`, 'utf8')).toBe('')
      expect(server.printed()).not.toMatch(/warning/i)
      server.signal('SIGTERM')
      expect((await server.ended()).code).toBe(0)

      const other = npmStart({ DATA_DIR: folder(), MALLOC_ARENA_MAX: '8' })
      await other.origin()
      expect(environment(other.pid())).toContain('MALLOC_ARENA_MAX=8')
    },
    60_000,
  )
})
