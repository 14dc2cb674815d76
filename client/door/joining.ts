import { insist, type Patience } from '../session/insist.ts'
import { limited } from '../session/limited.ts'
import { heldTokens, keepToken, knownPleins, readToken } from '../session/tokens.ts'

/** Letters of a code: no spaces, no hyphens, capitals. */
export const codeLetters = (typed: string): string => typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
/** In the two groups in which the screen shows it. */
export const inGroups = (typed: string): string => {
  const letters = codeLetters(typed).slice(0, 7)
  return letters.length > 3 ? `${letters.slice(0, 3)} ${letters.slice(3)}` : letters
}
export const codeLength = 7

const scannedTicket = 'ticket'
/** Out of the address bar, but not out of this tab: a page that is loaded again before its button was pressed still has its ticket. */
export const keepTicket = (ticket: string): void => {
  try {
    sessionStorage.setItem(scannedTicket, ticket)
  } catch {}
}
export const keptTicket = (): string | null => {
  try {
    return sessionStorage.getItem(scannedTicket)
  } catch {
    return null
  }
}
export const dropTicket = (): void => {
  try {
    sessionStorage.removeItem(scannedTicket)
  } catch {}
}

const joinedBy = 'joined:'
/** Who comes back by the same code or ticket needs no server for it. By another way: see `held`. */
const joinedBefore = (ticket: string): string | null => {
  try {
    const plein = localStorage.getItem(joinedBy + ticket)
    return plein !== null && readToken('participant', plein) !== null ? plein : null
  } catch {
    return null
  }
}
export const forgetJoined = (plein: string): void => {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(joinedBy) && localStorage.getItem(key) === plein) localStorage.removeItem(key)
  } catch {}
}
export const joinedPleins = (): string[] => knownPleins('participant')

/** Said once, on the page that comes after wiping. */
let wiped = false
export const rememberWiped = (): void => {
  wiped = true
}
export const justWiped = (): boolean => wiped

let arrived = false
/** The door was just opened: whoever pressed its button goes on from the heading behind it. */
export const rememberArrived = (): void => {
  arrived = true
}
/** True once for each time. */
export const takeArrived = (): boolean => {
  const is = arrived
  arrived = false
  return is
}

/** Why the door does not open, where that is more than a typing mistake. */
export type Stop = 'unreachable' | 'locked' | 'refused' | 'closed' | 'old' | 'busy'
export const stopOf = (code: string | null, message: string, byTicket: boolean): Stop | null => {
  switch (code) {
    case null:
      return message === '' ? 'unreachable' : null
    case 'door-locked':
      return 'locked'
    case 'not-let-in':
      return 'refused'
    case 'plein-closed':
      return 'closed'
    case 'code-unknown':
      return byTicket ? 'old' : null
    case 'busy':
    case 'storage-failed':
    case 'too-fast':
      return 'busy'
    default:
      return null
  }
}

export type By = { code: string } | { ticket: string }
/** Before a door that asks: with what to ask again, and by what it came. */
export type Waiting = { secret: string; by: By }
export type Joined = { ok: true; plein: string } | { ok: true; waiting: Waiting } | { ok: false; code: string | null; message: string }

const waitingAt = 'waiting'
/** A page that is loaded again keeps its place before the door. */
export const keepWaiting = (waiting: Waiting | null): void => {
  try {
    if (waiting === null) sessionStorage.removeItem(waitingAt)
    else sessionStorage.setItem(waitingAt, JSON.stringify(waiting))
  } catch {}
}
export const keptWaiting = (): Waiting | null => {
  try {
    return JSON.parse(sessionStorage.getItem(waitingAt) ?? 'null') as Waiting | null
  } catch {
    return null
  }
}

const post = (path: string, body: unknown, signal: AbortSignal | null): Promise<Response> =>
  fetch(`/api/v1/${path}`, {
    method: 'POST',
    signal,
    headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
    body: JSON.stringify(body),
  })

/** One phone has one seat, and one ballot: by a typed code, a scanned one, or a new one. The server knows of which Plein they are. */
const held = (): string[] => heldTokens(['participant'])
/** Two pages of one phone asked in the same moment: the seat that stood here first stays, and the other one goes. */
const takePlace = (plein: string, token: string, said: readonly string[]): void => {
  const standing = readToken('participant', plein)
  if (standing === null || standing === token || said.includes(standing)) keepToken('participant', plein, token)
  else void fetch('/api/v1/leave', { method: 'POST', headers: { authorization: `Bearer ${token}` } }).catch(() => null)
}

const answered = async (response: Response, by: By, said: readonly string[]): Promise<Joined> => {
  const body = (await response.json()) as Record<string, unknown>
  if (response.status === 202) return { ok: true, waiting: { secret: String(body['waiting']), by } }
  if (response.status !== 201 && response.status !== 200)
    return {
      ok: false,
      code: typeof body['code'] === 'string' ? body['code'] : null,
      message: String(body['detail'] ?? body['title'] ?? ''),
    }
  const { plein, token } = body as { plein: string; token: string }
  takePlace(plein, token, said)
  try {
    localStorage.setItem(joinedBy + ('ticket' in by ? by.ticket : by.code), plein)
  } catch {}
  return { ok: true, plein }
}

/** Milliseconds that a phone asks again by itself when everybody comes in at the same moment; then its owner is told. */
const patience = 60_000

/** Asks again while the door is too busy. `message` is empty when the server could not be reached; `null`: the waiting was stopped. */
export const join = async (by: By, waiting: Partial<Patience> = {}): Promise<Joined | null> => {
  const before = joinedBefore('ticket' in by ? by.ticket : by.code)
  if (before !== null) return { ok: true, plein: before }
  try {
    const said = held()
    const ask = () => {
      const asked = post('join', { ...by, held: said }, null)
      // Not stopped, as the seat may be made by then: when it comes after all it stands here before the next press, or goes.
      const silent = new Promise<never>((_, reject) => limited().addEventListener('abort', reject))
      return Promise.race([asked, silent]).catch((problem) => {
        asked.then((late) => answered(late, by, said)).catch(() => null)
        throw problem
      })
    }
    const answer = await insist(ask, { longest: patience, ...waiting })
    return answer === null ? null : await answered(answer, by, said)
  } catch {
    return { ok: false, code: null, message: '' }
  }
}

/** `waiting` also when the server cannot be reached now. One that has forgotten who waited is asked anew. */
export const awaited = async ({ secret, by }: Waiting): Promise<Joined | 'waiting'> => {
  try {
    const said = held()
    const response = await post('join/waiting', { secret, held: said }, limited())
    if (response.status === 202 || response.status === 429 || response.status >= 500) return 'waiting'
    return response.status === 404 ? ((await join(by)) ?? 'waiting') : await answered(response, by, said)
  } catch {
    return 'waiting'
  }
}
