/** What is said on the line of one document, whatever carries it. */
import { closes } from '../../shared/wire/closes.ts'
import type { DocumentName, Who } from './contract.ts'
import { readFrame, step1Frame } from './frames.ts'
import type { Place } from './place.ts'
import type { Peer } from './readers.ts'

export type Reading = {
  /** Never throws. */
  receive(bytes: Uint8Array): void
  left(): void
}

const baseName = (full: string): DocumentName | null => {
  const base = full.slice(0, Math.max(0, full.indexOf('~')))
  return base === 'board' || base === 'desk' || base === 'text/draft' ? base : null
}

/** The name without epoch, or the code to close with. */
export const admitted = ({ room }: Place, who: Who, full: string): DocumentName | number => {
  const base = baseName(full)
  if (base === null) return closes.unknown
  const name = room.documents(who.role)[base]
  if (name === undefined) return closes.forbidden
  return name === full ? base : closes.epoch
}

export const openReading = (place: Place, document: DocumentName, full: string, line: Peer): Reading => {
  const { readers, room, hall, draft, questions, prose } = place
  let open = true
  const peer: Peer = {
    who: line.who,
    send: (frame) => line.send(frame),
    close: (code) => {
      // What comes in before the line is really gone must count no more: the seat may have been revoked.
      open = false
      line.close(code)
    },
  }
  readers.add(document, peer)

  const close = (code: number): void => {
    readers.remove(document, peer)
    peer.close(code)
  }
  /** Each answers the code to close with, or `null`. */
  const answer = (stateVector: Uint8Array): number | null => {
    if (questions.pay(peer.who.seat, peer.who.role) !== null) return closes.slow
    const source = document === 'text/draft' ? draft : room.document(document)
    peer.send(source.missing(stateVector))
    readers.follow(document, peer)
    // Only prose: on what the server writes alone, the answer would be kilobytes of deletions, and a phone that is ahead of a
    // restarted server would be closed for a write, again and again.
    if (document === 'text/draft') peer.send(step1Frame(draft.stateVector()))
    return null
  }
  const write = (update: Uint8Array): number | null => {
    const { seat, role } = peer.who
    // Not one of the final codes: the writer has the words, comes back later, and brings in what is missing.
    if (prose.pay(seat, role, Math.ceil(update.byteLength / 1024)) !== null) return closes.slow
    draft.write({ seat, clients: place.clients(seat) }, update).then(
      (result) => {
        if (result !== 'saved') close(result)
        else hall.tell(seat, 'saved', { document: full, vector: Buffer.from(draft.stateVector()).toString('base64') })
      },
      () => close(closes.slow),
    )
    return null
  }
  const handle = (bytes: Uint8Array): number | null => {
    const frame = readFrame(bytes)
    if (frame === null) return closes.frame
    switch (frame.kind) {
      case 'step1':
        return answer(frame.stateVector)
      case 'awareness':
        return frame.says ? closes.frame : null
      case 'step2':
      case 'update':
        if (document === 'text/draft') return write(frame.update)
        // Every stock provider answers with a step 2; only a write of its own is an attempt.
        return frame.kind === 'step2' ? null : closes.forbidden
      default:
        return frame satisfies never
    }
  }
  return {
    receive: (bytes) => {
      if (!open) return
      try {
        const code = handle(bytes)
        if (code !== null) close(code)
      } catch {
        // A state vector that is none.
        close(closes.frame)
      }
    },
    left: () => {
      open = false
      readers.remove(document, peer)
    },
  }
}
