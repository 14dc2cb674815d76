/** The same frames over Socket.io, for networks that block WebSocket. */
import { z } from 'zod/mini'
import { closes } from '../../shared/wire/closes.ts'
import type { ServerToClient } from '../../shared/wire/messages.ts'
import { checked } from '../../shared/wire/shape.ts'
import type { Limits } from '../limits.ts'
import type { Who } from './contract.ts'
import type { Place } from './place.ts'
import { admitted, openReading, type Reading } from './reading.ts'

const message = z.strictObject({
  document: z.string().check(z.maxLength(200)),
  data: z.nullable(z.string()),
  closed: z.exactOptional(z.boolean()),
})
type Result = { ok: boolean; code?: number }

export type DocLine = {
  /** Never throws. */
  receive(frame: unknown): Result
  /** A document is open here. */
  reads(): boolean
  left(): void
}

/** Sent to many as the same bytes, so encoded once for all of them. */
const encoded = new WeakMap<Uint8Array, string>()
const base64 = (frame: Uint8Array): string => {
  const known = encoded.get(frame) ?? Buffer.from(frame).toString('base64')
  encoded.set(frame, known)
  return known
}

/** `documents` at once: a coach and the owner need six. */
const most = 8

export const createDocLine = (
  { place, who, own, limits }: { place: Place; who: Who; own: Uint8Array | undefined; limits: Limits },
  tell: ServerToClient['doc'],
): DocLine => {
  const open = new Map<string, Reading>()
  /** Closed by the server; told in the next answer, because there is no close frame here. */
  const ended = new Map<string, number>()
  const longest = who.role === 'coach' ? limits.frameCoach : limits.framePhone

  const leave = (document: string): void => {
    open.get(document)?.left()
    open.delete(document)
  }
  const enter = (document: string): Result => {
    leave(document)
    ended.delete(document)
    const base = admitted(place, who, document)
    if (typeof base === 'number') return { ok: false, code: base }
    if (open.size >= most) return { ok: false, code: closes.replaced }
    let reading: Reading | undefined
    const peer = {
      who,
      send: (frame: Uint8Array) => tell({ document, data: base64(frame) }),
      close: (code: number) => {
        // A write that was refused late, of a line that was left meanwhile: the one that took its place stays.
        if (open.get(document) !== reading) return
        open.delete(document)
        if (ended.size < most) ended.set(document, code)
      },
    }
    reading = openReading(place, base, document, peer, own)
    const code = ended.get(document)
    if (code !== undefined) {
      ended.delete(document)
      return { ok: false, code }
    }
    open.set(document, reading)
    return { ok: true }
  }
  const carry = (document: string, data: string): Result => {
    const bytes = Buffer.from(data, 'base64')
    if (bytes.byteLength > longest) {
      leave(document)
      return { ok: false, code: closes.frame }
    }
    open.get(document)?.receive(bytes)
    const code = ended.get(document)
    ended.delete(document)
    if (code !== undefined) return { ok: false, code }
    return open.has(document) ? { ok: true } : { ok: false, code: closes.unknown }
  }
  return {
    reads: () => open.size > 0,
    receive: (frame) => {
      const parsed = checked(message, frame)
      if (!parsed.success) return { ok: false, code: closes.frame }
      const { document, data, closed } = parsed.data
      if (closed) {
        leave(document)
        return { ok: true }
      }
      return data === null ? enter(document) : carry(document, data)
    },
    left: () => {
      for (const document of [...open.keys()]) leave(document)
    },
  }
}
