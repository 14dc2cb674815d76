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

/** Answering a state vector that is not empty takes a millisecond or two: so many at once, then one a second. */
const questions = { burst: 20, everyMs: 1000 }

export const openReading = (place: Place, document: DocumentName, full: string, line: Peer, now: () => number): Reading => {
  const { readers, room, hall, draft } = place
  let asked = { left: questions.burst, at: now() }
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
  const mayAsk = (): boolean => {
    const refilled = Math.min(questions.burst, asked.left + (now() - asked.at) / questions.everyMs)
    asked = { left: refilled - 1, at: now() }
    return asked.left >= 0
  }
  const answer = (stateVector: Uint8Array): void => {
    if (!mayAsk()) return close(closes.slow)
    const source = document === 'text/draft' ? draft : room.document(document)
    peer.send(source.missing(stateVector))
    readers.follow(document, peer)
    // Only prose: on what the server writes alone, the answer would be kilobytes of deletions, and a phone that is ahead of a
    // restarted server would be closed for a write, again and again.
    if (document === 'text/draft') peer.send(step1Frame(draft.stateVector()))
  }
  const write = async (update: Uint8Array): Promise<void> => {
    const { seat } = peer.who
    const result = await draft.write({ seat, clients: place.clients(seat) }, update)
    if (result === 'saved') hall.tell(seat, 'saved', { document: full, vector: Buffer.from(draft.stateVector()).toString('base64') })
    else close(result)
  }
  const handle = (bytes: Uint8Array): void => {
    const frame = readFrame(bytes)
    if (frame === null) return close(closes.frame)
    switch (frame.kind) {
      case 'step1':
        return answer(frame.stateVector)
      case 'awareness':
        return frame.says ? close(closes.frame) : undefined
      case 'step2':
      case 'update':
        if (document === 'text/draft') {
          write(frame.update).catch(() => close(closes.slow))
          return
        }
        // Every stock provider answers with a step 2; only a write of its own is an attempt.
        return frame.kind === 'step2' ? undefined : close(closes.forbidden)
      default:
        return frame satisfies never
    }
  }
  return {
    receive: (bytes) => {
      if (!open) return
      try {
        handle(bytes)
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
