/** Somebody with a device on the real server: Socket.io, and the documents over their own lines; every byte that comes in is heard. */
import { randomBytes } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { WebSocket } from 'ws'
import { step1Frame } from '../../server/live/frames.ts'
import type { Role } from '../../shared/domain/state.ts'
import type { Answer, ClientToServer, Hello, ServerToClient } from '../../shared/wire/messages.ts'
import { copyOf, type Hear, type Somebody } from './scene.ts'

export type Guest = Somebody & {
  token: string
  leave(): void
}
type Circle = 'board' | 'desk'

const patience = 60_000
const empty = Uint8Array.of(0)

export const connectGuest = async (
  origin: string,
  { name, role, token, plein }: { name: string; role: Role; token: string; plein: string },
  hear: Hear,
  reads: readonly Circle[],
): Promise<Guest> => {
  const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
    auth: { token, protocol: 1 },
    transports: ['websocket'],
    forceNew: true,
  })
  socket.io.on('open', () => socket.io.engine.on('packet', ({ data }) => data !== undefined && hear(name, Buffer.from(String(data)))))
  const copies = { board: copyOf(), desk: copyOf() }
  const lines = new Map<Circle, WebSocket>()
  const open = (circle: Circle, full: string): void => {
    lines.get(circle)?.terminate()
    const copy = copyOf()
    copies[circle] = copy
    const line = new WebSocket(`${origin.replace('http', 'ws')}/yjs/${plein}/${full}`, ['pleinbord.v1', `token.${token}`])
    lines.set(circle, line)
    line.on('error', () => line.terminate())
    line.on('open', () => line.send(step1Frame(empty)))
    line.on('message', (data) => {
      hear(name, data as Buffer)
      copy.take(data as Buffer)
    })
  }
  const openAll = (names: Hello['documents']): void => {
    for (const circle of reads) if (names[circle]) open(circle, names[circle])
  }
  let cards: Hello['cards'] = []
  socket.on('own', ({ documents, cards: told }) => {
    cards = told ?? cards
    if (documents) openAll(documents)
  })
  const hello = await new Promise<Hello>((resolve, reject) => {
    socket.once('hello', resolve)
    socket.once('connect_error', reject)
  })
  openAll(hello.documents)
  return {
    name,
    role,
    token,
    ask: (command) => {
      const message = { id: randomBytes(16).toString('base64url'), ...command } as Parameters<ClientToServer['command']>[0]
      return socket.timeout(patience).emitWithAck('command', message) as Promise<Answer>
    },
    map: (document, map) => copies[document].map(map),
    cards: () => cards,
    leave: () => {
      for (const line of lines.values()) line.terminate()
      socket.disconnect()
    },
  }
}
