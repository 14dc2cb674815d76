/** The owner writes a line of the intake for nobody else, on the real server. What they wrote may stand nowhere as it is. */
import { randomBytes } from 'node:crypto'
import { io } from 'socket.io-client'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { step1Frame, updateFrame } from '../../server/live/frames.ts'
import type { Hello } from '../../shared/wire/messages.ts'

const patience = 30_000

/** Resolves with the words when they are on the server's disk. */
export const writeOwnLine = async (origin: string, { plein, token }: { plein: string; token: string }): Promise<string> => {
  const words = randomBytes(24).toString('base64url')
  const socket = io(origin, { auth: { token, protocol: 1 }, transports: ['websocket'], forceNew: true })
  try {
    const hello = await new Promise<Hello>((resolve, reject) => {
      socket.once('hello', resolve)
      socket.once('connect_error', reject)
    })
    const doc = new Y.Doc()
    doc.clientID = hello.textClient!
    doc.getText('afraid.owner').insert(0, words)
    const line = new WebSocket(`${origin.replace('http', 'ws')}/yjs/${plein}/${hello.documents['text/intake-own']}`, [
      'pleinbord.v1',
      `token.${token}`,
    ])
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('The own line of the owner was not stored.')), patience)
      const settle = (done: () => void) => () => {
        clearTimeout(late)
        done()
      }
      socket.once('saved', settle(resolve))
      line.once(
        'close',
        settle(() => reject(new Error('The line of the owner was closed.'))),
      )
      line.once('open', () => {
        line.send(step1Frame(Uint8Array.of(0)))
        line.send(updateFrame(Y.encodeStateAsUpdate(doc)))
      })
    })
    line.terminate()
    return words
  } finally {
    socket.disconnect()
  }
}
