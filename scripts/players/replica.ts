/** A copy of one document, kept up by the stock provider; a fresh one under each new name. */
import { createHash } from 'node:crypto'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

export type Replica = {
  map<T>(name: string): Y.Map<T>
  /** Resolves when `look` says so, now or after a change. */
  until(look: () => boolean, what: string, within?: number): Promise<void>
  version(): number
  /** Hash of what stands in it; equal for equal content, whatever way it came. */
  hash(): string
  rename(name: string): void
  close(): void
}

/** Every provider listens for the end of the process; a full room is no leak. */
process.setMaxListeners(0)

const contentOf = (doc: Y.Doc): string =>
  JSON.stringify(
    [...doc.share.keys()].sort().flatMap((name) => {
      const map = doc.getMap(name)
      return map.size === 0 ? [] : [[name, [...map.keys()].sort().map((key) => [key, map.get(key)])]]
    }),
  )

export const openReplica = (server: string, token: string, first: string): Replica => {
  const changed = new Set<() => void>()
  let name = ''
  let doc = new Y.Doc()
  let provider: WebsocketProvider | null = null
  const open = (next: string) => {
    name = next
    doc = new Y.Doc()
    // The version map must exist before anything arrives, so that it is typed.
    doc.getMap('meta')
    doc.on('update', () => {
      for (const look of changed) look()
    })
    provider = new WebsocketProvider(server, name, doc, {
      protocols: ['pleinbord.v1', `token.${token}`],
      disableBc: true,
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    })
    provider.awareness.setLocalState(null)
  }
  const shut = () => {
    provider?.destroy()
    doc.destroy()
  }
  open(first)
  return {
    map: (of) => doc.getMap(of),
    version: () => Number(doc.getMap('meta').get('v') ?? 0),
    hash: () => createHash('sha256').update(contentOf(doc)).digest('hex'),
    until: (look, what, within = 60_000) =>
      new Promise((resolve, reject) => {
        if (look()) return resolve()
        const timer = setTimeout(() => done(() => reject(new Error(`Waited ${within / 1000} s in vain until ${what}.`))), within)
        const done = (then: () => void) => {
          clearTimeout(timer)
          changed.delete(check)
          then()
        }
        const check = () => {
          if (look()) done(resolve)
        }
        changed.add(check)
      }),
    rename: (next) => {
      if (next === name) return
      shut()
      open(next)
    },
    close: shut,
  }
}
