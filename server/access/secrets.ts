/** Codes that are typed, tickets that are scanned, secrets that are kept by a device. */
import type { PleinId } from '../../shared/domain/state.ts'
import type { StoredLink } from '../store/contract.ts'
import type { ServerWorld } from '../world.ts'
import type { LinkRole, Wish } from './contract.ts'
import { wishedSecret, wishLink } from './wished.ts'

/** No vowels, so that no words come out; no L and no Y, no 0 and no 1: they are misread. 27 letters, 7 of them are 33 bits. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ'

/** As shown: `XXX-XXXX`. */
export const newCode = (world: ServerWorld): string => world.letters(ALPHABET, 7).replace(/^.{3}/, '$&-')
/** For a device that knocks: five letters, used once within ten minutes. */
export const newKnockCode = (world: ServerWorld): string => world.letters(ALPHABET, 5)
/** Bearer tokens and secrets of links: 256 bits, 43 characters. */
export const newSecret = (world: ServerWorld): string => world.secret(256)
const newTicket = (world: ServerWorld): string => world.secret(96)

const letters = (typed: string): string => typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '')
/** The code as it is shown, from what somebody typed; `null` when it can be none. */
export const typedCode = (typed: string): string | null => {
  const code = letters(typed)
  return code.length === 7 && [...code].every((letter) => ALPHABET.includes(letter)) ? `${code.slice(0, 3)}-${code.slice(3)}` : null
}
export const typedKnockCode = letters

/** 256 bits, base64url: what a token or a link's secret must look like before anything is looked up. */
export const isSecret = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{43}$/.test(text)

export type NewLinks = {
  /** To commit with the Plein; a `conflict` may mean that the code was taken: draw again. */
  links: StoredLink[]
  secrets: { coach: string; owner: string; screen: string }
  code: string
  ticket: string
}
export const newJoin = (world: ServerWorld): { code: string; ticket: string } => ({ code: newCode(world), ticket: newTicket(world) })
/** `wished`: of a Plein that was asked for under an id of its own, they follow from that (`wished.ts`). */
export const newLinks = (world: ServerWorld, wished?: { wish: Wish; plein: PleinId }): NewLinks => {
  const join = newJoin(world)
  const secretOf = (role: LinkRole) => (wished ? wishedSecret(world, wished.wish, wished.plein, role) : newSecret(world))
  const secrets = { coach: secretOf('coach'), owner: secretOf('owner'), screen: secretOf('screen') }
  return {
    ...join,
    secrets,
    links: [
      { kind: 'code', value: join.code },
      { kind: 'ticket', value: join.ticket },
      { kind: 'coach', value: world.hash(secrets.coach) },
      { kind: 'owner', value: world.hash(secrets.owner) },
      { kind: 'screen', value: world.hash(secrets.screen) },
      ...(wished ? [wishLink(world, wished.wish)] : []),
    ],
  }
}
