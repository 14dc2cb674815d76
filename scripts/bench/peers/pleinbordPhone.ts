/** A phone as docs/protocol.md has it, with nothing behind it: Socket.io for what it says, a document line for what it sees. */
import { closes } from '../../../shared/wire/closes.ts'
import { newId } from '../../players/person.ts'
import { type Line, openLine } from '../load/line.ts'
import type { Seen } from '../load/seen.ts'
import type { Traffic } from '../load/traffic.ts'
import { textOf } from './idea.ts'
import type { Phone } from './peer.ts'

type Answer = { ok: boolean; error?: { code: string } } & Record<string, unknown>
/** A board that a page still has: its name, and the state vector of what it holds. */
export type Held = { name: string; vector: Uint8Array }
export type PleinbordPhone = Omit<Phone, 'arrive'> & {
  arrive(held?: Held): Promise<number>
  /** Any command; resolves with its answer, also when that is no. */
  ask(command: { type: string } & Record<string, unknown>): Promise<Answer>
  /** The document that it read whole when it arrived: the bytes of that frame. */
  given(): number
}
export type PhonePlace = {
  port: number
  plein: string
  token: string
  traffic: Traffic
  seen: Seen
  phase: () => string
  /** A desk: what it writes is entered for people without a phone and seen at once, and it opens no document. */
  desk?: boolean
}

/** Sync step 1 with this state vector. */
const step1 = (vector: Uint8Array): Uint8Array => Uint8Array.of(0, 0, vector.length, ...vector)
const emptyVector = Uint8Array.of(0)
const [syncKind, step2Kind] = [0, 1]
/** Packets of Engine.io and Socket.io, as the text of a frame begins. */
const packets = { open: '0', ping: '2', connected: '40', refused: '44', event: '42', answer: '43' } as const

export const createPhone = (of: PhonePlace, place: number | null): PleinbordPhone => {
  const { port, plein, token, traffic, seen, desk = false } = of
  let live: Line | null = null
  let board: Line | null = null
  let asked = 0
  let given = 0
  const waiting = new Map<number, (answer: Answer) => void>()

  /** Under another name the document is another one, and is read from its beginning. */
  const read = (name: string, vector: Uint8Array, came: (ideas: number) => void, lost: (code: number) => void): void => {
    let whole = false
    board = openLine(
      { port, path: `/yjs/${plein}/${name}`, protocols: ['pleinbord.v1', `token.${token}`], traffic },
      {
        open: () => board?.bytes(step1(vector)),
        message: (body) => {
          if (whole && place !== null) seen.frame(place, body)
          if (whole || body[0] !== syncKind || body[1] !== step2Kind) return
          whole = true
          given = body.length
          if (place !== null) seen.whole(place, body)
          came(seen.holds(body))
        },
        closed: (code) => code !== closes.epoch && lost(code),
      },
    )
  }
  const renamed = (said: string, lost: (code: number) => void): void => {
    const [, { documents }] = JSON.parse(said.slice(2)) as [string, { documents?: { board: string } }]
    if (!documents || desk) return
    board?.close()
    read(documents.board, emptyVector, () => undefined, lost)
  }
  const hear = (said: string, came: (name: string) => void, lost: (why: unknown) => void): void => {
    if (said.startsWith(packets.answer)) {
      const begins = said.indexOf('[')
      const id = Number(said.slice(2, begins))
      waiting.get(id)?.((JSON.parse(said.slice(begins)) as [Answer])[0])
      waiting.delete(id)
    } else if (said.startsWith(packets.refused)) lost(said)
    else if (said.startsWith(`${packets.event}["hello"`))
      came((JSON.parse(said.slice(2)) as [string, { documents: { board: string } }])[1].documents.board)
    else if (said.startsWith(`${packets.event}["own"`)) renamed(said, lost)
    else if (said === packets.ping) live?.text('3')
    else if (said.startsWith(packets.open)) live?.text(`40${JSON.stringify({ token, protocol: 1 })}`)
  }
  const ask: PleinbordPhone['ask'] = (command) =>
    new Promise((resolve) => {
      asked += 1
      waiting.set(asked, resolve)
      live?.text(`42${asked}${JSON.stringify(['command', { id: newId(), ...command }])}`)
    })
  return {
    ask,
    given: () => given,
    arrive: (held) =>
      new Promise((resolve, reject) => {
        const lost = (why: unknown) => {
          traffic.lost += 1
          reject(new Error(`A line of a phone was closed: ${why}.`))
        }
        live = openLine(
          { port, path: '/socket.io/?EIO=4&transport=websocket', traffic },
          {
            open: () => undefined,
            // Of what is told to all, only the first letters are looked at.
            message: (body) => {
              const own = body.length < 65_536 && !body.subarray(0, 10).equals(crowd)
              if (own)
                hear(body.toString(), (name) => (desk ? resolve(0) : held === undefined && read(name, emptyVector, resolve, lost)), lost)
            },
            closed: lost,
          },
        )
        // A page that is still open knows the name, and opens both lines at once.
        if (held) read(held.name, held.vector, resolve, lost)
      }),
    post: async (mark) => {
      const kind = desk ? { type: 'idea.enter' } : { type: 'idea.post', key: newId(), open: true }
      const answer = await ask({ ...kind, as: 'idea', text: textOf(mark), phase: of.phase() })
      if (!answer.ok) throw new Error(`An idea was refused: ${answer.error?.code}.`)
    },
    leave: () => {
      live?.close()
      board?.close()
    },
  }
}
const crowd = Buffer.from('42["crowd"')
