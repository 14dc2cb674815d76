/** A line that is up and answers nothing. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { awaited, forgetJoined, join, stopOf } from '../../client/door/joining.ts'
import { claimLink, knock } from '../../client/parts/doors.ts'
import { later } from '../../client/session/later.ts'
import { forgetToken, readToken } from '../../client/session/tokens.ts'

const plein = 'plein-oost'
const by = { code: 'KADEBOO' }
const patience = 15_000
type Asked = { path: string; token: string | undefined; answer: (status: number, body: unknown) => void }
let asked: Asked[] = []
const paths = () => asked.map(({ path }) => path.replace('/api/v1/', ''))

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  const kept = new Map<string, string>()
  vi.stubGlobal('document', { documentElement: { lang: 'nl' } })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  })
  vi.stubGlobal('fetch', (path: string, { signal, headers }: RequestInit) => {
    const token = (headers as Record<string, string> | undefined)?.['authorization']
    return new Promise<Response>((resolve, reject) => {
      asked.push({ path, token, answer: (status, body) => resolve(Response.json(body, { status })) })
      signal?.addEventListener('abort', () => reject(signal.reason))
    })
  })
})
afterEach(() => {
  forgetToken('participant', plein)
  forgetJoined(plein)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** What comes of it when the line stays silent, `undefined` as long as nothing does. */
const silent = async <T>(asking: Promise<T>, milliseconds: number): Promise<T | undefined> => {
  let come: T | undefined
  void asking.then((it) => {
    come = it
  })
  await vi.advanceTimersByTimeAsync(milliseconds)
  return come
}

test('L1 who wants in is told after a quarter of a minute that nothing answers', async () => {
  const asking = join(by)
  expect(await silent(asking, patience - 1000)).toBeUndefined()
  const told = await silent(asking, 1000)
  expect(told).toEqual({ ok: false, code: null, message: '' })
  expect(stopOf(null, '', false)).toBe('unreachable')
})

test('A15 the seat that is given to who has given up is theirs when they press again', async () => {
  expect(await silent(join(by), patience)).toMatchObject({ ok: false })
  asked[0]!.answer(201, { plein, token: 'late' })
  await vi.advanceTimersByTimeAsync(0)
  expect(await join(by)).toEqual({ ok: true, plein })
  expect([paths(), readToken('participant', plein)]).toEqual([['join'], 'late'])
})

test('A15 the seat that is given to who has given up goes, when they have another one by then', async () => {
  expect(await silent(join(by), patience)).toMatchObject({ ok: false })
  const again = join(by)
  await vi.advanceTimersByTimeAsync(0)
  asked[1]!.answer(201, { plein, token: 'second' })
  expect(await again).toEqual({ ok: true, plein })
  asked[0]!.answer(201, { plein, token: 'late' })
  await vi.advanceTimersByTimeAsync(0)
  expect([paths(), asked.at(-1)!.token, readToken('participant', plein)]).toEqual([['join', 'join', 'leave'], 'Bearer late', 'second'])
})

test('L1 who waits at the door asks again, and a link or a device without one is told that nothing answers', async () => {
  expect(await silent(awaited({ secret: 'geheim', by }), patience)).toBe('waiting')
  expect(await silent(claimLink('geheim'), patience)).toEqual({ ok: false, message: null })
  expect(await silent(knock(), patience)).toBe('away')
})

test('L4 a part of the pages whose question is swallowed is asked for again', async () => {
  const part = later(async () => 'here')
  part.subscribe(() => {})
  part.fetch()
  for (let seconds = 0; asked.length < 2 && seconds < 60; seconds++) await vi.advanceTimersByTimeAsync(1000)
  expect(paths()).toEqual(['/healthz', '/healthz'])
  asked[1]!.answer(200, {})
  await vi.advanceTimersByTimeAsync(0)
  expect(part.now()).toBe('here')
})
