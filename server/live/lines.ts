/** WebSocket lines that are really gone soon after they were closed, and that are read no faster than anybody needs. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import type { Limits } from '../limits.ts'

/** Whoever leaves a close unanswered would else hold the line for half a minute, also without a token. */
const closeTimeout = 3000
/** Bytes that cost as much as one message more. */
const piece = 4096
/** Milliseconds for which a line that was too fast is not read. */
const rest = 200

export type Brake = Pick<Limits, 'burstCoach' | 'rateCoach'>

/** What is refused costs time too: beyond what a hasty desk sends, a line waits in the network of its sender and not in our loop. */
const brake = (line: WebSocket, { burstCoach, rateCoach }: Brake, now: () => number): void => {
  const [burst, rate] = [burstCoach * 2, rateCoach * 5]
  let left = burst
  let at = now()
  line.on('message', (data: RawData) => {
    const length = Array.isArray(data) ? 0 : data.byteLength
    left = Math.min(burst, left + (Math.max(0, now() - at) * rate) / 1000) - 1 - length / piece
    at = now()
    if (left >= 0 || line.isPaused) return
    line.pause()
    setTimeout(() => line.resume(), Math.max(rest, (-left * 1000) / Math.max(1, rate))).unref()
  })
}

type Taken = Parameters<WebSocketServer['handleUpgrade']>[3]

export const linesFor = (limits: Brake, now: () => number): typeof WebSocketServer =>
  class Lines extends WebSocketServer {
    constructor(options?: ServerOptions) {
      const more = { ...options, closeTimeout }
      super(more)
    }
    override handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, taken: Taken): void {
      super.handleUpgrade(request, socket, head, (line, asked) => {
        brake(line, limits, now)
        taken(line, asked)
      })
    }
  } as typeof WebSocketServer
