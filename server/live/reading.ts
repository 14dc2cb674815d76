/** What is said on the line of one document, whatever carries it. */
import { closes } from '../../shared/wire/closes.ts'
import { textNames } from '../../shared/wire/messages.ts'
import type { Text } from '../text/texts.ts'
import type { Circle, DocumentName, Who } from './contract.ts'
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
  const known: readonly string[] = ['board', 'desk', ...textNames]
  return known.includes(base) ? (base as DocumentName) : null
}

/** Who may read what, whichever way it travels: the name without epoch, or the code to close with. */
export const admitted = ({ room }: Pick<Place, 'room'>, who: Who, full: string): DocumentName | number => {
  // Revoked while it came in.
  if (!room.seat(who)) return closes.token
  const base = baseName(full)
  if (base === null) return closes.unknown
  const name = room.documents(who.role)[base]
  if (name === undefined) return closes.forbidden
  return name === full ? base : closes.epoch
}

/** The text of this document for this seat, and what to do when it is left; `null`: it is a document that only the server writes.
 *  A close code: it may not be opened now. */
const textOf = (place: Place, document: DocumentName, { seat, role }: Who, own: Uint8Array | undefined): Prose | null | number => {
  const { draft, stage, intake, blog } = place
  const nothing = (): void => undefined
  switch (document) {
    case 'board':
    case 'desk':
      return null
    case 'text/draft':
      return { text: draft, left: nothing, whenSealed: true, writes: true }
    case 'text/stage':
      return { text: stage, left: nothing, whenSealed: false, writes: role === 'coach' || role === 'owner' }
    case 'text/intake-coaches':
      return { text: intake.shared.coaches, left: nothing, whenSealed: false, writes: true }
    case 'text/intake-room':
      return { text: intake.shared.room, left: nothing, whenSealed: false, writes: true }
    case 'text/blog':
      return { text: blog.text, left: nothing, whenSealed: true, writes: true }
    case 'text/intake-own': {
      const text = own === undefined ? null : intake.openOwn(seat, own)
      return text === null ? closes.forbidden : { text, left: () => intake.leftOwn(seat), whenSealed: false, writes: true }
    }
    default:
      return document satisfies never
  }
}
type Prose = {
  text: Text
  left(): void
  /** May still be written after the Plein was closed for good. */
  whenSealed: boolean
  /** This seat does, and does not only read along. */
  writes: boolean
}

/** `own`: the key of an owner's device, see `server/keys/own.ts`. */
export const openReading = (place: Place, document: DocumentName, full: string, line: Peer, own?: Uint8Array): Reading => {
  const { readers, room, hall, questions, prose } = place
  const written = textOf(place, document, line.who, own)
  if (typeof written === 'number') {
    line.close(written)
    return { receive: () => undefined, left: () => undefined }
  }
  const carets = document === 'text/intake-coaches' || document === 'text/intake-room' ? place.carets[document] : null
  const caret = carets?.line(line.who.role) ?? null
  let open = true
  let there = true
  /** Once: the line may be closed by either side, and by both. */
  const leave = (): void => {
    open = false
    if (!there) return
    there = false
    written?.left()
    const gone = caret?.leave()
    if (gone) readers.frame(document, gone)
  }
  const peer: Peer = {
    who: line.who,
    send: line.send,
    close: (code) => {
      // What comes in before the line is really gone must count no more: the seat may have been revoked.
      leave()
      line.close(code)
    },
  }
  readers.add(document, peer)

  const close = (code: number): void => {
    readers.remove(document, peer)
    peer.close(code)
  }
  const writesNow = ({ writes, whenSealed }: Prose): boolean => writes && (whenSealed || !room.state().sealed)
  /** Each answers the code to close with, or `null`. */
  const answer = (stateVector: Uint8Array): number | null => {
    if (questions.pay(peer.who.seat, peer.who.role) !== null) return closes.slow
    const source = written === null ? room.document(document as Circle) : written.text
    peer.send(source.missing(stateVector))
    readers.follow(document, peer)
    // Only prose: on what the server writes alone, the answer would be kilobytes of deletions, and a phone that is ahead of a
    // restarted server would be closed for a write, again and again.
    if (written !== null && writesNow(written)) peer.send(step1Frame(written.text.stateVector()))
    const here = carets?.all()
    if (here) peer.send(here)
    return null
  }
  const point = (update: Uint8Array): number | null => {
    const { seat, role } = peer.who
    if (caret === null) return closes.frame
    // A place that is not passed on is no loss.
    if (prose.pay(seat, role, 1) !== null) return null
    const frame = caret.hear(place.clients(seat), update)
    // Not back: under the higher clock it would take the place of where that page is by now.
    if (frame) readers.frame(document, frame, null, peer)
    return null
  }
  const write = ({ text }: Prose, update: Uint8Array): number | null => {
    const { seat, role } = peer.who
    // Not one of the final codes: the writer has the words, comes back later, and brings in what is missing.
    if (prose.pay(seat, role, Math.ceil(update.byteLength / 1024)) !== null) return closes.slow
    text.write({ seat, clients: place.clients(seat), owe: (credits) => prose.owe(seat, role, credits) }, update).then(
      (result) => {
        if (result !== 'saved') close(result)
        else hall.tell(seat, 'saved', { document: full, vector: Buffer.from(text.stateVector()).toString('base64') })
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
        if (caret !== null && frame.update.byteLength > 1) return point(frame.update)
        return frame.says ? closes.frame : null
      case 'step2':
      case 'update':
        if (written !== null && writesNow(written)) return write(written, frame.update)
        // Every stock provider answers with a step 2, also when the Plein was closed for good meanwhile; only a write of its own is an attempt.
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
      readers.remove(document, peer)
      leave()
    },
  }
}
