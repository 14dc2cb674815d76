import { once } from 'node:events'
import { createServer } from 'node:http'
import { Manager } from 'socket.io-client'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openConnection } from '../../client/session/connection.ts'
import { makePace } from '../../client/session/pace.ts'
import { paceTries } from '../../client/session/tries.ts'
import { claim, join } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

/** A proxy whose server is away: it answers everybody, and remembers what they wanted. */
const emptyProxy = async (port: number): Promise<string[]> => {
  const wanted: string[] = []
  const proxy = createServer((_, response) => void response.writeHead(502).end())
  proxy.on('upgrade', ({ url = '' }, socket) => {
    wanted.push(url)
    socket.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n')
  })
  proxy.listen(port, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    proxy.close()
    proxy.closeAllConnections()
  })
  return wanted
}

describe('L3 while the server is away', () => {
  test('only one line of a phone asks for it, and the other one comes after hello', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const seat = await join(server, 'Fatma', made)
    seat.leave()
    const { plein, token } = seat
    const fatma = openConnection({ makePace, origin: server.origin, plein, token })
    onTestFinished(fatma.close)
    await fatma.whenLive()
    const title = () => fatma.documents.replica('board').snapshot('plein').get('stage')
    await expect.poll(title).toBe('prepared')
    await server.stop()
    const wanted = await emptyProxy(server.port)
    await expect.poll(() => wanted.filter((url) => url.startsWith('/socket.io/')).length, { timeout: 20_000 }).toBeGreaterThan(5)
    // Of the documents at most the one that was on its way before the phone knew of the other line.
    expect(wanted.filter((url) => url.startsWith('/yjs/')).length).toBeLessThan(2)
  })

  test('L4 a text that is written together is told to be away, whichever line ends first', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const wim = await claim(server, 'Wim', made.links.owner)
    wim.leave()
    /** Hears later than the other line that it has ended. */
    class Late extends WebSocket {
      override set onclose(hears: ((event: CloseEvent) => unknown) | null) {
        super.onclose = hears && ((event) => setTimeout(hears, 300, event))
      }
    }
    const { plein, token } = wim
    const line = openConnection({ makePace, origin: server.origin, plein, token, WebSocketPolyfill: Late })
    onTestFinished(line.close)
    const draft = () => line.documents.text('text/draft')
    await expect.poll(draft).toMatchObject({ ready: true, live: true })
    await server.stop()
    await expect.poll(draft).toMatchObject({ ready: true, live: false })
    await server.restart()
    await expect.poll(draft, { timeout: 20_000 }).toMatchObject({ live: true })
  })

  test('it is asked each second at first, each five seconds later, and never without a pause', () => {
    const manager = new Manager('http://127.0.0.1:9', { autoConnect: false, reconnectionDelay: 300 })
    paceTries(manager)
    // Socket.io has no public measure of them.
    const inside = manager as unknown as {
      backoff: { attempts: number; duration(): number }
      emitReserved(event: string, tries: number): void
    }
    const pauses = (tries: number): number[] => {
      const all = Array.from({ length: 50 }, () => {
        inside.emitReserved('reconnect_attempt', tries)
        inside.backoff.attempts = tries
        return inside.backoff.duration()
      })
      return [Math.min(...all), Math.max(...all)]
    }
    expect(pauses(1)[0]).toBeGreaterThanOrEqual(300)
    expect(pauses(1)[1]).toBeLessThanOrEqual(900)
    expect(pauses(10)).toEqual([1000, 1000])
    expect(pauses(50)).toEqual([5000, 5000])
    expect(pauses(5000)).toEqual([5000, 5000])
  })
})
