/** A WebSocket line that costs the load side little: a thousand phones of two lines each are one process, and must not be slower than what they
 *  measure. Only what servers here say is understood: whole frames without extensions. Phones that are whole are in `../../players`. */
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import type { Traffic } from './traffic.ts'

export type Heard = {
  open(): void
  /** `body` stands in a buffer that all lines share, so it holds during the call only. */
  message(body: Buffer, text: boolean): void
  /** The close code, or 1006 when there was none. */
  closed(code: number): void
}
export type Line = {
  text(said: string): void
  bytes(said: Uint8Array): void
  close(): void
}
export type Address = { port: number; path: string; protocols?: readonly string[]; traffic: Traffic }

const opcodes = { text: 1, bytes: 2, close: 8, ping: 9, pong: 10 } as const
/** One for all: a read is worked on before the next one begins. */
const inbox = Buffer.allocUnsafe(1 << 20)

const framed = (opcode: number, body: Uint8Array): Buffer => {
  const head = body.length < 126 ? 2 : 4
  if (body.length > 0xffff) throw new Error('No phone says so much.')
  const out = Buffer.allocUnsafe(head + 4 + body.length)
  out[0] = 0x80 | opcode
  out[1] = 0x80 | (head === 2 ? body.length : 126)
  if (head === 4) out.writeUInt16BE(body.length, 2)
  const mask = randomBytes(4)
  mask.copy(out, head)
  for (let at = 0; at < body.length; at += 1) out[head + 4 + at] = (body[at] as number) ^ (mask[at & 3] as number)
  return out
}

const upgrade = ({ port, path, protocols = [] }: Address): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...(protocols.length > 0 ? [`Sec-WebSocket-Protocol: ${protocols.join(', ')}`] : []),
    '\r\n',
  ].join('\r\n')

export const openLine = (to: Address, heard: Heard): Line => {
  const { port, traffic } = to
  let open = false
  let ended = false
  let rest: Buffer | null = null
  const end = (code: number): void => {
    if (ended) return
    ended = true
    socket.destroy()
    heard.closed(code)
  }
  const write = (opcode: number, body: Uint8Array): void => {
    if (!ended) socket.write(framed(opcode, body))
  }
  const frame = (first: number, body: Buffer): void => {
    const opcode = first & 15
    if (opcode === opcodes.text || opcode === opcodes.bytes) {
      if (first < 0x80) throw new Error('A message in parts is not understood.')
      traffic.messages += 1
      heard.message(body, opcode === opcodes.text)
      return
    }
    traffic.controls += 1
    if (opcode === opcodes.ping) write(opcodes.pong, body)
    if (opcode === opcodes.close) end(body.length >= 2 ? body.readUInt16BE(0) : 1005)
  }
  /** Where the frames begin, or `null` when the answer is not whole. */
  const opened = (chunk: Buffer): number | null => {
    const end = chunk.indexOf('\r\n\r\n')
    if (end < 0) return null
    if (!chunk.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) throw new Error(chunk.subarray(0, end).toString())
    open = true
    heard.open()
    return end + 4
  }
  const take = (fresh: Buffer): void => {
    const chunk: Buffer = rest === null ? fresh : Buffer.concat([rest, fresh])
    rest = null
    let at = 0
    if (!open) {
      const begins = opened(chunk)
      if (begins === null) {
        rest = Buffer.from(chunk)
        return
      }
      at = begins
    }
    while (!ended && chunk.length - at >= 2) {
      let length = (chunk[at + 1] as number) & 127
      const head = length < 126 ? 2 : length === 126 ? 4 : 10
      if (chunk.length - at < head) break
      if (head === 4) length = chunk.readUInt16BE(at + 2)
      if (head === 10) length = chunk.readUInt32BE(at + 6)
      if (chunk.length - at < head + length) break
      const body = chunk.subarray(at + head, at + head + length)
      const first = chunk[at] as number
      at += head + length
      frame(first, body)
    }
    if (at < chunk.length) rest = Buffer.from(chunk.subarray(at))
  }
  const read = (size: number): boolean => {
    traffic.bytes += size
    take(inbox.subarray(0, size))
    return true
  }
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread: { buffer: inbox, callback: read } })
  socket.on('error', () => end(1006))
  socket.on('close', () => end(1006))
  socket.write(upgrade(to))
  return {
    text: (said) => write(opcodes.text, Buffer.from(said)),
    bytes: (said) => write(opcodes.bytes, said),
    close: () => {
      if (ended) return
      // As a page that is closed: it says so and goes.
      write(opcodes.close, Uint8Array.of(3, 233))
      ended = true
      socket.end()
    },
  }
}
