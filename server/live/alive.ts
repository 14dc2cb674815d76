/** Signs of life on lines that may be silent for long. A few lines at a time, so that those of a full room never wait for each other. */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { keepAliveFrame } from './frames.ts'
import { wireOf } from './wire.ts'

/** The stock provider takes a line for dead after 30 s of silence. */
const every = 25_000
const groups = 25
/** Asked whether it is still there only so often: a line that died costs memory only, and more questions would wake every phone. */
const askedEvery = 3

export type Alive = {
  /** `socket`: the connection under the line. */
  add(line: WebSocket, socket: Duplex): void
  stop(): void
}

type Kept = { socket: Duplex; heard: boolean }

export const createAlive = (): Alive => {
  const kept = Array.from({ length: groups }, () => new Map<WebSocket, Kept>())
  let added = 0
  let turns = 0
  const look = (line: WebSocket, one: Kept, asks: boolean): void => {
    if (line.readyState !== line.OPEN) return
    if (asks && !one.heard) {
      line.terminate()
      return
    }
    if (asks) {
      one.heard = false
      line.ping()
    }
    one.socket.write(wireOf(keepAliveFrame))
  }
  const timer = setInterval(() => {
    const asks = Math.floor(turns / groups) % askedEvery === 0
    for (const [line, one] of kept[turns % groups] ?? []) look(line, one, asks)
    turns += 1
  }, every / groups)
  timer.unref()
  return {
    add: (line, socket) => {
      const group = kept[added % groups]
      added += 1
      const one: Kept = { socket, heard: true }
      const heard = (): void => {
        one.heard = true
      }
      group?.set(line, one)
      line.on('message', heard)
      line.on('pong', heard)
      line.once('close', () => group?.delete(line))
    },
    stop: () => clearInterval(timer),
  }
}
