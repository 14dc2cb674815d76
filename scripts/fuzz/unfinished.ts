/** Sockets that begin something and never finish it: who holds them open pays, and nobody else. */
import { connect } from 'node:net'
import type { Figures } from '../players/latency.ts'
import { startServer } from '../players/server.ts'
import { bystand } from './bystanders.ts'
import { furnish } from './room.ts'
import { memoryAtRest, memoryOf } from './watch.ts'
import { framed } from './wire.ts'

const upgrade = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`
const socketIo = upgrade('/socket.io/?EIO=4&transport=websocket')
const yjs = upgrade('/yjs/x/board')
const begun = (bytes: number): Buffer => framed(Buffer.alloc(bytes, 'a'), { fin: false })

/** What is sent at once, and then once a second. */
const sorts: Record<string, [string | Buffer, (string | Buffer)?]> = {
  'nothing at all': [''],
  'half a head': ['GET / HTTP/1.1\r\nHost: x\r\n'],
  'a head, drop by drop': ['GET / HTTP/1.1\r\nHost: x\r\n', 'X: y\r\n'],
  'a body, drop by drop': ['POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{', ' '],
  'Socket.io, then silence': [socketIo],
  'Socket.io, half a message of 60 KB': [Buffer.concat([Buffer.from(socketIo), begun(60_000)])],
  'Socket.io, fragments': [Buffer.concat([Buffer.from(socketIo), begun(1)]), framed(Buffer.from('a'), { opcode: 0, fin: false })],
  'Yjs, half a message of 60 KB': [Buffer.concat([Buffer.from(yjs), begun(60_000)])],
  'Yjs, 200 MiB announced': [Buffer.concat([Buffer.from(yjs), Buffer.from([0x82, 0xff, 0, 0, 0, 0, 12, 128, 0, 0, 0, 0, 0, 0])])],
}

export type UnfinishedReport = {
  sockets: number
  /** Seconds after which the last of each sort was gone; `null`: some were not. */
  gone: Record<string, number | null>
  memory: { before: number; peak: number; after: number }
  answers: Figures | null
  refused: number
}

/** Longest that any may stand: the time of a request or a greeting, the time that a close may go unanswered, and a second. */
export const patience = 5 + 3 + 1

export const leaveUnfinished = async (sockets: number): Promise<UnfinishedReport> => {
  const server = await startServer({})
  try {
    const { hostname, port } = new URL(server.url)
    const room = await furnish(server.url, server.key)
    const phones = room.seats.filter(({ role }) => role === 'participant').map(({ token }) => token)
    const bystanders = await bystand(server.url, phones.slice(0, 20), 700)
    const before = await memoryAtRest(server.url, 3)
    const names = Object.keys(sorts)
    const gone: Record<string, number | null> = Object.fromEntries(names.map((name) => [name, 0]))
    const open = new Set<ReturnType<typeof connect>>()
    const begin = (name: string): void => {
      const [first, then] = sorts[name]!
      const since = performance.now()
      const socket = connect(Number(port), hostname)
      open.add(socket)
      socket.on('error', () => undefined)
      socket.resume()
      if (first.length > 0) socket.write(first)
      const drops = then === undefined ? undefined : setInterval(() => socket.writable && socket.write(then), 1000)
      socket.once('close', () => {
        open.delete(socket)
        clearInterval(drops)
        const seconds = (performance.now() - since) / 1000
        gone[name] = Math.max(gone[name] ?? 0, Math.round(seconds * 10) / 10)
      })
      // Whoever ends politely is answered so; this side never ends by itself.
    }
    for (let place = 0; place < sockets; place++) {
      begin(names[place % names.length]!)
      if (place % 50 === 49) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    let peak = 0
    const end = performance.now() + (patience + 6) * 1000
    while (open.size > 0 && performance.now() < end) {
      peak = Math.max(peak, await memoryOf(server.url))
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    if (open.size > 0) for (const name of names) if (gone[name] === 0) gone[name] = null
    for (const socket of open) socket.destroy()
    const after = await memoryAtRest(server.url, 5)
    const { figures: answers, refused } = await bystanders.stop()
    return { sockets, gone, memory: { before, peak, after }, answers, refused }
  } finally {
    await server.stop()
  }
}
