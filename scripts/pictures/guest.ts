/** Somebody with a phone in the pocket: a real seat and a real connection, but no copy of the board. Six hundred of them fit beside a browser. */
import { io } from 'socket.io-client'
import type { Answer } from '../../shared/wire/messages.ts'
import { joinWith } from '../players/http.ts'
import { newId } from '../players/person.ts'

type Asked = { type: string } & Record<string, unknown>
export type Guest = { ask(command: Asked): Promise<Record<string, unknown>>; leave(): void }

export const comeIn = async (server: string, joinLink: string): Promise<Guest> => {
  const { token } = await joinWith(server, joinLink)
  const socket = io(server, { transports: ['websocket'], forceNew: true, auth: { token, protocol: 1 } })
  await new Promise((resolve, reject) => {
    socket.once('hello', resolve)
    socket.once('connect_error', reject)
  })
  return {
    ask: async (command) => {
      const answer = (await socket.timeout(20_000).emitWithAck('command', { id: newId(), ...command })) as Answer
      if (!answer.ok) throw new Error(`${command.type}: ${answer.error.code} ${answer.error.message}`)
      return answer
    },
    leave: () => void socket.disconnect(),
  }
}

/** All of them, so many at a time: a server answers more at once with "come back in two seconds". */
export const allIn = async (server: string, joinLink: string, many: number): Promise<Guest[]> => {
  const guests: Guest[] = []
  while (guests.length < many)
    guests.push(...(await Promise.all(Array.from({ length: Math.min(50, many - guests.length) }, () => comeIn(server, joinLink)))))
  return guests
}
