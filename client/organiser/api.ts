import type { PhaseKind } from '../../shared/domain/phases.ts'
import type { Locale, Stage } from '../../shared/domain/state.ts'
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

/** The organiser's routes; the key travels in a header and in nothing else. */
export const makeApi = (key: string) => {
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    try {
      const response = await fetch(`/api/v1/${path}`, {
        method,
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
    make: (plein: NewPlein) => ask<Made>('POST', 'pleins', plein),
    take: (outcome: object, retainUntil: string | null) =>
      ask<Taken>('POST', 'imports', { outcome, ...(retainUntil === null ? {} : { retainUntil }) }),
    practice: (locale: Locale) => ask<Made & { title: string; dilemma: string }>('POST', 'practice', { locale }),
    read: (id: string) => ask<Details>('GET', `pleins/${id}`),
    change: (id: string, change: { title?: string; retainUntil?: string }) => ask<Details>('PATCH', `pleins/${id}`, change),
    remove: (id: string) => ask<null>('DELETE', `pleins/${id}`, { confirm: true }),
    rotate: (id: string, role: LinkRole) => ask<{ link: string; code?: string }>('POST', `pleins/${id}/links`, { role }),
    audit: (id: string) => ask<{ days: number; lines: Deed[] }>('GET', `pleins/${id}/audit`),
    outcome: (id: string, format: string) =>
      fetch(`/api/v1/pleins/${id}/outcome.${format}`, { headers: { authorization: `Bearer ${inHeader(key)}` } }),
  }
}
export type Api = ReturnType<typeof makeApi>
