/** The fields that commands are made of. Lengths of texts are for the rules, which name them; a frame is bounded anyway. */
import { z } from 'zod/mini'
import { phaseKinds } from '../domain/phases/kinds.ts'
import { mostIn } from './mostIn.ts'

/** Made by a server or a phone; also the names `idea`, `plein` in tests and demonstrations. */
export const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/u))
/** At least 128 bits in base64url, made by the phone. */
export const key = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/u))
/** 256 bits in base64url. */
export const secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/u))
export const ids = z.array(id).check(z.minLength(1), z.maxLength(2000))
export const text = z.string()
export const flag = z.boolean()
export const kind = z.enum(phaseKinds)
export const contribution = z.enum(['idea', 'checkin', 'question', 'proposal', 'commitment', 'closing', 'condition'])
export const seconds = z.int().check(z.gte(1), z.lte(mostIn.seconds))
export const moment = z.int().check(z.gte(0), z.lte(8.64e15))
/** Rounds from before `mostOnOne` may have more. */
export const dots = z.record(id, z.int().check(z.gte(0), z.lte(10_000)))
export const paper = z.int().check(z.gte(1), z.lte(mostIn.slips))
export const over = z.enum(['clusters', 'ideas', 'framings'])
const some = (most: number) => z.nullable(z.int().check(z.gte(1), z.lte(most)))

export const phaseSettings = z.exactPartial(
  z.strictObject({
    prompt: z.nullable(text),
    minutes: some(mostIn.minutes),
    whoPosts: z.array(z.enum(['participant', 'owner', 'coach'])).check(z.maxLength(3)),
    hidden: flag,
    whoGroups: z.enum(['coaches', 'authors']),
    over,
    dots: some(mostIn.dots),
    maximum: some(mostIn.onOne),
  }),
)

export const pleinSettings = z.exactPartial(
  z.strictObject({
    perspectives: z.array(text).check(z.maxLength(mostIn.perspectives)),
    ownerAdopts: flag,
    ownerListens: flag,
    /** An origin: nothing behind the host and port. */
    address: z.nullable(z.string().check(z.maxLength(mostIn.address), z.regex(/^https?:\/\/[^/?#\s@]+$/u))),
  }),
)
const page = z.nullable(z.int().check(z.gte(0), z.lte(mostIn.page)))
export const show = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('phase'), page }),
  z.strictObject({ on: z.literal('idea'), idea: id }),
  z.strictObject({ on: z.literal('cluster'), cluster: id, page }),
  z.strictObject({ on: z.literal('chain'), page }),
  z.strictObject({ on: z.literal('join') }),
  z.strictObject({ on: z.literal('dark') }),
])
export const source = z.strictObject({ kind: z.enum(['idea', 'cluster', 'round', 'framing']), id })
