/** `npm run chaos` in small: the real server as a process, phones with their own outbox, and ends that nobody announced. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { judge, noBreaches } from '../../scripts/chaos/judge.ts'
import type { Person } from '../../scripts/chaos/person.ts'
import type { Report } from '../../scripts/chaos/report.ts'
import { callsIn, syncedBeforeAnswered } from '../../scripts/chaos/syscalls.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'

const main = fileURLToPath(new URL('../../scripts/chaos/main.ts', import.meta.url))

const chaos = async (...args: string[]): Promise<{ code: number; said: string; report: Report }> => {
  const child = spawn(process.execPath, [main, '--json', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  // It takes its server along when it is asked to stop.
  onTestFinished(() => void (child.exitCode === null && child.kill('SIGTERM')))
  const said = { out: '', err: '' }
  child.stdout.on('data', (data) => (said.out += data))
  child.stderr.on('data', (data) => (said.err += data))
  const [code] = await once(child, 'close')
  console.log(said.err.split('\n')[0])
  return { code, said: `${said.err}${said.out}`, report: JSON.parse(said.out || 'null') }
}

describe('what was answered and never stored is a loss', () => {
  const token = 'Joost'
  const seat = { seat: 'seat-joost', perspective: null }
  const signed = { by: 'coach', seat: seat.seat, at: 0 } as const
  const said = (command: Command, answer: object): [string, Person['heard'] extends Map<string, infer One> ? One : never] => [
    command.type,
    { command, sends: 1, accepted: new Set([JSON.stringify({ ok: true, ...answer })]), refused: new Set() },
  ]
  const lostOf = (events: PleinEvent[]): string[] => {
    const heard = new Map([
      said({ type: 'ideas.release', ideas: 'all' }, { released: 2 }),
      said({ type: 'timer.start', seconds: 60 }, {}),
      said({ type: 'door.set', locked: true }, {}),
    ])
    const joost = { name: 'Joost', plein: 'plein', token, role: 'coach', strict: true, lines: [], asked: [], heard } as unknown as Person
    const hash = createHash('sha256').update(token).digest('hex')
    const found = noBreaches()
    const plein = { events, numbered: true, ballots: new Set<string>(), seats: new Map([[hash, seat]]) }
    judge([joost], { integrity: 'ok', pleins: new Map([['plein', plein]]) }, found)
    return found.lost
  }
  const done: PleinEvent[] = [
    { type: 'ideas.released', ideas: ['a', 'b'], ...signed },
    { type: 'timer.set', timer: { status: 'running', endsAt: 60_000, length: 60_000 }, ...signed },
    { type: 'door.set', locked: true, ...signed },
  ]

  test('L1 an act of a coach without words: a release, a timer, the door', () => {
    expect(lostOf(done)).toEqual([])
    for (const missing of done) expect(lostOf(done.filter((event) => event !== missing))).toHaveLength(1)
  })

  test('L1 that of another coach, or one that says something else, is not theirs', () => {
    const [release, timer, door] = done as [PleinEvent, PleinEvent, PleinEvent]
    expect(lostOf([{ ...release, seat: 'seat-anneke' } as PleinEvent, timer, door])).toHaveLength(1)
    expect(lostOf([release, timer, { ...door, locked: false } as PleinEvent])).toHaveLength(1)
  })
})

describe('nothing is lost', () => {
  test('L1 L2 L3 the server is killed and stopped while twenty people work: all that was answered is there, once, in order, and in each backup made meanwhile up to its moment', async () => {
    const { code, said, report } = await chaos('--commands', '400', '--kills', '3', '--backups')
    expect(code, said).toBe(0)
    expect(report.counts).toMatchObject({ people: 20, commands: 400, 'kill -9': 2, SIGTERM: 1 })
    expect(report.counts['acknowledged']).toBeGreaterThan(300)
    expect(report.counts['times sent']).toBeGreaterThan(800)
    expect(report.counts['backups']).toBeGreaterThan(0)
  }, 180_000)

  test('L1 L2 L3 the same over a network that lets no WebSocket through', async () => {
    const { code, said, report } = await chaos('--variant', 'long-poll', '--commands', '80', '--kills', '1', '--clients', '8')
    expect(code, said).toBe(0)
    expect(report.counts).toMatchObject({ commands: 80, restarts: 1 })
    expect(report.counts['WebSockets refused']).toBeGreaterThan(8)
  })

  test('L1 a full disk: everything is answered "again later", coaches are told, and when there is room all of it is taken in', async ({
    skip,
  }) => {
    const { code, said, report } = await chaos('--variant', 'disk-full', '--commands', '200')
    skip(report?.skipped !== null, `skipped: ${report?.skipped}`)
    expect(code, said).toBe(0)
    expect(report.counts['refused, storage-failed']).toBeGreaterThan(0)
    expect(report.counts['waiting when it ended']).toBeGreaterThan(0)
  }, 180_000)

  test('L1 an upgrade of a database of the first form is killed again and again: it opens each time, and every row is there', async () => {
    const { code, said, report } = await chaos('--variant', 'upgrade', '--commands', '80', '--kills', '3', '--clients', '8')
    expect(code, said).toBe(0)
    expect(report.counts).toMatchObject({ commands: expect.any(Number), 'kill -9': 3 })
    expect(report.counts['killed before the upgrade']).toBeLessThan(3)
    expect(report.counts['acknowledged']).toBeGreaterThan(60)
  }, 400_000)

  test('L1 as the kernel saw it: nothing of a command is told to anybody before it was synced', async ({ skip }) => {
    const { code, said, report } = await chaos('--variant', 'syscalls', '--commands', '50')
    skip(report?.skipped !== null, `skipped: ${report?.skipped}`)
    expect(code, said).toBe(0)
    expect(report.counts['synced between read and answer']).toBe(50)
  }, 180_000)

  test('L1 a record in which the sync came too early, too late, or on another file is noticed', () => {
    const record = (...lines: string[]) => syncedBeforeAnswered(callsIn(lines.join('\n')), ['idee-1']).synced
    const read = '10 read(20<socket:[1]>, "masked"..., 65536) = 180'
    const answer = '10 write(20<socket:[1]>, "\\201~430[{\\"idea\\":\\"idee-1\\",\\"ok\\":true}]", 80) = 80'
    const sync = '11 fdatasync(21</data/pleinbord.db-wal>) = 0'
    expect(record(read, sync, answer)).toBe(1)
    expect(record(read, '11 fdatasync(21</data/pleinbord.db-wal> <unfinished ...>', '11 <... fdatasync resumed>) = 0', answer)).toBe(1)
    expect(record(sync, read, answer)).toBe(0)
    expect(record(read, answer, sync)).toBe(0)
    expect(record(read, '11 fdatasync(21</data/pleinbord.db-wal> <unfinished ...>', answer, '11 <... fdatasync resumed>) = 0')).toBe(0)
    expect(record(read, '11 fdatasync(21</data/other>) = 0', answer)).toBe(0)
    expect(record(read, '10 write(30<socket:[2]>, "\\202 board idee-1", 60) = 60', sync, answer)).toBe(0)
  })
})
