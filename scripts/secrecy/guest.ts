/** Somebody with a device on the real server: Socket.io, and the documents over their own lines; every byte that comes in is heard. */
import { randomBytes } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { WebSocket } from 'ws'
import { step1Frame } from '../../server/live/frames.ts'
import type { Role } from '../../shared/domain/state.ts'
import type { Answer, ClientToServer, Hello, ServerToClient } from '../../shared/wire/messages.ts'
import { createProse, type OpenLine, type Prose } from './prose.ts'
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
  const lineOf = (full: string): WebSocket => {
    const line = new WebSocket(`${origin.replace('http', 'ws')}/yjs/${plein}/${full}`, ['pleinbord.v1', `token.${token}`])
    line.on('error', () => line.terminate())
    line.on('message', (data) => hear(name, data as Buffer))
    return line
  }
  const open = (circle: Circle, full: string): void => {
    lines.get(circle)?.terminate()
    const copy = copyOf()
    copies[circle] = copy
    const line = lineOf(full)
    lines.set(circle, line)
    line.on('open', () => line.send(step1Frame(empty)))
    line.on('message', (data) => copy.take(data as Buffer))
  }
  const openText: OpenLine = (full, { heard, gone }) => {
    const line = lineOf(full)
    const opened = new Promise<void>((resolve) => line.once('open', () => resolve()))
    line.on('message', (data) => heard(data as Buffer))
    line.on('close', gone)
    return { send: (frame) => void opened.then(() => line.send(frame)), close: () => line.terminate() }
  }
  const openAll = (names: Hello['documents']): void => {
    for (const circle of reads) if (names[circle]) open(circle, names[circle])
    prose?.told(names)
  }
  let prose: Prose | null = null
  let cards: Hello['cards'] = []
  socket.on('own', ({ documents, cards: told }) => {
    cards = told ?? cards
    if (documents) openAll(documents)
  })
  const hello = await new Promise<Hello>((resolve, reject) => {
    socket.once('hello', resolve)
    socket.once('connect_error', reject)
  })
  const texts = createProse(hello.textClient, openText)
  socket.on('saved', texts.saved)
  if (reads.length > 0) prose = texts
  openAll(hello.documents)
  return {
    ...texts,
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
      texts.leave()
      for (const line of lines.values()) line.terminate()
      socket.disconnect()
    },
  }
}
