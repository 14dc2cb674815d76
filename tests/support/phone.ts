/** A client of the real protocol: HTTP to get in, socket.io-client, and the stock y-websocket provider. Leaves with the test. */
import { randomBytes } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { expect, onTestFinished } from 'vitest'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Command } from '../../shared/domain/commands.ts'
import type {
  Answer,
  ByeReason,
  ClientToServer,
  Crowd,
  Hello,
  Notice,
  OwnMessage,
  ServerToClient,
  TextName,
} from '../../shared/wire/messages.ts'
import { maps } from './replica.ts'
import { type MadePlein, secretOf } from './server.ts'

/** In this process or in one of its own. */
type AnyServer = { origin: string }

export type DocumentName = 'board' | 'desk' | TextName
export type Opened = {
  doc: Y.Doc
  provider: WebsocketProvider
  /** Close codes, oldest first. */
  closes: number[]
  /** Headers of the answer to the upgrade, of each line. */
  upgrades: Record<string, unknown>[]
  /** What came in over this line, and nothing of another one. */
  frames: Buffer[]
  maps(): ReturnType<typeof maps>
}
export type Phone = {
  name: string
  token: string
  plein: string
  socket: Socket<ServerToClient, ClientToServer>
  hello(): Hello
  told: { own: OwnMessage[]; crowds: Crowd[]; notices: Notice[]; byes: ByeReason[]; saved: { document: string; vector: string }[] }
  /** Every byte that came in, whichever way. */
  received: Buffer[]
  open(document: DocumentName, full?: string): Opened
  opened(document: DocumentName): Opened
  ask(command: Command, id?: string): Promise<Answer>
  /** A message as it is, right or wrong. */
  say(message: unknown): Promise<Answer>
  key(name: string): string
  leave(): void
}

export const newId = (): string => randomBytes(16).toString('base64url')

/** Every frame that this line hears is added to each of `records`. */
const recorder = (records: Buffer[][], upgrades: Record<string, unknown>[]) =>
  class extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols)
      this.on('upgrade', ({ headers }) => upgrades.push(headers))
      this.on('message', (data) => {
        for (const record of records) record.push(Buffer.from(data as Buffer))
      })
    }
  } as unknown as typeof globalThis.WebSocket

const getIn = async (server: AnyServer, path: string, body: unknown): Promise<{ plein: string; token: string }> => {
  const answer = await fetch(`${server.origin}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { plein: string; token: string }
}

export const connect = async (server: AnyServer, name: string, { plein, token }: { plein: string; token: string }): Promise<Phone> => {
  const received: Buffer[] = []
  const told: Phone['told'] = { own: [], crowds: [], notices: [], byes: [], saved: [] }
  const documents = new Map<DocumentName, Opened>()
  const keys = new Map<string, string>()
  let hello: Hello | null = null
  const socket: Phone['socket'] = io(server.origin, {
    auth: { token, protocol: 1 },
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
  })
  socket.io.on('open', () => socket.io.engine.on('packet', ({ data }) => data !== undefined && received.push(Buffer.from(String(data)))))
  socket.on('hello', (said) => {
    hello = said
  })
  socket.on('own', (own) => void told.own.push(own))
  socket.on('crowd', (crowd) => void told.crowds.push(crowd))
  socket.on('notice', (notice) => void told.notices.push(notice))
  socket.on('bye', ({ reason }) => void told.byes.push(reason))
  socket.on('saved', (saved) => void told.saved.push(saved))

  const phone: Phone = {
    name,
    token,
    plein,
    socket,
    told,
    received,
    hello: () => {
      if (!hello) throw new Error(`nobody said hello to ${name}`)
      return hello
    },
    open: (document, full = phone.hello().documents[document]) => {
      documents.get(document)?.provider.destroy()
      const doc = new Y.Doc()
      if (document.startsWith('text/') && hello?.textClient) doc.clientID = hello.textClient
      const upgrades: Record<string, unknown>[] = []
      const frames: Buffer[] = []
      const provider = new WebsocketProvider(`${server.origin.replace('http', 'ws')}/yjs/${plein}`, full ?? document, doc, {
        connect: false,
        disableBc: true,
        protocols: ['pleinbord.v1', `token.${token}`],
        WebSocketPolyfill: recorder([received, frames], upgrades),
        maxBackoffTime: 100,
      })
      provider.awareness.setLocalState(null)
      const closes: number[] = []
      provider.on('connection-close', (event) => event && closes.push(event.code))
      provider.connect()
      const opened: Opened = { doc, provider, closes, upgrades, frames, maps: () => maps(doc) }
      documents.set(document, opened)
      return opened
    },
    opened: (document) => documents.get(document) ?? phone.open(document),
    ask: (command, id = newId()) => phone.say({ id, ...command }),
    say: (message) => socket.timeout(10_000).emitWithAck('command', message as Parameters<ClientToServer['command']>[0]) as Promise<Answer>,
    key: (idea) => {
      const known = keys.get(idea) ?? newId()
      keys.set(idea, known)
      return known
    },
    leave: () => {
      for (const { provider } of documents.values()) provider.destroy()
      documents.clear()
      socket.disconnect()
    },
  }
  onTestFinished(phone.leave)
  await expect.poll(() => hello, { timeout: 10_000 }).not.toBeNull()
  return phone
}

export const join = async (server: AnyServer, name: string, made: MadePlein): Promise<Phone> =>
  connect(server, name, await getIn(server, 'join', { ticket: secretOf(made.links.join) }))

export const claim = async (server: AnyServer, name: string, link: string): Promise<Phone> =>
  connect(server, name, await getIn(server, 'claim', { secret: secretOf(link) }))
