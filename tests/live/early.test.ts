/** What is said on a line before the Plein is loaded. */
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { forged, insertion } from '../../scripts/fuzz/forged.ts'
import { updateFrame } from '../../server/live/frames.ts'
import { closes } from '../../shared/wire/closes.ts'
import { asToken } from '../support/line.ts'
import { connect as again, claim } from '../support/phone.ts'
import { startServer, type TestServer } from '../support/server.ts'

const soon = { timeout: 20_000 }

/** A frame as a browser sends it: whole, binary, masked, shorter than 126 bytes. */
const masked = (data: Uint8Array): Buffer => {
  const mask = randomBytes(4)
  return Buffer.concat([Buffer.of(0x82, 0x80 | data.length), mask, data.map((byte, at) => byte ^ (mask[at % 4] as number))])
}
/** Asks for a line and says everything in the same packet. Answers the close code, once it came. */
const sayAtOnce = (server: TestServer, path: string, token: string, frames: readonly Uint8Array[]): (() => number | null) => {
  const { hostname, port } = new URL(server.origin)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  let got = Buffer.alloc(0)
  socket.on('data', (data: Buffer) => {
    got = Buffer.concat([got, data])
  })
  const asks = [
    `GET ${path} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    `Sec-WebSocket-Protocol: ${asToken(token).join(', ')}`,
  ]
  socket.write(Buffer.concat([Buffer.from(`${asks.join('\r\n')}\r\n\r\n`), ...frames.map(masked)]))
  return () => {
    const at = got.lastIndexOf(Buffer.of(0x88, 2))
    return at < 0 || at + 4 !== got.length ? null : got.readUInt16BE(at + 2)
  }
}

it('L1 L3 of what is said before the Plein is loaded all is taken in order, or the line is ended and comes back', async () => {
  const server = await startServer()
  const made = await server.makePlein([{ kind: 'write' }])
  const joost = await claim(server, 'Joost', made.links.coach)
  const { documents, textClient } = joost.hello()
  const path = `/yjs/${made.id}/${documents['text/stage']}`
  const letters = (from: number, text: string) =>
    [...text].map((letter, at) => {
      const clock = from + at
      return updateFrame(
        forged(insertion({ client: textClient!, clock }, clock === 0 ? null : { client: textClient!, clock: clock - 1 }, null, letter)),
      )
    })
  await server.restart()
  sayAtOnce(server, path, joost.token, letters(0, 'Van wie'))
  const reads = (await again(server, 'Joost', joost)).open('text/stage')
  await expect.poll(() => reads.doc.getText('text').toString(), soon).toBe('Van wie')
  await server.restart()
  const ended = sayAtOnce(server, path, joost.token, letters(7, ' is de kade?'))
  await expect.poll(ended, soon).toBe(closes.slow)
})
