/** `npm run bench` in small, and whether what counts for it notices what goes wrong on a line. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { takeCores } from '../../scripts/bench/cores.ts'
import { openLine } from '../../scripts/bench/load/line.ts'
import { createSeen } from '../../scripts/bench/load/seen.ts'
import { noTraffic } from '../../scripts/bench/load/traffic.ts'
import { textOf } from '../../scripts/bench/peers/idea.ts'
import { exitCode, printed, type Report, reportOf } from '../../scripts/bench/report.ts'
import { folder } from '../support/folder.ts'

const main = fileURLToPath(new URL('../../scripts/bench/main.ts', import.meta.url))

const bench = async (...args: string[]): Promise<{ code: number; said: string; report: Report }> => {
  const out = folder()
  const child = spawn(process.execPath, [main, '--no-pin', '--out', out, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void (child.exitCode === null && child.kill('SIGTERM')))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data))
  const [code] = await once(child, 'close')
  return { code, said, report: JSON.parse(readFileSync(join(out, 'bench.json'), 'utf8')) as Report }
}

describe('the bench', () => {
  test('a tiny one runs on all three servers, and everybody saw everything once', async () => {
    const { code, said, report } = await bench('--only', 'compare', '--quick', '--repetitions', '1', '--seconds', '1', '--phones', '20')
    // 3: a goal of milliseconds is missed on a machine that does other things too.
    expect([0, 3], said).toContain(code)
    expect(report.problems).toEqual([])
    const figures = report.found.compare?.figures as { rounds: Record<string, { posting: { deliveries: number } }[]> } | undefined
    for (const name of ['relay', 'hocuspocus', 'pleinbord']) expect(figures?.rounds[name]?.[0]?.posting.deliveries, name).toBe(200)
    expect(new Set(report.found.compare?.verdicts.map(({ goal }) => goal))).toEqual(new Set(['P1', 'P2', 'P3', 'P4']))
  })

  test('votes, a phone that slept, several Pleinen and a full one are counted in small too', async () => {
    const { code, said, report } = await bench(
      '--only',
      'votes,sleeper,several,thousand',
      '--repetitions',
      '1',
      '--seconds',
      '1',
      '--phones',
      '6',
    )
    expect([0, 3], said).toContain(code)
    expect(report.problems).toEqual([])
    const verdicts = Object.values(report.found).flatMap((one) => one.verdicts)
    expect(new Set(verdicts.map(({ goal }) => goal))).toEqual(new Set(['P6', 'P7', 'P12']))
    expect(verdicts.every(({ figure }) => Number.isFinite(figure))).toBe(true)
  })

  test('a goal that is missed ends with 3, anything that went wrong with 1, and both are said', () => {
    const report = (figure: number, problems: string[]) => {
      const verdict = { goal: 'P2', what: 'CPU', figure, most: 0.9, unit: '×' }
      return reportOf([], takeCores(false), 0, { compare: { figures: null, verdicts: [verdict], tables: [], problems } })
    }
    expect(exitCode(report(0.9, []))).toBe(0)
    expect(exitCode(report(0.91, []))).toBe(3)
    expect(printed(report(0.91, []))).toContain('**missed**')
    // What could not be measured is not met.
    expect(exitCode(report(Number.NaN, []))).toBe(3)
    expect(exitCode(report(0.5, ['relay: 1 of 60 deliveries are missing']))).toBe(1)
    expect(printed(report(0.5, ['relay: 1 of 60 deliveries are missing']))).toContain('- compare: relay: 1 of 60 deliveries are missing')
  })

  test('one message that is swallowed and one that is said twice are noticed, on real lines', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    onTestFinished(() => server.close())
    const lines: WebSocket[] = []
    server.on('connection', (line) => lines.push(line))
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const people = ['Fatima', 'Joost', 'Mehmet']
    const seen = createSeen(people.length)
    await Promise.all(
      people.map(
        (_, place) =>
          new Promise<void>((open) => {
            const line = openLine(
              { port, path: '/', traffic: noTraffic() },
              { open, message: (body) => seen.frame(place, body), closed: () => undefined },
            )
            onTestFinished(() => line.close())
          }),
      ),
    )
    const sends = (mark: number, to: readonly WebSocket[]) => {
      const all = seen.sent(mark)
      for (const line of to) line.send(Buffer.from(textOf(mark)))
      return all
    }
    const [one, two, three] = lines as [WebSocket, WebSocket, WebSocket]
    await sends(1, lines)
    expect(seen.problems()).toEqual([])
    await sends(2, [one, two, three, two])
    await sends(3, lines)
    expect(seen.problems()).toEqual(['1 deliveries came twice'])
    void sends(4, [one, three])
    await sends(5, lines)
    await seen.settled(50)
    expect(seen.problems()).toEqual(['1 of 15 deliveries are missing', '1 deliveries came twice'])
  })
})
