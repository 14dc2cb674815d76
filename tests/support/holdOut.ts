/** A device whose link is about to be replaced, and that does all it can to go on. */
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import type { Answer, ClientToServer, ServerToClient } from '../../shared/wire/messages.ts'
import { asToken, line } from './line.ts'
import { newId } from './phone.ts'
import { secretOf, type TestServer } from './server.ts'

/** `connected`: speaks without a pause. `polling`: the same without a WebSocket. `coming`: comes and goes without a pause.
 *  `asleep`: its line fell before, and it comes back after. */
export const manners = ['connected', 'polling', 'coming', 'asleep'] as const
export type Manner = (typeof manners)[number]

export type HoldOut = {
  /** Moments at which a command was accepted, and whether the line was taken after `replaced`. */
  accepted: { at: number; anew: boolean }[]
  /** Greetings on lines that were taken after `replaced`. */
  greeted: number
  /** Lines that were refused after it. */
  turnedAway: number
  /** The link was replaced; from here on every line is a new one. */
  replaced(): void
  /** Comes back so many times, then asks for a document and for the outcome; what it got. */
  insist(times: number): Promise<{ document: number; outcome: number }>
  /** Resolves when the line that it had is closed by the server. */
  letGo(): Promise<void>
  stop(): void
}

type Line = Socket<ServerToClient, ClientToServer>

/** `clock`: by which it tells when it was obeyed. */
export const holdOut = async (server: TestServer, link: string, manner: Manner, clock: () => number): Promise<HoldOut> => {
  const claimed = await fetch(`${server.origin}/api/v1/claim`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ secret: secretOf(link) }),
  })
  const { plein, token } = (await claimed.json()) as { plein: string; token: string }
  const transports = manner === 'polling' ? ['polling'] : ['websocket']
  let gone = false
  let stopped = false
  let documentName = ''
  const lines = new Set<Line>()

  const take = (): Promise<Line | null> => {
    const anew = gone
    const socket: Line = io(server.origin, { auth: { token, protocol: 1 }, transports, forceNew: true, reconnection: false })
    lines.add(socket)
    return new Promise((resolve) => {
      socket.once('hello', ({ documents }) => {
        documentName = documents.desk ?? ''
        if (anew) device.greeted += 1
        resolve(socket)
      })
      socket.once('connect_error', () => {
        if (anew) device.turnedAway += 1
        resolve(null)
      })
      socket.once('disconnect', () => resolve(null))
    })
  }
  const ask = async (socket: Line, anew: boolean): Promise<boolean> => {
    const command = { id: newId(), type: 'timer.start', seconds: 300 } as const
    const lost = new Promise<null>((resolve) => void socket.once('disconnect', () => resolve(null)))
    const answer: Answer | null = await Promise.race([
      socket
        .timeout(20_000)
        .emitWithAck('command', command)
        .catch(() => null),
      lost,
    ])
    if (answer?.ok) device.accepted.push({ at: clock(), anew })
    return answer?.ok ?? false
  }
  const leave = (socket: Line): void => {
    socket.disconnect()
    lines.delete(socket)
  }
  let going = Promise.resolve()
  const goOn = async (): Promise<void> => {
    while (!stopped && !gone) {
      const socket = await take()
      if (socket === null) continue
      // The line that it has is not let go of, whatever happens to the link.
      while (!stopped && socket.connected && ((await ask(socket, false)) || socket.connected) && (manner !== 'coming' || gone));
      leave(socket)
    }
  }

  const device: HoldOut = {
    accepted: [],
    greeted: 0,
    turnedAway: 0,
    replaced: () => {
      gone = true
    },
    insist: async (times) => {
      for (let time = 0; time < times; time++) {
        const socket = await take()
        if (socket === null) continue
        await ask(socket, true)
        leave(socket)
      }
      const headers = { Authorization: `Bearer ${token}` }
      const [{ closed }, outcome] = await Promise.all([
        line(server, `/yjs/${plein}/${documentName}`, asToken(token)),
        fetch(`${server.origin}/api/v1/pleins/${plein}/outcome.json`, { headers }),
      ])
      await outcome.arrayBuffer()
      return { document: await closed, outcome: outcome.status }
    },
    letGo: () => going,
    stop: () => {
      stopped = true
      for (const socket of lines) socket.disconnect()
    },
  }
  onTestFinished(device.stop)
  const first = await take()
  if (first === null) throw new Error('a device with a good link was not let in')
  await ask(first, false)
  if (manner === 'asleep') {
    first.io.engine.close()
    leave(first)
  } else {
    leave(first)
    going = goOn()
  }
  return device
}
