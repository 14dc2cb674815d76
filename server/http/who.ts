/** Who is asking: nobody in particular, the organiser by the key, or a seat by its token. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Bearer } from '../access/contract.ts'
import type { Edge } from './edge.ts'
import { Problem } from './problem.ts'
import type { Who } from './route.ts'

const challenge = { 'WWW-Authenticate': 'Bearer realm="pleinbord"' }

/** 200 signs of four bytes each, percent-encoded. */
const longest = 2400
const bearer = new RegExp(`^Bearer +([\\x21-\\x7e]{1,${longest}})$`, 'i')

const offered = (headers: IncomingHttpHeaders): string => {
  const token = bearer.exec(headers.authorization ?? '')?.[1]
  if (token === undefined) throw new Problem('token-missing', {}, challenge)
  return token
}

type Asked = { who: Who; headers: IncomingHttpHeaders; address: string }

/** A key that somebody thought of can be guessed, so looking at it is rationed like a typed code; a drawn one cannot. */
const isOrganiser = async ({ organiser, keyThrottle }: Pick<Edge, 'organiser' | 'keyThrottle'>, token: string, address: string) => {
  if (!organiser.rationed(token)) return organiser.matches(token)
  const looked = await keyThrottle.turn(
    address,
    async () => organiser.matches(token),
    (right) => !right,
  )
  if (looked === 'busy') throw new Problem('busy')
  return looked
}

/** The seat that asks, when it is of this Plein and has one of these roles. Before looking: a token of another Plein must not learn which exist. */
export const seatOf = (bearer: Bearer | null, plein: string, roles: readonly Bearer['role'][]): Bearer => {
  if (bearer === null || bearer.plein !== plein || !roles.includes(bearer.role)) throw new Problem('not-allowed')
  return bearer
}

/** `null`: everybody, or the organiser. */
export const whoAsks = async (
  edge: Pick<Edge, 'access' | 'organiser' | 'keyThrottle'>,
  { who, headers, address }: Asked,
): Promise<Bearer | null> => {
  if (who === 'everybody') return null
  const token = offered(headers)
  if (who === 'organiser') {
    if (await isOrganiser(edge, token, address)) return null
    throw new Problem('organiser-key-wrong', {}, challenge)
  }
  const bearer = await edge.access.bearer(token)
  if (bearer) return bearer
  if (who === 'reader' && (await isOrganiser(edge, token, address))) return null
  throw new Problem('token-unknown', {}, challenge)
}
