import type { Command } from '../../shared/domain/commands.ts'
import type { Answer, WireError } from '../../shared/wire/messages.ts'
import { waitBefore } from './deliver.ts'
import { gavePrefix } from './gave.ts'
import { jitter } from './random.ts'
import type { Shelf } from './shelf.ts'

/** What a phone sends waits here until it is answered, also over a reload. */
export type Outgoing = Extract<
  Command,
  {
    type:
      | 'idea.post'
      | 'idea.edit'
      | 'idea.withdraw'
      | 'idea.place'
      | 'condition.post'
      | 'ballot.cast'
      | 'seat.perspective'
      | 'cluster.verify'
      | 'card.seal'
      | 'card.allow'
      | 'card.withdraw'
  }
>
const outgoing: ReadonlySet<string> = new Set([
  'idea.post',
  'idea.edit',
  'idea.withdraw',
  'idea.place',
  'condition.post',
  'ballot.cast',
  'seat.perspective',
  'cluster.verify',
])
export const isOutgoing = (command: Command): command is Outgoing => outgoing.has(command.type)

/** Refused, they stay until their author has seen it. */
const keepsWords: ReadonlySet<string> = new Set(['idea.post', 'idea.edit', 'condition.post', 'card.seal', 'card.allow'])
/** A ballot that waited for a line and came after the end: its voter is told, and its dots are nobody's any more. */
const late: ReadonlySet<string> = new Set(['round-closed', 'round-counted', 'plein-closed', 'plein-sealed'])

export type OutboxEntry = {
  id: string
  /** Entries leave in this order. */
  order: number
  command: Outgoing
  /** Once it was sent, its id and its words stay as they are: the server may have them. */
  sent: boolean
  /** Not before this moment of this device. */
  after?: number
  /** The server does not accept it. It stays, with its text, until the person has seen it. */
  refused: WireError | null
}

export type Outbox = {
  entries: () => readonly OutboxEntry[]
  subscribe: (listener: () => void) => () => void
  /** Resolves with `stored` when it is on disk; `answer` resolves when the server has answered. */
  add: (command: Outgoing, alongside?: [string, unknown][]) => { stored: Promise<void>; answer: Promise<Answer> }
  /** Hears each answer for good before its entry goes, also of what an earlier page left: else what a phone shows would go back in between to before
   *  it was sent. */
  onAnswer: (listener: (command: Outgoing, answer: Answer) => void) => void
  /** Takes a refused entry away. */
  dismiss: (id: string) => void
  /** Reads what was left by an earlier page, then sends. */
  start: () => Promise<void>
  stop: () => void
}

export type OutboxOptions = {
  shelf: Shelf
  /** One attempt; `null` when no answer came. */
  attempt: (id: string, command: Outgoing) => Promise<Answer | null>
  whenLive: () => Promise<void>
  pause: (ms: number) => Promise<void>
  id: () => string
  now: () => number
  chance?: () => number
}

export const window = 4
/** Milliseconds over which answers about several own ideas are spread, in an order by chance: together they would be of one phone (S2). */
const spread = 12_000
const prefix = 'out:'

/** What must not overtake: everything about one idea, one round, one's own seat. */
export const laneOf = (command: Outgoing): string => {
  switch (command.type) {
    case 'ballot.cast':
      return `round:${command.round}`
    case 'seat.perspective':
      return 'seat'
    case 'cluster.verify':
      // It waits a while, and what its author does with the idea does not.
      return `name:${command.key}`
    default:
      return `idea:${command.key}`
  }
}
/** The newer one says all that the older one said. */
const replaces = (newer: Outgoing, older: Outgoing): boolean =>
  newer.type === older.type &&
  (newer.type === 'ballot.cast' || newer.type === 'seat.perspective' || newer.type === 'idea.place' || newer.type === 'cluster.verify') &&
  laneOf(newer) === laneOf(older)

const takesBack = ({ command }: OutboxEntry): boolean => command.type.endsWith('withdraw')
/** Of what was taken back all that has not left. Where its first words have not either, nothing of it ever does, not even that it was taken back.
 *  What was sent, the server may have and has to forget. */
const recalled = (entries: readonly OutboxEntry[]): readonly OutboxEntry[] => {
  const keyOf = ({ command }: OutboxEntry) => 'key' in command && command.key
  const taken = new Set(entries.filter(takesBack).map(keyOf))
  const unsent = entries.filter((it) => !it.sent && taken.has(keyOf(it)))
  const never = new Set(unsent.filter(({ command }) => /post|seal/.test(command.type)).map(keyOf))
  return unsent.filter((it) => !takesBack(it) || never.has(keyOf(it)))
}

export const makeOutbox = (options: OutboxOptions): Outbox => {
  const { shelf } = options
  let entries: readonly OutboxEntry[] = []
  let last = 0
  let stopped = false
  const flying = new Set<string>()
  /** What this server does not know: for the next page to send, since another version of it may be loaded then. */
  const held = new Set<string>()
  const waiting = new Map<string, ((answer: Answer) => void)[]>()
  const listeners = new Set<() => void>()
  const hearers: ((command: Outgoing, answer: Answer) => void)[] = []

  const set = (next: readonly OutboxEntry[]) => {
    entries = next
    for (const listener of [...listeners]) listener()
  }
  const change = (id: string, part: Partial<OutboxEntry>): OutboxEntry | null => {
    set(entries.map((it) => (it.id === id ? { ...it, ...part } : it)))
    return entries.find((it) => it.id === id) ?? null
  }
  const take = (id: string) => {
    set(entries.filter((it) => it.id !== id))
    void shelf.remove([prefix + id])
  }
  const settle = (id: string, answer: Answer) => {
    for (const resolve of waiting.get(id) ?? []) resolve(answer)
    waiting.delete(id)
  }

  const erase = (gone: readonly OutboxEntry[]) => {
    if (gone.length > 0) void shelf.remove(gone.map(({ id }) => prefix + id))
    for (const { id } of gone) settle(id, { ok: true })
  }

  let later: ReturnType<typeof setTimeout> | undefined
  const next = (): OutboxEntry | null => {
    if (stopped || flying.size >= window) return null
    const busy = new Set<string>()
    let soonest = Number.POSITIVE_INFINITY
    for (const entry of entries) {
      const lane = laneOf(entry.command)
      const wait = (entry.after ?? 0) - options.now()
      // Longer than the spread waits only what a clock that was set back holds up.
      if (wait > 0 && wait <= spread) {
        soonest = Math.min(soonest, wait)
        continue
      }
      if (entry.refused === null && !busy.has(lane) && !flying.has(entry.id) && !held.has(entry.id)) return entry
      if (entry.refused === null) busy.add(lane)
    }
    clearTimeout(later)
    if (soonest <= spread) later = setTimeout(pump, soonest + 1)
    return null
  }
  const pump = () => {
    for (let entry = next(); entry !== null; entry = next()) {
      flying.add(entry.id)
      void fly(entry.id).finally(() => {
        flying.delete(entry.id)
        pump()
      })
    }
  }
  const fly = async (id: string): Promise<void> => {
    for (let attempt = 0; !stopped; ) {
      await options.whenLive()
      const entry = entries.find((it) => it.id === id)
      if (!entry || stopped) return
      if (!entry.sent) {
        const marked = change(id, { sent: true })
        // On disk before it is on the line: after a reload the same id must carry the same words.
        await shelf.put([[prefix + id, marked]])
      }
      const answer = await options.attempt(id, entry.command)
      if (answer === null) {
        await options.pause(waitBefore(0, null, options.chance))
        continue
      }
      attempt += 1
      if (!answer.ok && answer.error.remedy === 'retry') {
        await options.pause(waitBefore(attempt, answer.error, options.chance))
        continue
      }
      if (!answer.ok && answer.error.remedy === 'upgrade') {
        held.add(id)
        settle(id, answer)
        return
      }
      const { command } = entry
      if (answer.ok && command.type === 'ballot.cast') await shelf.put([[gavePrefix + command.round, command.dots]])
      for (const hear of hearers) hear(command, answer)
      const tooLate = command.type === 'ballot.cast' && !answer.ok && late.has(answer.error.code)
      if (answer.ok || !(tooLate || keepsWords.has(command.type))) take(id)
      else {
        const refused = change(id, { refused: answer.error, ...(tooLate ? { command: { ...command, dots: {} } } : {}) })
        await shelf.put([[prefix + id, refused]])
      }
      settle(id, answer)
      return
    }
  }

  return {
    entries: () => entries,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: (command, alongside = []) => {
      const replaced = entries.find((it) => !it.sent && it.refused === null && replaces(command, it.command))
      const id = options.id()
      last = Math.max(last + 1, options.now())
      const spreads = command.type === 'cluster.verify' ? { after: options.now() + spread * (options.chance ?? jitter)() } : {}
      const entry: OutboxEntry = { id, order: last, command, sent: false, ...spreads, refused: null }
      // Who gives anew has seen it.
      for (const old of entries) if (old.refused !== null && replaces(command, old.command)) take(old.id)
      if (replaced) {
        const promised = waiting.get(replaced.id)
        if (promised) waiting.set(id, promised)
        waiting.delete(replaced.id)
        void shelf.remove([prefix + replaced.id])
      }
      const all = [...entries.filter((it) => it !== replaced), entry]
      const gone = recalled(all)
      set(all.filter((it) => !gone.includes(it)))
      const answer = new Promise<Answer>((resolve) => waiting.set(id, [...(waiting.get(id) ?? []), resolve]))
      const stored = shelf.put([[prefix + id, entry], ...alongside])
      // Only then: a page that goes in between must not find the text without the word that takes it back.
      void stored.then(() => erase(gone)).then(pump, pump)
      return { stored, answer }
    },
    onAnswer: (listener) => void hearers.push(listener),
    dismiss: take,
    start: async () => {
      const left = (await shelf.all()).filter(([key]) => key.startsWith(prefix)).map(([, value]) => value as OutboxEntry)
      const known = new Set(entries.map((it) => it.id))
      const all = [...left.filter((it) => !known.has(it.id)), ...entries].sort((a, b) => a.order - b.order)
      last = Math.max(last, ...all.map((it) => it.order))
      const gone = recalled(all)
      set(all.filter((it) => !gone.includes(it)))
      erase(gone)
      pump()
    },
    stop: () => {
      stopped = true
    },
  }
}
