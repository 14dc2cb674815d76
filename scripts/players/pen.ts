/** Somebody's pen in a co-written text: over the stock y-websocket provider, under the client id that the server gave the seat. */
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { TextName } from '../../shared/wire/messages.ts'
import type { Person } from './person.ts'

export type Pen = {
  /** Writes it below what stands there, in pieces of a few letters; `pause` is awaited between them. */
  write(words: string, line?: string, pause?: () => Promise<void>): Promise<void>
  words(): string
  clear(): void
  put(): void
}

/** Letters that come at once: as fast as somebody types whom a room looks at. */
const piece = 4

export const takePen = async (server: string, { known, token }: Person, name: TextName): Promise<Pen> => {
  const document = known.documents[name]
  if (document === undefined || known.textClient === null) throw new Error(`This seat may not write ${name}.`)
  const doc = new Y.Doc()
  doc.clientID = known.textClient
  const provider = new WebsocketProvider(`${server.replace(/^http/, 'ws')}/yjs/${known.plein.id}`, document, doc, {
    protocols: ['pleinbord.v1', `token.${token}`],
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  provider.awareness.setLocalState(null)
  // Nothing is typed on an id before the first sync.
  await new Promise<void>((resolve) => {
    if (provider.synced) resolve()
    else provider.once('sync', () => resolve())
  })
  return {
    write: async (words, line = 'text', pause = async () => undefined) => {
      const text = doc.getText(line)
      for (let at = 0; at < words.length; at += piece) {
        text.insert(text.length, words.slice(at, at + piece))
        await pause()
      }
    },
    words: () => doc.getText('text').toString(),
    clear: () => doc.getText('text').delete(0, doc.getText('text').length),
    put: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}
