/** The least that can be done: a relay that keeps bytes, gives whoever comes all of them in one frame, and passes on what comes in. It knows nobody,
 *  stores nothing and understands nothing. */
import { type WebSocket, WebSocketServer } from 'ws'

type Room = { kept: Buffer[]; whole: Buffer | null; lines: Set<WebSocket> }
const rooms = new Map<string, Room>()

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
server.on('connection', (line, { url = '' }) => {
  const room = rooms.get(url) ?? { kept: [], whole: null, lines: new Set() }
  rooms.set(url, room)
  room.lines.add(line)
  room.whole ??= Buffer.concat(room.kept)
  line.send(room.whole)
  line.on('message', (data: Buffer) => {
    room.kept.push(data)
    room.whole = null
    for (const one of room.lines) one.send(data)
  })
  line.on('close', () => room.lines.delete(line))
})
server.on('listening', () => console.log(`port ${(server.address() as { port: number }).port}`))
