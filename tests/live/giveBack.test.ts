/** What a flood leaves in memory goes back to the machine: on a real server, and when exactly, on a clock that is told. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { memoryOf } from '../../scripts/fuzz/watch.ts'
import { makePlein } from '../../scripts/players/http.ts'
import { giveBackMemory } from '../../server/giveBack.ts'
import { claim } from '../support/phone.ts'
import { serverProcess } from '../support/process.ts'

const MB = 1e6
const minute = 60_000

/** An outcome that none is: parsed, looked at and refused, which leaves some hundred MB of garbage. */
const wrongOutcome = (): string =>
  JSON.stringify({ outcome: { ideas: Array.from({ length: 180_000 }, (_, n) => ({ text: `Het gras voor de deur, nummer ${n}` })) } })

it('R5 a server gives back what a flood left when nobody is here, opens no port for it, and goes on', async () => {
  const server = await serverProcess({ LOG_LEVEL: 'info' })
  const before = await memoryOf(server.origin)
  const body = wrongOutcome()
  const flood = () =>
    fetch(`${server.origin}/api/v1/imports`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' },
      body,
    })
  for (let round = 0; round < 30 && (await memoryOf(server.origin)) < before + 120 * MB; round++)
    for (const { status } of await Promise.all([flood(), flood(), flood()])) expect(status).toBe(400)
  expect(await memoryOf(server.origin)).toBeGreaterThan(before + 100 * MB)

  await expect.poll(server.output, { timeout: 2 * minute, interval: 500 }).toContain('memory was given back')
  expect(await memoryOf(server.origin)).toBeLessThan(before + 80 * MB)
  expect(server.output()).not.toMatch(/debugger/i)
  const made = await makePlein(server.origin, server.key, {
    title: 'Plein over het groen',
    dilemma: 'Wie zorgt er?',
    locale: 'nl',
    programme: [{ kind: 'ideas' }],
  })
  const joost = await claim(server, 'Joost', made.links.coach)
  expect(await joost.ask({ type: 'plein.open' })).toMatchObject({ ok: true })
}, 240_000)

it.skipIf(process.platform !== 'linux')('R5 a server has two arenas of memory, not one for each thread', async () => {
  const { pid } = await serverProcess()
  const starts = readFileSync(`/proc/${pid()}/maps`, 'latin1').matchAll(
    /^([0-9a-f]+)-([0-9a-f]+) rw-p 00000000 00:00 0\s*\n\2-([0-9a-f]+) ---p/gm,
  )
  const arenas = [...starts].filter(([, start = '', , end = '']) => Number.parseInt(end, 16) - Number.parseInt(start, 16) === 2 ** 26)
  // One beside the heap itself.
  expect(arenas.length).toBeLessThanOrEqual(1)
})

describe('memory is given back', () => {
  /** One look after another; `left`: what a collection leaves. */
  const server = ({ left = 150 * MB, fails = false } = {}) => {
    const now = { resident: 150 * MB, busy: 0.01, nobody: true }
    const waiting: (() => void)[] = []
    const lines: string[] = []
    let collected = 0
    const end = giveBackMemory({
      timers: {
        after: (_, run) => {
          waiting.push(run)
          return () => void waiting.splice(0)
        },
      },
      log: { info: (_, text) => lines.push(text), warn: (_, text) => lines.push(text), error: (_, text) => lines.push(text) },
      nobody: async () => now.nobody,
      resident: () => now.resident,
      busy: () => now.busy,
      collect: async () => {
        if (fails) throw new Error('no inspector')
        collected += 1
        now.resident = left
      },
    })
    return {
      now,
      end,
      lines,
      collected: () => collected,
      looks: async (times: number) => {
        for (let time = 0; time < times; time++) {
          waiting.shift()?.()
          await new Promise((resolve) => setImmediate(resolve))
        }
      },
    }
  }

  it('only when it is worth it, and counted from the least that there was', async () => {
    const { now, looks, collected } = server()
    now.resident = 180 * MB
    await looks(5)
    expect(collected()).toBe(0)
    now.resident = 120 * MB
    await looks(1)
    now.resident = 155 * MB
    await looks(1)
    expect(collected()).toBe(1)
  })

  it('never while somebody is connected, or while there is something to do', async () => {
    const { now, looks, collected } = server()
    Object.assign(now, { resident: 400 * MB, nobody: false })
    await looks(50)
    Object.assign(now, { busy: 0.2, nobody: true })
    await looks(50)
    expect(collected()).toBe(0)
    now.busy = 0.05
    await looks(1)
    expect(collected()).toBe(1)
  })

  it('once in five minutes, and not again and again for what really lives', async () => {
    const { now, looks, collected } = server({ left: 300 * MB })
    now.resident = 400 * MB
    await looks(100)
    expect(collected()).toBe(1)
    now.resident = 400 * MB
    await looks(1)
    expect(collected()).toBe(2)
    now.resident = 400 * MB
    await looks(29)
    expect(collected()).toBe(2)
    await looks(1)
    expect(collected()).toBe(3)
  })

  it('no more when the server stops', async () => {
    const { now, looks, collected, end } = server()
    now.resident = 400 * MB
    end()
    await looks(5)
    expect(collected()).toBe(0)
  })

  it('where it cannot be done that is said once', async () => {
    const { now, looks, lines } = server({ fails: true })
    now.resident = 400 * MB
    await looks(100)
    expect(lines).toEqual(['memory cannot be given back; this is not tried again'])
  })
})
