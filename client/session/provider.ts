import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { writeSyncStep1 } from 'y-protocols/sync'
import { messageSync, WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type LiveSocket, makeCarriedSocket } from './carriedSocket.ts'

export type Link = {
  /** Drops the line and takes a new one: a line that died silently looks alive. */
  reconnect: () => void
  /** Takes a new line when this one is silent for so many milliseconds after a question. */
  probe: (silence: number) => void
  live: () => boolean
  destroy: () => void
}

export type LinkOptions = {
  /** `ws://host/yjs/<plein>` */
  address: string
  /** Full name, with epoch. */
  document: string
  token: string
  doc: Y.Doc
  socket: LiveSocket
  /** What is fetched before the first line is taken, see `firstPicture`; the signal: nobody waits for it any more. Absent: nothing is. */
  first?: (left: AbortSignal) => Promise<Uint8Array | null>
  /** A close after which trying again is useless (44xx). */
  onRefused: (code: number) => void
  onSynced: () => void
  onLost: () => void
  WebSocketPolyfill?: typeof WebSocket
  /** Where people write, where that is told. */
  awareness?: Awareness
  /** Of what is written here; absent where nothing is. */
  over?: (Socket: typeof WebSocket) => typeof WebSocket
}

/** So many failed attempts while Socket.io is live mean that this network blocks WebSocket. */
const blockedAfter = 2

export const makeLink = (options: LinkOptions): Link => {
  const { address, document, token, doc, socket, over = (Socket) => Socket } = options
  let failures = 0
  let everOpen = false
  let carried = false
  /** The provider says that a line has ended before it takes it for ended itself. */
  let live = false
  const left = new AbortController()
  let provider = make()
  if (options.first) void options.first(left.signal).then(begin)
  else provider.connect()

  function begin(picture: Uint8Array | null) {
    if (left.signal.aborted) return
    try {
      // As if the line had brought it: what seems to be written here would be sent, and the server closes on any write.
      if (picture !== null && !provider.synced) Y.applyUpdate(doc, picture, provider)
    } catch {
      // The line brings it.
    }
    provider.connect()
  }
  function make(): WebsocketProvider {
    const made = new WebsocketProvider(address, document, doc, {
      connect: false,
      // Two tabs would otherwise exchange documents past the server's access check.
      disableBc: true,
      ...(options.awareness ? { awareness: options.awareness } : {}),
      protocols: ['pleinbord.v1', `token.${token}`],
      // While the other line is away this one rests: at hello it is taken anew, and two would ask a server that is not there.
      shouldReconnect: ({ code }) => socket.connected && code < 4400,
      WebSocketPolyfill: over(carried ? makeCarriedSocket(socket, document) : (options.WebSocketPolyfill ?? WebSocket)),
    })
    if (!options.awareness) made.awareness.setLocalState(null)
    made.on('status', ({ status }) => {
      if (status === 'connected') everOpen = live = true
      const { ws } = made
      // A browser waits minutes for the answer to an upgrade that a network swallowed, and the room's board stands still on this phone.
      if (status === 'connecting') setTimeout(() => made.ws === ws && !live && reconnect(), 10_000)
    })
    made.on('sync', (synced) => {
      if (!synced) return
      failures = 0
      options.onSynced()
    })
    made.on('closed', ({ code }) => code < 4400 || options.onRefused(code))
    made.on('connection-close', () => {
      failures += 1
      live = false
      options.onLost()
      if (!carried && !everOpen && socket.connected && failures >= blockedAfter) {
        carried = true
        // Not inside the provider's own handler: it is still busy with this close.
        queueMicrotask(() => {
          if (provider !== made) return
          made.destroy()
          provider = make()
          provider.connect()
        })
      }
    })
    return made
  }

  const reconnect = () => {
    provider.disconnect()
    provider.connect()
  }
  return {
    reconnect,
    probe: (silence) => {
      const { ws, wsconnected, synced, wsLastMessageReceived: before } = provider
      // Before the first picture the question would be for all of it once more.
      if (!wsconnected || !synced || ws === null) return
      const question = createEncoder()
      writeVarUint(question, messageSync)
      writeSyncStep1(question, doc)
      ws.send(toUint8Array(question))
      setTimeout(() => {
        if (provider.ws === ws && provider.wsLastMessageReceived === before) reconnect()
      }, silence)
    },
    live: () => live,
    destroy: () => {
      left.abort()
      provider.destroy()
    },
  }
}
