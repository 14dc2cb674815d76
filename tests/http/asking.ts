/** Asking a server over HTTP, as any program would. */
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect } from 'vitest'
import { type MadePlein, startServer } from '../support/server.ts'

export const key = 'de-sleutel-van-organisator-Anneke-0123456789'
export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })

// biome-ignore lint/suspicious/noExplicitAny: what a stranger sees, before anything is known about it
export type Asked = { status: number; headers: Headers; text: string; body: any }

export const asker =
  (origin: string) =>
  async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Asked> => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const answer = await fetch(`${origin}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...sent,
    })
    const text = await answer.text()
    const json = answer.headers.get('content-type')?.includes('json') ?? false
    return { status: answer.status, headers: answer.headers, text, body: json ? JSON.parse(text) : undefined }
  }
/** A real server on a real data folder, with Anneke as its organiser. */
export const town = async (env: Record<string, string> = {}) => {
  const server = await startServer({ ORGANISER_KEY: key, LOG_LEVEL: 'debug', ...env })
  const ask = asker(server.origin)
  const organiser = bearer(key)
  const makePlein = async (wish: Record<string, unknown> = {}): Promise<MadePlein> => {
    const made = await ask(
      'POST',
      '/api/v1/pleins',
      { title: 'De Lange Nieuwstraat', dilemma: 'Hoe blijft de straat leefbaar?', ...wish },
      organiser,
    )
    expect(made.status, made.text).toBe(201)
    return made.body as MadePlein
  }
  const claim = async (link: string): Promise<string> => {
    const claimed = await ask('POST', '/api/v1/claim', { secret: new URL(link).hash.slice(1) })
    expect(claimed.status, claimed.text).toBe(201)
    return claimed.body.token as string
  }
  const join = async (code: string): Promise<string> => {
    const joined = await ask('POST', '/api/v1/join', { code })
    expect(joined.status, joined.text).toBe(201)
    return joined.body.token as string
  }
  return { ...server, ask, organiser, makePlein, claim, join }
}

export const expectProblem = (asked: Asked, status: number, code: string): void => {
  expect(asked.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(asked.body).toMatchObject({
    type: `urn:pleinbord:problem:${code}`,
    status,
    code,
    title: expect.any(String),
    detail: expect.stringMatching(/\w.*[.…”"]$/),
  })
  expect(asked.status).toBe(status)
  // How we say no inside is nobody's business.
  expect(asked.body).not.toHaveProperty('ok')
}

/** Bytes as they are; everything that came back until the server closed. */
export const raw = async (port: number, bytes: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(bytes)
  return text(socket)
}
