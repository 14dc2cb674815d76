/** `npm run soak` in small, and that it would see what grows. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { dice } from '../../scripts/players/dice.ts'
import type { Measure } from '../../scripts/soak/gauge.ts'
import { growthOf, type Report } from '../../scripts/soak/report.ts'

const main = fileURLToPath(new URL('../../scripts/soak/main.ts', import.meta.url))

test('L1 L2 L3 half a minute of Pleinen that open and close: nothing lost, no replica differs, nothing stays open', async () => {
  const child = spawn(process.execPath, [main, '--json', '--minutes', '0.5', '--people', '6'], { stdio: ['ignore', 'pipe', 'pipe'] })
  // It takes its server along when it is asked to stop.
  onTestFinished(() => void (child.exitCode === null && child.kill('SIGTERM')))
  const said = { out: '', err: '' }
  child.stdout.on('data', (data) => (said.out += data))
  child.stderr.on('data', (data) => (said.err += data))
  const [code] = await once(child, 'close')
  console.log(said.err.split('\n')[0])
  expect(code, `${said.err}${said.out}`).toBe(0)
  const { counts, rest, measures, judged } = JSON.parse(said.out) as Report
  expect(judged).toBe(false)
  expect(counts['Pleinen']).toBeGreaterThan(1)
  expect(counts['commands']).toBeGreaterThan(60)
  expect(counts['lines cut']).toBeGreaterThan(10)
  expect(counts['replicas compared']).toBeGreaterThan(100)
  expect(measures.length).toBeGreaterThan(2)
  expect(rest.before.live).toBeGreaterThan(5)
  expect(rest.after.database).toBeGreaterThan(rest.before.database)
}, 240_000)

describe('what grows without end is a breach', () => {
  const rest: Measure = { minute: 0, rss: 150, live: 35, files: 40, timers: 0, database: 0.1 }
  /** An hour of measures, each with chance of its own around what `at` says. */
  const hour = (at: (minute: number) => Partial<Measure>): Measure[] => {
    const chance = dice(26)
    return Array.from({ length: 60 }, (_, minute) => {
      const noise = (chance.below(1000) - 500) / 500
      return { ...rest, minute, live: 40 + noise, rss: 160 + 4 * noise, files: 100 + Math.round(10 * noise), timers: 50, ...at(minute) }
    })
  }
  const grows = (measures: Measure[], after = rest): string[] => growthOf(measures, { before: rest, after }, 20).growth

  test('noise is none, nor what only the warming up needs', () => {
    expect(grows(hour(() => ({})))).toEqual([])
    expect(grows(hour((minute) => (minute < 20 ? { live: 10 + 1.5 * minute } : {})))).toEqual([])
  })
  test('four megabytes an hour are, of heap or of the whole process, and so are files and timers', () => {
    expect(grows(hour((minute) => ({ live: 40 + minute / 15 })))).toEqual(['MB of live heap: 4 an hour, goal 1'])
    expect(grows(hour((minute) => ({ rss: 160 + minute / 15 })))).toEqual(['MB of memory: 4 an hour, goal 1'])
    expect(grows(hour((minute) => ({ files: 100 + minute, timers: 50 + minute })))).toEqual([
      'open files: 60 an hour, goal 5',
      'timers: 60 an hour, goal 5',
    ])
  })
  test('what stays open when everybody has left is one, however short the run was', () => {
    expect(grows(hour(() => ({})).slice(0, 5), { ...rest, files: 46, timers: 6 })).toEqual([
      'open files: 46 when everybody had left, 40 before anybody came',
      'timers: 6 when everybody had left, 0 before anybody came',
    ])
  })
})
