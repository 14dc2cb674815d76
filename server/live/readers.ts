/** Who reads which document, over whichever line. */
import type { SeatId } from '../../shared/domain/state.ts'
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
  /** `seat`: for this one only; `but`: for all others. */
  frame(document: DocumentName, frame: Uint8Array, seat?: SeatId | null, but?: Peer): void
  close(which: (document: DocumentName, peer: Peer) => boolean, code: number): void
  size(): number
}

type Peers = {
  following: Set<Peer>
  /** Oldest first. */
  seats: Map<SeatId, Set<Peer>>
  size: number
}

export const createReaders = (most: number, replaced: number): Readers => {
  const open = new Map<DocumentName, Peers>()
  const of = (document: DocumentName): Peers => {
    const peers = open.get(document) ?? { following: new Set(), seats: new Map(), size: 0 }
    open.set(document, peers)
    return peers
  }
  const remove = (peers: Peers, peer: Peer): boolean => {
    const own = peers.seats.get(peer.who.seat)
    if (!own?.delete(peer)) return false
    if (own.size === 0) peers.seats.delete(peer.who.seat)
    peers.following.delete(peer)
    peers.size -= 1
    return true
  }
  return {
    add: (document, peer) => {
      const peers = of(document)
      const own = peers.seats.get(peer.who.seat) ?? new Set()
      peers.seats.set(peer.who.seat, own.add(peer))
      peers.size += 1
      for (const oldest of [...own].slice(0, Math.max(0, own.size - most))) {
        remove(peers, oldest)
        oldest.close(replaced)
      }
    },
    follow: (document, peer) => {
      const peers = of(document)
      if (peers.seats.get(peer.who.seat)?.has(peer)) peers.following.add(peer)
    },
    remove: (document, peer) => void remove(of(document), peer),
    frame: (document, frame, seat = null, but) => {
      for (const peer of of(document).following) if (peer !== but && (seat === null || peer.who.seat === seat)) peer.send(frame)
    },
    close: (which, code) => {
      for (const [document, peers] of open)
        for (const own of [...peers.seats.values()])
          for (const peer of [...own]) {
            if (!which(document, peer)) continue
            remove(peers, peer)
            peer.close(code)
          }
    },
    size: () => [...open.values()].reduce((sum, { size }) => sum + size, 0),
  }
}
