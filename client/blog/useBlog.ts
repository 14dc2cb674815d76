import { useCallback, useEffect, useState } from 'react'
import { useSession } from '../session/SessionProvider.tsx'

export type Quote = { id: string; kind: string; text: string; from: string }
export type Moment = { name: string; heading: string; text: string; why: string }
export type Published = { address: string; at: string }
/** As `GET /api/v1/pleins/{id}/blog` tells it. */
export type Told = { title: string; shared: boolean; published: Published | null; ready: boolean; moments: Moment[]; quotes: Quote[] }
/** `message`: the server's sentence; `null` when it could not be reached. */
export type Asked<T> = { ok: true; body: T } | { ok: false; code: string | null; message: string | null; quotes: string[] }

/** Routes of this Plein, by the token of this seat. */
export const useAsk = () => {
  const { plein, token } = useSession()
  return useCallback(
    async <T>(method: string, path: string, body?: unknown): Promise<Asked<T>> => {
      try {
        const answer = await fetch(`/api/v1/pleins/${plein}/${path}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            'accept-language': document.documentElement.lang,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        const told: unknown = answer.status === 204 ? null : await answer.json()
        if (answer.ok) return { ok: true, body: told as T }
        const { code = null, detail = null, quotes = [] } = told as { code?: string; detail?: string; quotes?: string[] }
        return { ok: false, code, message: detail, quotes }
      } catch {
        return { ok: false, code: null, message: null, quotes: [] }
      }
    },
    [plein, token],
  )
}

/** Milliseconds between two looks while something is still to come: the Plein is not closed for good, or the server could not be reached. */
const again = 4000

/** What is at hand for the blog, and how it stands with it; `null` until it has come. */
export const useBlog = () => {
  const ask = useAsk()
  const [told, setTold] = useState<Told | null>(null)
  const look = useCallback(async () => {
    const asked = await ask<Told>('GET', 'blog')
    if (asked.ok) setTold(asked.body)
  }, [ask])
  const waits = told === null || !told.ready
  useEffect(() => {
    void look()
    if (!waits) return
    const timer = setInterval(() => void look(), again)
    return () => clearInterval(timer)
  }, [look, waits])
  return { told, setTold, look, ask }
}
