/** What a simulated afternoon consists of, and what is left of it to judge. */
import type * as Y from 'yjs'
import type { Shelf } from '../../client/session/shelf.ts'
import type { Vault } from '../../server/keys/contract.ts'
import type { Outlet, Room } from '../../server/live/contract.ts'
import type { Store } from '../../server/store/contract.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import type { Person } from '../support/people.ts'
import type { Phone } from './phone.ts'

/** What is spoiled on purpose, to see that it is noticed. */
export type Faults = {
  store?: (store: Store) => Store
  vault?: (vault: Vault) => Vault
  room?: (room: Room) => Room
  outlet?: (outlet: Outlet) => Outlet
  shelf?: (shelf: Shelf) => Shelf
}

/** How large it is, and what can happen in it. */
export type Shape = {
  people: readonly Person[]
  steps: number
  /** One in so many moments that could be a crash is one; one in so many ends with the Plein being closed. */
  crashes: number
  closes: number
  /** With the phone's own outbox, that is reloaded now and then, and a coach who is removed; else each asks one thing at a time. */
  phones: boolean
}

export type Circle = 'board' | 'desk'
export type Client = {
  who: Person
  /** What waits for its answer; one at a time, in order, until it comes. */
  pending: { id: string; command: Command } | null
  phone: Phone | null
  /** In the order in which this person asked it. */
  asked: Command[]
  /** How many had been asked when the coaches' links were turned and this one had to go; `null`: is still here. */
  removed: { after: number; from: Process } | null
  line: boolean
  documents: Map<Circle, { name: string; doc: Y.Doc }>
}
export type Message = { client: Client; id: string } & ({ command: Command } | { answer: Answer })
export type Process = { room: Room; alive: boolean }

export type Told = { id: string; who: Person; command: Command; answer: Answer }
export type Afternoon = {
  seed: number
  store: Store
  vault: Vault
  clients: Client[]
  /** First answers, in the order in which they came. */
  answered: Told[]
  /** Repeated ids that were answered otherwise than before, and lines on which something was missed. */
  contradictions: string[]
  room: Room
  count: {
    sent: number
    doubled: number
    /** Arrived after many others. */
    late: number
    lost: number
    crashes: number
    reloads: number
    removed: number
    diskFailures: number
    keyFailures: number
    resyncs: number
    epochs: number
  }
  /** Everything that went to a reader of the board. */
  boardBytes: Buffer[]
}

export const nothing = (): Afternoon['count'] => ({
  sent: 0,
  doubled: 0,
  late: 0,
  lost: 0,
  crashes: 0,
  reloads: 0,
  removed: 0,
  diskFailures: 0,
  keyFailures: 0,
  resyncs: 0,
  epochs: 0,
})
