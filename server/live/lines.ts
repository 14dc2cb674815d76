/** Lines that are really gone soon after they were closed, and that are read no faster than anybody needs. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Server, Socket } from 'socket.io'
import { type RawData, type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import { type Bucket, refill } from '../bucket.ts'
import type { Limits } from '../limits.ts'

/** Whoever leaves a close unanswered would else hold the line for half a minute, also without a token. */
const closeTimeout = 3000
/** Bytes that cost as much as one message more. */
const piece = 4096
/** Milliseconds for which a line that was too fast is not read. */
const rest = 200
/** How a message of Socket.io begins that asks to come in. */
const CONNECT = '0'

type Brake = Pick<Limits, 'burstCoach' | 'rateCoach'>

/** What a hasty desk sends, and twice that at once; what came beyond it is told in milliseconds. */
const pace = ({ burstCoach, rateCoach }: Brake, now: () => number): ((length: number) => number) => {
  const [burst, rate] = [burstCoach * 2, Math.max(1, rateCoach * 5)]
  const bucket: Bucket = { left: burst, at: now() }
  return (length) => {
    refill(bucket, burst, rate, now())
    bucket.left -= 1 + length / piece
    return Math.max(0, (-bucket.left * 1000) / rate)
  }
}

/** What is refused costs time too: a line that is too fast waits in the network of its sender and not in our loop. */
const brake = (line: WebSocket, limits: Brake, now: () => number): void => {
  const ahead = pace(limits, now)
  line.on('message', (data: RawData) => {
    const early = ahead(Array.isArray(data) ? 0 : data.byteLength)
    if (early === 0 || line.isPaused) return
    line.pause()
    setTimeout(() => line.resume(), Math.max(rest, early)).unref()
  })
}

/** What one request of long-polling carries is all here at once, and cannot be read slower: the line ends. So it does at a second question to come in,
 *  by polling or not: a stranger would else have hundreds of tokens looked up before any of them was found to be wrong. */
export const guardLines = (engine: Server['engine'], limits: Brake, now: () => number): void => {
  engine.on('connection', (line: Socket['conn']) => {
    const ahead = pace(limits, now)
    let asked = false
    line.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
      const said = typeof data === 'string' ? data : ''
      const asks = type === 'message' && said.startsWith(CONNECT)
      const length = data instanceof Uint8Array ? data.byteLength : said.length
      const tooFast = line.transport.name === 'polling' && ahead(length) > 0
      // At once: closed politely, it would keep what nobody reads for half a minute.
      if (tooFast || (asks && asked)) line.close(true)
      asked ||= asks
    })
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
