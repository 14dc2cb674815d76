import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import * as Y from 'yjs'
import { partsOf } from './textParts.ts'

/** What is typed into a co-written text leaves one write at a time, each acknowledged before the next, and never faster or larger than
 *  the server accepts. What is typed meanwhile travels together. */
export type Pace = {
  /** The socket to give to the provider, made of a real or a carried one. */
  over: (Socket: typeof WebSocket) => typeof WebSocket
  /** The server has stored a write of this seat; what it has of each client id. */
  saved: (vector: ReadonlyMap<number, number>) => void
  /** Everything that this line was given is stored. */
  empty: () => boolean
  /** Types in `into`, which holds what the server has, what stands in `from` besides: words that the server would not take under its id. */
  carry: (from: Y.Doc, into: Y.Doc, roots: Iterable<string>) => void
  stop: () => void
}

const sync = 0
const step2 = 1
const update = 2
/** Milliseconds between two writes, and one more for so many bytes of the first: below the 20 writes or 20 KiB a second of the server. */
const apart = 100
const bytesPerMillisecond = 18

/** `null`: not a write. */
const readWrite = (data: Uint8Array): { kind: number; body: Uint8Array } | null => {
  const decoder = createDecoder(data)
  if (readVarUint(decoder) !== sync) return null
  const kind = readVarUint(decoder)
  return kind === step2 || kind === update ? { kind, body: readVarUint8Array(decoder) } : null
}
const frameOf = (body: Uint8Array): Uint8Array<ArrayBuffer> => {
  const encoder = createEncoder()
  writeVarUint(encoder, sync)
  writeVarUint(encoder, update)
  writeVarUint8Array(encoder, body)
  return toUint8Array(encoder)
}

type Line = { send: (data: Uint8Array<ArrayBuffer>) => void; introduced: boolean }

/** `onSilent`: a write was not acknowledged for so many milliseconds. */
export const makePace = ({ silence, onSilent }: { silence: number; onSilent: () => void }): Pace => {
  let line: Line | null = null
  let queue: Uint8Array[] = []
  let flying: ReadonlyMap<number, number> | null = null
  let resting = false
  let unanswered: ReturnType<typeof setTimeout> | undefined
  let rest: ReturnType<typeof setTimeout> | undefined

  const forget = () => {
    clearTimeout(unanswered)
    clearTimeout(rest)
    queue = []
    flying = null
    resting = false
  }
  const pump = () => {
    if (line === null || flying !== null || resting || queue.length === 0) return
    const [first, ...others] = partsOf(Y.mergeUpdates(queue))
    queue = others
    if (first === undefined) return
    flying = Y.parseUpdateMeta(first).to
    unanswered = setTimeout(onSilent, silence)
    resting = true
    rest = setTimeout(
      () => {
        resting = false
        pump()
      },
      apart + first.byteLength / bytesPerMillisecond,
    )
    line.send(frameOf(first))
  }
  const hand = (on: Line, data: Uint8Array<ArrayBuffer>) => {
    const write = readWrite(data)
    if (write === null) return on.send(data)
    if (on !== line) return
    if (write.kind === step2) {
      // It holds all that the server lacks, also what was typed since the line was opened.
      on.introduced = true
      queue = []
    }
    // Before that an update would follow on words that the server does not have, and be taken for a mistake.
    if (!on.introduced) return
    queue.push(write.body)
    pump()
  }

  return {
    over: (Socket) =>
      class extends Socket {
        declare private readonly own: Line
        constructor(...given: ConstructorParameters<typeof WebSocket>) {
          super(...given)
          this.own = { send: (data) => super.send(data), introduced: false }
        }
        override send(data: Uint8Array<ArrayBuffer>): void {
          if (line !== this.own && !this.own.introduced) {
            forget()
            line = this.own
          }
          hand(this.own, data)
        }
      } as unknown as typeof WebSocket,
    saved: (vector) => {
      // Another page of this seat may have written.
      if (flying === null || [...flying].some(([client, clock]) => (vector.get(client) ?? 0) < clock)) return
      clearTimeout(unanswered)
      flying = null
      pump()
    },
    carry: (from, into, roots) => {
      const both = new Y.Doc()
      Y.applyUpdate(both, Y.encodeStateAsUpdate(into))
      for (const root of roots) both.getText(root).observe(({ delta }) => into.getText(root).applyDelta(delta))
      Y.applyUpdate(both, Y.encodeStateAsUpdate(from))
    },
    empty: () => line?.introduced === true && flying === null && queue.length === 0,
    stop: () => {
      line = null
      forget()
    },
  }
}
