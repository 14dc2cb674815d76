import type { PhaseKind } from '../../shared/domain/phases.ts'
import type { Locale, Stage } from '../../shared/domain/state.ts'
import { limited } from '../session/limited.ts'
import { inHeader } from './key.ts'

export type Listed = { id: string; title: string; stage: Stage; locale: Locale; createdAt: string; retainUntil: string; practice: boolean }
export type Details = Listed & {
  code: string | null
  /** When it was taken in from an outcome. */
  imported: string | null
  links: { join: string | null }
  counts: { seats: number; ideas: number; rounds: number; framings: number }
}
/** One line of what was done; `at` to the minute. */
export type Deed = { at: string; by: string; device: string | null; what: string; detail?: string; count?: number }
export type Template = { name: string; title?: string; phases: { kind: PhaseKind; title: string | null; minutes: number | null }[] }
export type Made = { id: string; code: string; links: { join: string; screen: string; coach: string; owner: string } }
/** A Plein that was taken in just now: nobody joins it. */
export type Taken = { id: string; links: Pick<Made['links'], 'screen' | 'coach' | 'owner'> }
/** A Plein that was made just now, with the links that only this page still knows. `day`: ISO date of the meeting, for the poster. */
export type Fresh = { title: string; dilemma: string; made: Made; day: string | null; practice: boolean }
export type LinkRole = 'coach' | 'owner' | 'screen' | 'participant'
/** `code`: of participants, who have a new one with it. */
export type Rotated = { link: string; code?: string }
export type NewPlein = {
  title: string
  dilemma: string
  locale: Locale
  programme?: string
  settings: { perspectives: string[] }
  retainUntil: string
}
/** `message` is the server's sentence, in the language of the page; `null` when the server could not be reached. */
export type Answer<T> = { ok: true; body: T } | { ok: false; status: number; code?: string; message: string | null }

/** Milliseconds that a whole Plein may be on its way. */
const whole = 120_000

/** The organiser's routes; the key travels in a header and in nothing else. */
export const makeApi = (key: string) => {
  const ask = async <T>(method: string, path: string, body?: unknown, longest?: number): Promise<Answer<T>> => {
    try {
      const response = await fetch(`/api/v1/${path}`, {
        method,
        signal: limited(longest),
        headers: {
          authorization: `Bearer ${inHeader(key)}`,
          'accept-language': document.documentElement.lang,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const answer: unknown = response.status === 204 ? null : await response.json()
      if (response.ok) return { ok: true, body: answer as T }
      const problem = answer as { code?: string; detail?: string; title?: string } | null
      const code = problem?.code === undefined ? {} : { code: problem.code }
      return { ok: false, status: response.status, ...code, message: problem?.detail ?? problem?.title ?? null }
    } catch {
      return { ok: false, status: 0, message: null }
    }
  }
  return {
    list: () => ask<{ pleins: Listed[] }>('GET', 'pleins'),
    templates: () => ask<{ templates: Template[] }>('GET', 'templates'),
    make: (wish: string, plein: NewPlein) => ask<Made>('POST', 'pleins', { ...plein, wish }),
    take: (wish: string, outcome: object, retainUntil: string | null) =>
      ask<Taken>('POST', 'imports', { outcome, ...(retainUntil === null ? {} : { retainUntil }), wish }, whole),
    practice: (wish: string, locale: Locale) => ask<Made & { title: string; dilemma: string }>('POST', 'practice', { locale, wish }),
    read: (id: string) => ask<Details>('GET', `pleins/${id}`),
    change: (id: string, change: { title?: string; retainUntil?: string }) => ask<Details>('PATCH', `pleins/${id}`, change),
    remove: (id: string) => ask<null>('DELETE', `pleins/${id}`, { confirm: true }),
    rotate: (id: string, role: LinkRole) => ask<Rotated>('POST', `pleins/${id}/links`, { role }),
    audit: (id: string) => ask<{ days: number; lines: Deed[] }>('GET', `pleins/${id}/audit`),
    outcome: (id: string, format: string) =>
      fetch(`/api/v1/pleins/${id}/outcome.${format}`, {
        signal: limited(whole),
        headers: { authorization: `Bearer ${inHeader(key)}`, 'accept-language': document.documentElement.lang },
      }),
  }
}
export type Api = ReturnType<typeof makeApi>
