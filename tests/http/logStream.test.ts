/** The log goes to a disk, a pipe or a terminal, and each of them can stop taking it in the middle of a Plein. */
import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { smallDisk } from '../../scripts/chaos/smallDisk.ts'
import { serverProcess } from '../../scripts/players/process.ts'
import { createLogStream, mostWaiting } from '../../server/logStream.ts'
import { folder } from '../support/folder.ts'
import { key } from './asking.ts'

const soon = { timeout: 20_000 }

/** A server whose log goes elsewhere; what it says on its error output is all of `output()`. */
const loggingTo = async (to: string, enter = (command: readonly string[]) => command) => {
  const wrap = (command: readonly string[]) => enter(['sh', '-c', 'exec "$@" >> "$0"', to, ...command])
  const server = await serverProcess({ folder: folder(), key, env: { LOG_LEVEL: 'debug' }, wrap })
  onTestFinished(async () => void (await server.end('SIGKILL')))
  return server
}
const status = async (address: string): Promise<number> => (await fetch(address, { signal: AbortSignal.timeout(5000) })).status

/** A pipe that is full and that nobody reads: what a terminal is in which somebody pressed Ctrl-S. */
const fullPipe = () => {
  const path = join(folder(), 'log')
  execFileSync('mkfifo', [path])
  const end = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  onTestFinished(() => closeSync(end))
  for (let size = 4096; size >= 1; ) {
    try {
      writeSync(end, Buffer.alloc(size, ' '))
    } catch {
      size = Math.floor(size / 2)
    }
  }
  const taken = Buffer.alloc(65_536)
  const read = (): string => {
    try {
      return taken.toString('utf8', 0, readSync(end, taken))
    } catch {
      return ''
    }
  }
  return { path, read }
}

describe.skipIf(process.platform === 'win32')('a log that cannot be written', () => {
  it('on a full disk ends no Plein: it is said once, each line after it is whole, and how many were lost is told', async ({ skip }) => {
    const disk = await smallDisk(1)
    if (disk === null) return skip()
    onTestFinished(disk.remove)
    const log = join(disk.folder, 'pleinbord.log')
    const server = await loggingTo(log, disk.enter)
    await server.start()
    await disk.fill()
    // What anybody may do: an address that is not there is one line. The first of them still fit in the page that was begun.
    await expect.poll(async () => [await status(`${server.origin}/niets`), server.output()].join(' '), soon).toContain('404 The log cannot')
    for (let times = 0; times < 10; times++) expect(await status(`${server.origin}/niets`)).toBe(404)
    expect(server.output().match(/The log cannot be written \(ENOSPC\)/g)).toHaveLength(1)
    await disk.free()
    expect(await status(`${server.origin}/weer-ruimte`)).toBe(404)
    const written = () => readFileSync(join(disk.prefix, log), 'utf8')
    await expect.poll(written, soon).toContain('lines of the log were lost')
    const after = written().trimEnd().split('\n').slice(-2)
    const [, told] = after.map((line) => JSON.parse(line))
    expect(told).toMatchObject({ level: 'warn', msg: 'lines of the log were lost' })
    expect(told.lost).toBeGreaterThanOrEqual(10)
    expect((await server.end('SIGTERM')).code).toBe(0)
  })

  it('does not keep a server from starting, nor change how it ends', async ({ skip }) => {
    if (process.platform !== 'linux') return skip()
    const server = await loggingTo('/dev/full')
    await server.start()
    await expect.poll(server.output, soon).toContain('The log cannot be written (ENOSPC)')
    expect(await status(`${server.origin}/healthz`)).toBe(200)
    expect((await server.end('SIGTERM')).code).toBe(0)
  })

  it('because its terminal is held still holds nobody up, and says all when it is let go', async () => {
    const pipe = fullPipe()
    const server = await loggingTo(pipe.path)
    await server.start()
    for (let times = 0; times < 5; times++) expect(await status(`${server.origin}/niets`)).toBe(404)
    let said = ''
    await expect
      .poll(() => {
        said += pipe.read()
        return said.match(/"status":404/g)?.length
      }, soon)
      .toBe(5)
    expect(said).toContain('"msg":"started"')
    expect(server.output()).toBe('')
    expect((await server.end('SIGTERM')).code).toBe(0)
    expect(said + pipe.read()).toContain('"msg":"stopping"')
  })

  it('does not keep a server from stopping', async () => {
    const server = await loggingTo(fullPipe().path)
    await server.start()
    expect((await server.end('SIGTERM')).took).toBeLessThan(5000)
  })
})

describe('what waits to be written', () => {
  type Write = Parameters<typeof createLogStream>[2]
  /** A disk that takes what it is told to take. */
  const disk = () => {
    const asked: { text: string; answer: (problem: Error | null, bytes: number) => void }[] = []
    const write = ((_fd: number, data: Buffer, from: number, bytes: number, _at: null, answer: never) =>
      asked.push({ text: data.toString('utf8', from, from + bytes), answer })) as unknown as Write
    return { asked, write }
  }

  it('has a bound, and what is beyond it is counted', () => {
    const { asked, write } = disk()
    const told: unknown[] = []
    const stream = createLogStream(1, { lost: (why) => told.push(why), found: (lines) => told.push(lines) }, write)
    stream.write('de eerste\n')
    expect(stream.held()).toBe(true)
    const line = `${'x'.repeat(1023)}\n`
    for (let lines = 0; lines < mostWaiting / 1024 + 3; lines++) stream.write(line)
    expect(told).toEqual([expect.stringContaining('takes nothing')])
    let flushed = false
    stream.flush(() => {
      flushed = true
    })
    for (let next = 0; next < asked.length; next++) {
      expect(flushed).toBe(false)
      asked[next]?.answer(null, Buffer.byteLength(asked[next]?.text ?? ''))
    }
    expect(told).toHaveLength(2)
    expect(told[1]).toBe(3)
    expect([flushed, stream.held()]).toEqual([true, false])
    expect(asked.map(({ text }) => text).join('')).toBe(`de eerste\n${line.repeat(mostWaiting / 1024)}`)
  })

  it('begins on a line of its own where the disk was full within one', () => {
    const { asked, write } = disk()
    const stream = createLogStream(1, {}, write)
    stream.write('{"halve":"regel"}\n')
    asked[0]?.answer(null, 5)
    asked[1]?.answer(Object.assign(new Error('full'), { code: 'ENOSPC' }), 0)
    stream.write('{"hele":"regel"}\n')
    expect(asked[2]?.text).toBe('\n{"hele":"regel"}\n')
  })
})
