import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openConnection } from '../../client/session/connection.ts'
import { makePace } from '../../client/session/pace.ts'
import { claim, join } from '../support/phone.ts'
import { fillBoard } from '../support/picture.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 20_000 }
const ofDocuments = /\/api\/v1\/pleins\/[\w-]+\/documents\/board/

afterEach(() => void vi.unstubAllGlobals())

/** What lines brought, and what was fetched; `answer`: in place of the server's own. */
const watched = (answer?: (real: () => Promise<Response>, signal: AbortSignal) => Promise<Response>) => {
  const seen = { lineBytes: 0, lines: 0, fetched: [] as string[] }
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (!ofDocuments.test(url)) return real(url, init)
    seen.fetched.push(url)
    return answer ? answer(() => real(url, init), init.signal!) : real(url, init)
  })
  const Counting = class extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols)
      if (url.includes('/board')) seen.lines += 1
      this.addEventListener('message', ({ data }) => {
        if (url.includes('/board')) seen.lineBytes += (data as ArrayBuffer).byteLength
      })
    }
  } as unknown as typeof WebSocket
  return { seen, Counting }
}

const meeting = async (ideas: number) => {
  const server = await startServer({ LIMIT_BURST_COACH: '1000' })
  const made = await server.makePlein([{ kind: 'ideas' }])
  const joost = await claim(server, 'Joost', made.links.coach)
  const { phase } = await fillBoard(joost, ideas)
  const { token, plein } = await join(server, 'Fatma', made)
  const comeIn = (WebSocketPolyfill: typeof WebSocket) => {
    const connection = openConnection({ makePace, origin: server.origin, plein, token, WebSocketPolyfill })
    onTestFinished(connection.close)
    return connection
  }
  return { server, joost, phase, comeIn }
}
const ideas = (connection: ReturnType<typeof openConnection>): number => connection.documents.replica('board').snapshot('ideas').size

describe('L3 L4 the first picture of a long board', () => {
  test('Fatma gets it packed, and by the line only what came after it; when her line falls it is not fetched again', async () => {
    const { server, joost, phase, comeIn } = await meeting(60)
    const { seen, Counting } = watched()
    const fatma = comeIn(Counting)
    await expect.poll(() => ideas(fatma), soon).toBe(60)
    expect(seen.fetched).toHaveLength(1)
    expect(seen.lineBytes).toBeLessThan(2000)
    await joost.ask({ type: 'idea.enter', as: 'idea', text: 'Nog een', phase })
    await expect.poll(() => ideas(fatma), soon).toBe(61)
    await server.restart()
    await expect.poll(() => seen.lines, soon).toBeGreaterThan(1)
    await expect.poll(() => fatma.told().connection, soon).toBe('live')
    expect(seen.fetched).toHaveLength(1)
  })

  test('A short board is not worth a request', async () => {
    const { comeIn } = await meeting(3)
    const { seen, Counting } = watched()
    const fatma = comeIn(Counting)
    await expect.poll(() => ideas(fatma), soon).toBe(3)
    expect(seen.fetched).toEqual([])
  })

  const failures: Record<string, Parameters<typeof watched>[0]> = {
    'is refused': async () => new Response('{}', { status: 429, headers: { 'content-type': 'application/problem+json' } }),
    'is a page of the network': async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    'is no document': async () => new Response(new Uint8Array([9, 9, 9]), { headers: { 'content-type': 'application/octet-stream' } }),
    'cannot be asked for': async () => Promise.reject(new TypeError('network')),
    'never begins': (_real, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new DOMException('late', 'AbortError')))),
  }
  for (const [how, answer] of Object.entries(failures))
    test(`When it ${how}, the line brings the board`, async () => {
      const { comeIn } = await meeting(60)
      const { seen, Counting } = watched(answer)
      const fatma = comeIn(Counting)
      await expect.poll(() => ideas(fatma), soon).toBe(60)
      expect(seen.fetched).toHaveLength(1)
      expect(seen.lineBytes).toBeGreaterThan(16_384)
    })

  test('When the line is open before it comes, it is not sent back as a write', async () => {
    const { comeIn } = await meeting(60)
    let come: () => void = () => undefined
    const { seen, Counting } = watched(async (real) => {
      const answer = await real()
      const bytes = await answer.arrayBuffer()
      await new Promise<void>((resolve) => {
        come = resolve
      })
      return { ok: answer.ok, headers: answer.headers, arrayBuffer: async () => bytes } as Response
    })
    const said: Uint8Array<ArrayBuffer>[] = []
    let release: () => void = () => undefined
    const Held = class extends Counting {
      override send(data: Uint8Array<ArrayBuffer>) {
        if (!this.url.includes('/board')) return super.send(data)
        said.push(data)
        release = () => {
          for (const one of said) super.send(one)
        }
      }
    } as typeof WebSocket
    const fatma = comeIn(Held)
    await expect.poll(() => seen.fetched.length, soon).toBe(1)
    fatma.documents.reconnect()
    await expect.poll(() => said.length, soon).toBe(1)
    come()
    // Nothing between the answer and the document waits for anything.
    await new Promise(setImmediate)
    expect(said.map((data) => [...data.slice(0, 2)])).toEqual([[0, 0]])
    release()
    await expect.poll(() => ideas(fatma), soon).toBe(60)
    expect(seen.lines).toBe(1)
  })

  test('Who leaves meanwhile opens no line any more', async () => {
    const { comeIn } = await meeting(60)
    let aborted = false
    const { seen, Counting } = watched(
      (_real, signal) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => {
            aborted = true
            reject(new DOMException('left', 'AbortError'))
          }),
        ),
    )
    const fatma = comeIn(Counting)
    await expect.poll(() => seen.fetched.length, soon).toBe(1)
    fatma.close()
    await expect.poll(() => aborted).toBe(true)
    await new Promise(setImmediate)
    expect(seen.lines).toBe(0)
  })
})
