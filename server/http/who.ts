/** Who is asking: nobody in particular, the organiser by the key, or a seat by its token. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Bearer } from '../access/contract.ts'
import type { Edge } from './edge.ts'
import { Problem } from './problem.ts'
import type { Who } from './route.ts'

const challenge = { 'WWW-Authenticate': 'Bearer realm="pleinbord"' }

const offered = (headers: IncomingHttpHeaders): string => {
  const token = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(headers.authorization ?? '')?.[1]
  if (token === undefined) throw new Problem('token-missing', {}, challenge)
  return token
}

/** `null`: everybody, or the organiser. */
export const whoAsks = async (
  { access, organiser }: Pick<Edge, 'access' | 'organiser'>,
  who: Who,
  headers: IncomingHttpHeaders,
): Promise<Bearer | null> => {
  if (who === 'everybody') return null
  const token = offered(headers)
  if (who === 'organiser') {
    if (organiser.matches(token)) return null
    throw new Problem('organiser-key-wrong', {}, challenge)
  }
  if (who === 'reader' && organiser.matches(token)) return null
  const bearer = await access.bearer(token)
  if (!bearer) throw new Problem('token-unknown', {}, challenge)
  return bearer
}
