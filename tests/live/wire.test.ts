/** A message that was framed once arrives as if it had been framed for each reader. */
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { createReaders } from '../../server/live/readers.ts'
import { wireOf } from '../../server/live/wire.ts'

it('L3 messages of every length arrive whole and in order, between what the line itself sends', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  onTestFinished(() => server.close())
  await once(server, 'listening')
  const messages = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000].map((length) => Buffer.alloc(length, length % 251))
  server.on('connection', (line, { socket }: { socket: Socket }) => {
    for (const message of messages) {
      socket.write(wireOf(message))
      line.ping()
      line.send(Buffer.of(7))
    }
  })
  const line = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  onTestFinished(() => line.terminate())
  const heard: Buffer[] = []
  line.on('message', (data, binary) => heard.push(binary ? (data as Buffer) : Buffer.from('text')))
  await expect.poll(() => heard.length).toBe(messages.length * 2)
  expect(heard).toEqual(messages.flatMap((message) => [message, Buffer.of(7)]))
})

it('the same message is framed once, and what is kept of it is not more than it', () => {
  const message = Buffer.alloc(300, 1)
  expect(wireOf(message)).toBe(wireOf(message))
  expect(wireOf(message).buffer.byteLength).toBe(304)
})

it('of one seat the oldest line goes, and who left is sent nothing', () => {
  const said: string[] = []
  const readers = createReaders(2, 4408)
  const peer = (name: string, seat: string) => ({
    who: { seat, role: 'participant' as const },
    send: (frame: Uint8Array) => void said.push(`${name} ${frame.length}`),
    close: (code: number) => void said.push(`${name} closed ${code}`),
  })
  const [first, second, third, ria] = [peer('first', 'fatma'), peer('second', 'fatma'), peer('third', 'fatma'), peer('ria', 'ria')]
  for (const one of [first, second, ria]) {
    readers.add('board', one)
    readers.follow('board', one)
  }
  readers.add('board', third)
  expect(said).toEqual(['first closed 4408'])
  // It was put out before it asked, so its question makes it no reader again.
  readers.follow('board', first)
  readers.remove('board', ria)
  readers.frame('board', Buffer.alloc(3))
  expect(said.slice(1)).toEqual(['second 3'])
  expect(readers.size()).toBe(2)
})
