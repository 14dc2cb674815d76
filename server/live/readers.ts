/** Who reads which document, over whichever line. */
import type { DocumentName, Who } from './contract.ts'

export type Peer = {
  who: Who
  send(frame: Uint8Array): void
  /** A code of `shared/wire/closes.ts`. After it nothing is sent. */
  close(code: number): void
}

export type Readers = {
  /** Somebody opened it. With more than `most` lines of one seat the oldest is answered by `replaced`. */
  add(document: DocumentName, peer: Peer): void
  /** From now on it gets what changes. Idempotent. */
  follow(document: DocumentName, peer: Peer): void
  remove(document: DocumentName, peer: Peer): void
  frame(document: DocumentName, frame: Uint8Array): void
  close(which: (document: DocumentName, peer: Peer) => boolean, code: number): void
  size(): number
}

export const createReaders = (most: number, replaced: number): Readers => {
  const open = new Map<DocumentName, Map<Peer, { follows: boolean }>>()
  const of = (document: DocumentName) => {
    const peers = open.get(document) ?? new Map<Peer, { follows: boolean }>()
    open.set(document, peers)
    return peers
  }
  return {
    add: (document, peer) => {
      const peers = of(document)
      peers.set(peer, { follows: false })
      const own = [...peers.keys()].filter(({ who }) => who.seat === peer.who.seat)
      for (const oldest of own.slice(0, Math.max(0, own.length - most))) {
        peers.delete(oldest)
        oldest.close(replaced)
      }
    },
    follow: (document, peer) => {
      const reader = of(document).get(peer)
      if (reader) reader.follows = true
    },
    remove: (document, peer) => {
      of(document).delete(peer)
    },
    frame: (document, frame) => {
      for (const [peer, { follows }] of of(document)) if (follows) peer.send(frame)
    },
    close: (which, code) => {
      for (const [document, peers] of open)
        for (const peer of [...peers.keys()]) {
          if (!which(document, peer)) continue
          peers.delete(peer)
          peer.close(code)
        }
    },
    size: () => [...open.values()].reduce((sum, peers) => sum + peers.size, 0),
  }
}
