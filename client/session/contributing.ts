import type { Command } from '../../shared/domain/commands.ts'
import type { Role } from '../../shared/domain/state.ts'
import { wallNow } from './clock.ts'
import type { Connection } from './connection.ts'
import { pause } from './deliver.ts'
import { keepDraft, nameDraft, readDraft } from './drafts.ts'
import { isOutgoing, makeOutbox, type Outbox, type Outgoing } from './outbox.ts'
import { makeOwnStore, type OwnStore } from './ownStore.ts'
import { randomId } from './random.ts'
import { deviceShelf, type Shelf } from './shelf.ts'

/** What a seat has from which people contribute: it waits in the outbox and outlives the page. A desk and a screen do without. */
export type Contributing = {
  outbox: Outbox
  own: OwnStore
  shelf: Shelf
  /** Whether it waits here. */
  takes: (command: Command) => command is Outgoing
  start: () => void
}

export const contributing = (role: Role, plein: string, connection: Connection): Contributing => {
  // A shelf for each role: one browser may hold two seats of a Plein, and the outbox of one must not leave through the other.
  const shelf = deviceShelf(role === 'participant' ? plein : `${plein}:${role}`)
  const outbox = makeOutbox({ shelf, attempt: connection.attempt, whenLive: connection.whenLive, pause, id: randomId, now: wallNow })
  // What is not taken goes back into its field, for the name that the group has by now (L4).
  outbox.onAnswer((command, { ok }) => {
    if (ok || command.type !== 'cluster.verify' || !command.words) return
    const draft = nameDraft(command.key)
    if (readDraft(plein, draft) === '') keepDraft(plein, draft, command.words)
  })
  const own = makeOwnStore({ shelf, outbox, ask: connection.attempt, id: randomId, now: wallNow })
  return { outbox, own, shelf, takes: isOutgoing, start: () => void outbox.start().then(own.start) }
}
