/** Somebody makes seats and fills the Plein with their lines. */
import { once } from 'node:events'
import { io } from 'socket.io-client'
import { expect, it, onTestFinished } from 'vitest'
import { asToken, line } from '../support/line.ts'
import { claim, join } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const lineOf = async (origin: string, token: string): Promise<string> => {
  const socket = io(origin, { auth: { token, protocol: 1 }, transports: ['websocket'], forceNew: true, reconnection: false })
  onTestFinished(() => void socket.disconnect())
  return new Promise((resolve) => {
    socket.once('hello', () => resolve('in'))
    socket.once('connect_error', (error) => resolve((error as Error & { data?: { code: string } }).data?.code ?? 'error'))
  })
}

it('R3 who fills the Plein with lines of made seats keeps neither owner nor screen outside', async () => {
  const server = await startServer({ LIMIT_CONNECTIONS_PER_PLEIN: '12' })
  const made = await server.makePlein()
  const wim = await claim(server, 'Wim', made.links.owner)
  const beamer = await claim(server, 'Beamer', made.links.screen)
  for (const one of [wim, beamer]) one.socket.disconnect()
  const fake = await Promise.all(Array.from({ length: 4 }, (_, n) => join(server, `Nep ${n}`, made)))
  for (const { token } of fake) for (let more = 0; more < 2; more++) await lineOf(server.origin, token)
  const got = [await lineOf(server.origin, wim.token), await lineOf(server.origin, beamer.token)]
  expect(got).toEqual(['in', 'in'])
})

it('R3 who fills the Plein with lines of documents keeps neither owner nor screen from the board', async () => {
  const server = await startServer({ LIMIT_CONNECTIONS_PER_PLEIN: '12' })
  const made = await server.makePlein()
  const wim = await claim(server, 'Wim', made.links.owner)
  const beamer = await claim(server, 'Beamer', made.links.screen)
  const fake = await Promise.all(Array.from({ length: 2 }, (_, n) => join(server, `Nep ${n}`, made)))
  for (const { token, hello } of fake) {
    const names = hello().documents as Record<string, string>
    for (const name of [names['board'], names['text/stage']])
      for (let more = 0; more < 3; more++) await line(server, `/yjs/${made.id}/${name}`, asToken(token))
  }
  const got = await Promise.all(
    [wim, beamer].map(async ({ token, hello }) => {
      const opened = await line(server, `/yjs/${made.id}/${(hello().documents as Record<string, string>)['board']}`, asToken(token))
      // Asks for all of the document.
      opened.line.send(Uint8Array.of(0, 0, 1, 0))
      return Promise.race([opened.closed, once(opened.line, 'message').then(() => 'answered')])
    }),
  )
  expect(got).toEqual(['answered', 'answered'])
})
