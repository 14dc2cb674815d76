/** Somebody with a device: a real Socket.io connection and real documents over the stock y-websocket provider. */
import { randomBytes } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { Answer, ClientToServer, Hello, OwnMessage, ServerToClient } from '../../shared/wire/messages.ts'
import type { Stopwatch } from './latency.ts'
import { openReplica, type Replica } from './replica.ts'

type Asked = { type: string } & Record<string, unknown>
export type Person = {
  hello: Hello
  /** What `hello` and `own` said last. */
  known: Omit<Hello, 'may' | 'own'>
  token: string
  board: Replica
  /** Coaches only. */
  desk: Replica | null
  /** Asks until it is answered for good: what says `retry`, or was not answered, is sent again under the same id. */
  ask(command: Asked): Promise<Answer>
  /** As `ask`, after everything that this person asked before: one command of a person is in flight at a time, so that none overtakes another.
   *  `watch`: from when it is sent until it is answered for good. */
  inOrder(command: Asked, watch?: Stopwatch): Promise<Answer>
  /** How often something had to be sent again. */
  retries(): number
  leave(): void
}

const answerWithin = 20_000
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
export const newId = (): string => randomBytes(16).toString('base64url')

const hold = async (socket: Socket<ServerToClient, ClientToServer>): Promise<Hello> =>
  new Promise((resolve, reject) => {
    socket.once('hello', resolve)
    socket.once('bye', ({ reason }) => reject(new Error(`The server said bye: ${reason}.`)))
    socket.once('connect_error', (error) => {
      if (!socket.active) reject(error)
    })
  })

export const connect = async (server: string, token: string): Promise<Person> => {
  const socket: Socket<ServerToClient, ClientToServer> = io(server, {
    transports: ['websocket'],
    forceNew: true,
    auth: { token, protocol: 1 },
  })
  const hello = await hold(socket)
  const documents = `${server.replace(/^http/, 'ws')}/yjs/${hello.plein.id}`
  const board = openReplica(documents, token, hello.documents.board ?? '')
  const desk = hello.documents.desk ? openReplica(documents, token, hello.documents.desk) : null
  const known: Person['known'] = { ...hello }
  const rename = (names: OwnMessage['documents']) => {
    if (names?.board) board.rename(names.board)
    if (names?.desk) desk?.rename(names.desk)
  }
  socket.on('hello', (again) => {
    Object.assign(known, again)
    rename(again.documents)
  })
  socket.on('own', (own) => {
    Object.assign(known, own)
    rename(own.documents)
  })

  let last: Promise<unknown> = Promise.resolve()
  let retries = 0
  const ask = async (command: Asked): Promise<Answer> => {
    const id = newId()
    for (let attempt = 1; ; attempt += 1) {
      const answer = await socket
        .timeout(answerWithin)
        .emitWithAck('command', { id, ...command } as Parameters<ClientToServer['command']>[0])
        .catch(() => null)
      if (answer?.ok || (answer && answer.error.remedy !== 'retry')) return answer
      if (attempt === 200) throw new Error(`${command.type} was not answered: ${JSON.stringify(answer?.error ?? 'no answer')}`)
      retries += 1
      await pause(answer ? Math.min(30, Number(answer.error['retryAfter']) || 0.25) * 1000 : 100)
    }
  }
  return {
    hello,
    known,
    token,
    board,
    desk,
    ask,
    inOrder(command, watch) {
      const mine = last.then(async () => {
        const since = performance.now()
        const answer = await ask(command)
        watch?.add(since)
        return answer
      })
      last = mine.catch(() => undefined)
      return mine
    },
    retries: () => retries,
    leave() {
      socket.disconnect()
      board.close()
      desk?.close()
    },
  }
}
