import type { Role } from '../../shared/domain/state.ts'
import { insist } from '../session/insist.ts'
import { limited } from '../session/limited.ts'
import { heldTokens, keepToken, readToken } from '../session/tokens.ts'

export type Let = { ok: true; plein: string; role: Role } | { ok: false; message: string | null }
export type Knocking = { code: string; secret: string }

/** Milliseconds that a link asks again by itself while the server is too busy. */
const patience = 20_000

/** `longest`: as in `insist`. `null`: the server cannot be reached. */
const post = async (path: string, body?: unknown, longest = 0): Promise<{ status: number; body: Record<string, unknown> } | null> => {
  const send = () =>
    fetch(`/api/v1/${path}`, {
      method: 'POST',
      signal: limited(),
      headers: { 'accept-language': document.documentElement.lang, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  try {
    const response = await insist(send, { longest })
    return response && { status: response.status, body: (await response.json()) as Record<string, unknown> }
  } catch {
    return null
  }
}
const said = (body: Record<string, unknown>): string | null =>
  typeof body['detail'] === 'string' ? body['detail'] : typeof body['title'] === 'string' ? body['title'] : null
/** What this device has: the server ends what is of the same Plein and role, so that nothing is left behind which nobody can end any more. */
const held = (): string[] => heldTokens(['coach', 'owner', 'screen'])
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

/** Not before the new token stands on this device. The server ends the former one when the new one is used, unless it started again in between. */
const enterAnew = (body: Record<string, unknown>): Let => {
  const { role, plein } = body as { role: Role; plein: string }
  const before = readToken(role, plein)
  const entered = enter(body)
  // With the seat of an owner goes what was written for nobody else: only the server knows whether all of it went along (N2).
  if (before !== null && role !== 'owner')
    void fetch('/api/v1/leave', { method: 'POST', headers: { authorization: `Bearer ${before}` } }).catch(() => null)
  return entered
}

/** Takes a seat by a role link; its token stands on this device afterwards. */
export const claimLink = async (secret: string): Promise<Let> => {
  const answer = await post('claim', { secret, held: held() }, patience)
  if (answer === null) return { ok: false, message: null }
  return answer.status === 201 ? enterAnew(answer.body) : { ok: false, message: said(answer.body) }
}

/** Asks to be let in without a link. `busy`: too many devices of this network ask; `away`: the server cannot be reached. */
export const knock = async (): Promise<Knocking | 'busy' | 'away'> => {
  const answer = await post('knocks')
  if (answer?.status === 201) return answer.body as Knocking
  return answer?.status === 503 || answer?.status === 429 ? 'busy' : 'away'
}
/** `waiting` until a coach has entered the code; `gone` when it was not entered in time. */
export const knocked = async (secret: string): Promise<Let | 'waiting' | 'gone'> => {
  const answer = await post('knocks/claim', { secret })
  if (answer === null || answer.status === 202 || answer.status >= 500 || answer.status === 429) return 'waiting'
  if (answer.status !== 201) return 'gone'
  return enterAnew(answer.body)
}
