/** The phone's own outbox on simulated time: what it sends goes into the simulator's network, and it can be reloaded at any moment. */
import { makeOutbox, type Outbox, type Outgoing } from '../../client/session/outbox.ts'
import { memoryShelf, type Shelf } from '../../client/session/shelf.ts'
import { anonymous, type Command } from '../../shared/domain/commands.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import type { Person } from '../support/people.ts'

export type PhoneParts = {
  who: Person
  now: () => number
  /** From 0 to 1. */
  chance: () => number
  later: (milliseconds: number, run: () => void) => void
  live: () => boolean
  send: (id: string, command: Command) => void
  shelf: (shelf: Shelf) => Shelf
}
export type Phone = {
  ask(command: Command): void
  /** Not answered for good yet. */
  waiting(): number
  /** Somebody waits for an answer to this id. */
  awaits(id: string): boolean
  hear(id: string, answer: Answer): void
  lost(): void
  back(): void
  /** The page is gone, and another one reads what it left. */
  reload(): Promise<void>
}

/** As the phone's connection has it. */
const silence = 5000

export const createPhone = async ({ who, now, chance, later, live, send, shelf }: PhoneParts): Promise<Phone> => {
  const kept = shelf(memoryShelf())
  const attempts = new Map<string, Set<(answer: Answer | null) => void>>()
  let waiters: (() => void)[] = []
  let made = 0
  let next: Command | null = null

  const settle = (id: string, answer: Answer | null): void => {
    for (const one of attempts.get(id) ?? []) one(answer)
    attempts.delete(id)
  }
  const attempt = (id: string, command: Command): Promise<Answer | null> =>
    new Promise((resolve) => {
      if (!live()) return resolve(null)
      attempts.set(id, (attempts.get(id) ?? new Set()).add(resolve))
      send(id, command)
      later(silence, () => attempts.get(id)?.has(resolve) && settle(id, null))
    })
  const make = (): Outbox =>
    makeOutbox({
      shelf: kept,
      attempt,
      whenLive: () => (live() ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
      pause: (milliseconds) => new Promise((resolve) => later(milliseconds, resolve)),
      // What is tied to a seat may have the same id on another seat; what is anonymous has none but the id.
      id: () => (next && anonymous.has(next.type) ? `${who.name}-${++made}` : `own-${++made}`),
      now,
      chance,
    })
  const lost = (): void => {
    for (const id of [...attempts.keys()]) settle(id, null)
  }
  const back = (): void => {
    for (const one of waiters.splice(0)) one()
  }
  let outbox = make()
  await outbox.start()
  return {
    ask: (command) => {
      next = command
      // A coach's command waits in the same outbox, in a lane of its own.
      outbox.add(command as Outgoing)
    },
    waiting: () => outbox.entries().filter(({ refused }) => refused === null).length,
    awaits: (id) => attempts.has(id),
    hear: settle,
    lost,
    back,
    reload: async () => {
      outbox.stop()
      lost()
      waiters = []
      outbox = make()
      await outbox.start()
    },
  }
}
