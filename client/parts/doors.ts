import type { Role } from '../../shared/domain/state.ts'
import { keepToken } from '../session/tokens.ts'

export type Let = { ok: true; plein: string; role: Role } | { ok: false; message: string | null }
export type Knocking = { code: string; secret: string }

const post = async (path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> } | null> => {
  try {
    const response = await fetch(`/api/v1/${path}`, {
      method: 'POST',
      headers: { 'accept-language': document.documentElement.lang, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  } catch {
    return null
  }
}
const said = (body: Record<string, unknown>): string | null =>
  typeof body['detail'] === 'string' ? body['detail'] : typeof body['title'] === 'string' ? body['title'] : null
const enter = (body: Record<string, unknown>): Let => {
  const { plein, role, token } = body as { plein: string; role: Role; token: string }
  keepToken(role, plein, token)
  return { ok: true, plein, role }
}

/** The secret in the address bar, taken out of it at once so that nobody photographs it or sends it on. `null`: there is none. */
export const takeSecret = (): string | null => {
  const secret = location.hash.slice(1)
  if (secret === '') return null
  history.replaceState(null, '', location.pathname)
  return secret
}

/** Takes a seat by a role link; its token stands on this device afterwards. */
export const claimLink = async (secret: string): Promise<Let> => {
  const answer = await post('claim', { secret })
  if (answer === null) return { ok: false, message: null }
  return answer.status === 201 ? enter(answer.body) : { ok: false, message: said(answer.body) }
}

/** Asks to be let in without a link; `null` when the server cannot be reached. */
export const knock = async (): Promise<Knocking | null> => {
  const answer = await post('knocks')
  return answer?.status === 201 ? (answer.body as Knocking) : null
}
/** `waiting` until a coach has entered the code; `gone` when it was not entered in time. */
export const knocked = async (secret: string): Promise<Let | 'waiting' | 'gone'> => {
  const answer = await post('knocks/claim', { secret })
  if (answer === null || answer.status === 202 || answer.status >= 500 || answer.status === 429) return 'waiting'
  return answer.status === 201 ? enter(answer.body) : 'gone'
}
