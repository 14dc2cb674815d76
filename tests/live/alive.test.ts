import { EventEmitter } from 'node:events'
import type { Duplex } from 'node:stream'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { createAlive } from '../../server/live/alive.ts'
import { keepAliveFrame } from '../../server/live/frames.ts'
import { wireOf } from '../../server/live/wire.ts'

/** A line on which nothing is ever said, unless it answers when it is asked. */
const line = (answers: boolean) => {
  const events = new EventEmitter()
  const told: number[] = []
  const made = Object.assign(events, {
    OPEN: 1,
    readyState: 1,
    asked: 0,
    told,
    ping: () => {
      made.asked += 1
      if (answers) events.emit('pong')
    },
    terminate: () => {
      made.readyState = 3
      events.emit('close')
    },
  })
  const socket = {
    write: (bytes: Uint8Array) => {
      expect(bytes).toEqual(wireOf(keepAliveFrame))
      told.push(Date.now())
    },
  }
  return { made, add: (alive: ReturnType<typeof createAlive>) => alive.add(made as unknown as WebSocket, socket as unknown as Duplex) }
}

it('lines hear a sign of life within 25 seconds, not all at once, and those that died are let go', () => {
  vi.useFakeTimers({ now: 0 })
  const alive = createAlive()
  onTestFinished(() => {
    alive.stop()
    vi.useRealTimers()
  })
  const lines = Array.from({ length: 100 }, (_, place) => line(place !== 0))
  for (const one of lines) one.add(alive)
  vi.advanceTimersByTime(600_000)
  const [dead, ...others] = lines.map(({ made }) => made)
  expect(dead?.readyState).toBe(3)
  // Asked once in vain; at the next question it is gone, and hears nothing more.
  expect(dead?.asked).toBe(1)
  expect(dead?.told.at(-1)).toBeLessThan(80_000)
  for (const { told, asked, readyState } of others) {
    expect(readyState).toBe(1)
    expect(asked).toBe(8)
    // The stock provider gives up after 30 seconds without a word.
    const silences = told.map((at, place) => at - (told[place - 1] ?? 0))
    expect(Math.max(...silences)).toBeLessThanOrEqual(25_000)
  }
  const together = new Map<number, number>()
  for (const at of others.flatMap(({ told }) => told)) together.set(at, (together.get(at) ?? 0) + 1)
  expect(Math.max(...together.values())).toBe(4)
})
