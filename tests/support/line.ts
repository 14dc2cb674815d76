/** A WebSocket by hand: for what the stock provider would never say. */
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import WebSocket from 'ws'
import type { TestServer } from './server.ts'

export type Line = {
  line: WebSocket
  /** Headers of the server's answer to the upgrade. */
  headers: Record<string, unknown>
  frames: Buffer[]
  /** Resolves with the close code. */
  closed: Promise<number>
}

export const line = async (server: TestServer, path: string, protocols: string[]): Promise<Line> => {
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}${path}`, protocols)
  onTestFinished(() => socket.terminate())
  const frames: Buffer[] = []
  let headers: Record<string, unknown> = {}
  socket.on('upgrade', (response) => {
    headers = response.headers
  })
  socket.on('message', (data) => frames.push(data as Buffer))
  socket.on('error', () => undefined)
  const closed = once(socket, 'close').then(([code]) => code as number)
  await Promise.race([once(socket, 'open'), closed])
  return { line: socket, headers, frames, closed }
}

export const asToken = (token: string): string[] => ['pleinbord.v1', `token.${token}`]
