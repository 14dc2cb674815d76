/** One address of the API: who may, what goes in, what comes out, and who answers. OpenAPI and Express are both made from it. */
import type { z } from 'zod'
import type { Locale } from '../../shared/domain/state.ts'
import type { Bearer } from '../access/contract.ts'
import type { Packing, Picture } from '../live/picture.ts'
import type { ProblemCode } from './sentences.ts'

/** `reader`: a seat's token or the organiser's key. */
export type Who = 'everybody' | 'organiser' | 'seat' | 'reader'

export type Call<B = unknown> = {
  params: Readonly<Record<string, string>>
  body: B
  /** The seat that asks; `null` for everybody and the organiser. */
  bearer: Bearer | null
  /** Of the device that asks, for the throttle only. */
  address: string
  /** The same, when nobody else stands behind it. */
  home: string | null
  /** Origin under which this server was asked, for links. */
  origin: string | null
  locale: Locale
  /** The smallest that whoever asks can unpack. */
  packing: Packing
  /** Asked from this machine itself, by no proxy. */
  local: boolean
}

/** `body` travels as JSON; `text` as it is; `bytes` packed as they say; `file` is downloaded. */
export type Reply = {
  status: number
  body?: unknown
  text?: { type: string; body: string }
  bytes?: Picture
  file?: { type: string; body: string; filename: string }
}

export type Answer = { what: string; schema?: z.ZodType; types?: string[] }

export type Route<B = never> = {
  method: 'get' | 'post' | 'patch' | 'delete'
  /** OpenAPI form: `/api/v1/pleins/{id}`. */
  path: string
  name: string
  summary: string
  who: Who
  body?: z.ZodType<B>
  /** Bytes; a route without takes no body. */
  bodyLimit?: number
  params?: Record<string, z.ZodType>
  /** Also answered when this server is about to stop. */
  whileStopping?: boolean
  answers: Record<number, Answer>
  refuses: ProblemCode[]
  handle(call: Call<B>): Promise<Reply>
}

/** Lets the compiler see the body's type inside `handle`, and forget it outside. */
export const route = <B = undefined>(made: Route<B>): Route => made as unknown as Route
