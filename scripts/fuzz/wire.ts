/** A WebSocket by hand, so that what no client would ever send can be sent. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export type Wire = {
  socket: Socket
  open(): boolean
  /** One whole frame, masked as a client must. `fin` false: more would follow. */
  send(payload: string | Uint8Array, how?: { opcode?: number; fin?: boolean }): void
  /** Bytes as they are. */
  raw(bytes: Uint8Array): void
  /** Texts that came in. */
  onText(heard: (text: string) => void): void
  /** The status of the last close frame, if there was one. */
  status(): number | null
  closed: Promise<void>
  end(): void
}

export const framed = (payload: Uint8Array, { opcode = 1, fin = true }: { opcode?: number; fin?: boolean } = {}): Buffer => {
  const { length } = payload
  const head = length < 126 ? Buffer.alloc(6) : Buffer.alloc(8)
  head[0] = (fin ? 0x80 : 0) | opcode
  head[1] = 0x80 | (length < 126 ? length : 126)
  if (length > 65_535) throw new Error('longer than is needed here')
  if (length >= 126) head.writeUInt16BE(length, 2)
  // The mask is four zeros: allowed, and the payload stays as it is.
  return Buffer.concat([head, payload])
}

/** Reads the frames of a server, which has no mask. */
const reader = (text: (text: string) => void, close: (status: number) => void) => {
  let kept: Buffer = Buffer.alloc(0)
  return (data: Buffer): void => {
    kept = kept.length === 0 ? data : Buffer.concat([kept, data])
    for (;;) {
      if (kept.length < 2) return
      const short = kept[1]! & 127
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      if (kept.length < head) return
      const length = short < 126 ? short : short === 126 ? kept.readUInt16BE(2) : Number(kept.readBigUInt64BE(2))
      if (kept.length < head + length) return
      const opcode = kept[0]! & 15
      const body = kept.subarray(head, head + length)
      if (opcode === 1) text(body.toString())
      if (opcode === 8) close(length >= 2 ? body.readUInt16BE(0) : 1005)
      kept = kept.subarray(head + length)
    }
  }
}

const within = 8000

/** Throws when the server does not upgrade. */
export const dial = async (url: string, path: string, protocols: readonly string[] = []): Promise<Wire> => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.setNoDelay(true)
  socket.on('error', () => undefined)
  const closed = once(socket, 'close').then(() => undefined)
  socket.setTimeout(within, () => socket.destroy())
  const key = randomBytes(16).toString('base64')
  const offered = protocols.length > 0 ? `Sec-WebSocket-Protocol: ${protocols.join(', ')}\r\n` : ''
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n${offered}\r\n`,
  )
  const texts = new Set<(text: string) => void>()
  let status: number | null = null
  const read = reader(
    (text) => {
      for (const heard of texts) heard(text)
    },
    (code) => {
      status = code
      // The server waits three seconds for an answer that these attackers never give.
      socket.destroy()
    },
  )
  let head: Buffer | null = Buffer.alloc(0)
  await new Promise<void>((resolve, reject) => {
    closed.then(() => reject(new Error(`${path} was not upgraded`)))
    socket.on('data', (data: Buffer) => {
      if (head === null) return read(data)
      head = Buffer.concat([head, data])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      const rest = head.subarray(end + 4)
      if (!head.toString('latin1').startsWith('HTTP/1.1 101')) return socket.destroy()
      head = null
      resolve()
      if (rest.length > 0) setImmediate(() => read(rest))
    })
  })
  return {
    socket,
    open: () => status === null && !socket.destroyed && socket.writable,
    send: (payload, how) => void socket.write(framed(typeof payload === 'string' ? Buffer.from(payload) : payload, how)),
    raw: (bytes) => void socket.write(bytes),
    onText: (heard) => void texts.add(heard),
    status: () => status,
    closed,
    end: () => socket.destroy(),
  }
}

/** Resolves when the other side hung up, or after so long, when we do. `false`: it had to be us. */
export const hungUp = async ({ socket, closed }: Pick<Wire, 'socket' | 'closed'>, milliseconds: number): Promise<boolean> => {
  let ours = false
  const timer = setTimeout(() => {
    ours = true
    socket.destroy()
  }, milliseconds)
  await closed
  clearTimeout(timer)
  return !ours
}

/** A Socket.io line of this seat that has been greeted; `null`: it was not let in. */
export const enter = async (url: string, token: string): Promise<Wire | null> => {
  const wire = await dial(url, '/socket.io/?EIO=4&transport=websocket')
  const greeted = new Promise<boolean>((resolve) => {
    wire.onText((text) => text.startsWith('40{') && resolve(true))
    wire.onText((text) => text.startsWith('44') && resolve(false))
    wire.closed.then(() => resolve(false))
  })
  wire.onText((text) => text === '2' && wire.send('3'))
  wire.send(`40${JSON.stringify({ token, protocol: 1 })}`)
  if (await greeted) return wire
  wire.end()
  return null
}
