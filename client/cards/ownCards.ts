/** Cards that this device sealed. It keeps their keys and not their words: those are with the coaches, and come back for whoever shows the key. */
import type { Mine, MyCard } from '../../shared/wire/messages.ts'
import { wallNow } from '../session/clock.ts'
import type { Connection } from '../session/connection.ts'
import type { Contributing } from '../session/contributing.ts'
import type { OutboxEntry } from '../session/outbox.ts'
import { type OwnIdea, ownPrefix } from '../session/ownIdeas.ts'
import { randomId } from '../session/random.ts'

const prefix = 'card:'
type Kept = { key: string; order: number }
export type CardLine = { key: string; text: string; said: MyCard | null; sending: OutboxEntry | null; refused: OutboxEntry | null }
export type OwnCards = {
  lines: () => readonly CardLine[]
  subscribe: (listener: () => void) => () => void
  seal: (text: string) => Promise<void>
  allow: (key: string, answer: { as: 'own' | 'coach'; words: string } | { as: 'no' }) => void
  withdraw: (key: string) => void
  /** Takes a refused one off this device. */
  drop: (line: CardLine) => void
  poll: () => Promise<void>
}

export const makeOwnCards = ({ own, outbox, shelf }: Contributing, ask: Connection['attempt']): OwnCards => {
  let kept: readonly Kept[] = []
  let said: Readonly<Record<string, MyCard>> = {}
  let lines: readonly CardLine[] = []
  /** When each was answered last: what was asked before it, and comes after it, is of before. */
  const answered = new Map<string, number>()
  let answers = 0
  const listeners = new Set<() => void>()

  const draw = (): void => {
    lines = kept.flatMap(({ key }): CardLine[] => {
      const about = outbox.entries().filter(({ command }) => 'key' in command && command.key === key)
      const sealing = about.find(({ command }) => command.type === 'card.seal')
      const refused = about.find((entry) => entry.refused !== null) ?? null
      const sending = about.find((entry) => entry.refused === null) ?? null
      const mine = said[key] ?? null
      const text = mine?.text ?? (sealing?.command.type === 'card.seal' ? sealing.command.text : null)
      if (text === null || about.some(({ command }) => command.type === 'card.withdraw')) return []
      return [{ key, text, said: mine, sending, refused }]
    })
    for (const listener of [...listeners]) listener()
  }
  const forget = (key: string): void => {
    kept = kept.filter((card) => card.key !== key)
    void shelf.remove([prefix + key])
    for (const { id, command, refused } of outbox.entries())
      if (refused !== null && 'key' in command && command.key === key) outbox.dismiss(id)
  }
  const poll = async (): Promise<void> => {
    const unsent = new Set(outbox.entries().flatMap(({ command }) => (command.type === 'card.seal' ? [command.key] : [])))
    const keys = kept.map(({ key }) => key).filter((key) => !unsent.has(key))
    const since = answers
    const answer = keys.length === 0 ? null : await ask(randomId(), { type: 'mine', keys })
    // Closed for good: what the keys opened is gone.
    if (answer?.ok === false && answer.error.code === 'plein-sealed') for (const key of keys) forget(key)
    if (!answer?.ok) return draw()
    const [cards, ideas] = [(answer['cards'] ?? {}) as Record<string, MyCard>, answer['ideas'] as Record<string, Mine>]
    const ideasNow: [string, OwnIdea][] = []
    const isNew = (key: string): boolean => (answered.get(key) ?? 0) <= since
    for (const key of keys.filter(isNew)) {
      const idea = ideas[key]
      // From here on it is an idea like others, with the same key.
      if (idea)
        ideasNow.push([ownPrefix + key, { key, as: 'idea', text: idea.text, phase: idea.phase, who: null, by: null, order: wallNow() }])
      // Shared, or gone.
      if (!cards[key]) forget(key)
    }
    if (ideasNow.length > 0) void shelf.put(ideasNow).then(own.start)
    const older = Object.entries(said).filter(([key]) => !isNew(key))
    said = { ...cards, ...Object.fromEntries(older) }
    draw()
  }
  const send = (command: Parameters<typeof outbox.add>[0]): void => void outbox.add(command).answer.then(() => poll().then(draw, draw))

  outbox.onAnswer((command, { ok }) => {
    if (!ok || !('key' in command) || !kept.some(({ key }) => key === command.key)) return
    const { key } = command
    answers += 1
    answered.set(key, answers)
    const card = said[key]
    if (command.type === 'card.withdraw') forget(key)
    else if (command.type === 'card.seal') said = { ...said, [key]: { text: command.text, asked: null, answer: null } }
    else if (command.type === 'card.allow' && card) {
      const { as, words = '' } = command
      said = { ...said, [key]: { ...card, answer: as === 'no' ? { as } : { as, words } } }
    }
  })
  outbox.subscribe(draw)
  void shelf.all().then((records) => {
    const found = records.filter(([name]) => name.startsWith(prefix)).map(([, value]) => value as Kept)
    kept = [...found.filter(({ key }) => !kept.some((card) => card.key === key)), ...kept].sort((one, other) => one.order - other.order)
    draw()
    void poll()
  })

  return {
    lines: () => lines,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    seal: async (text) => {
      const card: Kept = { key: randomId(), order: wallNow() }
      kept = [...kept, card]
      // In one write: a key without its message, or a message without its key, would be worth nothing.
      const { stored, answer } = outbox.add({ type: 'card.seal', key: card.key, text }, [[prefix + card.key, card]])
      void answer.then(() => poll().then(draw, draw))
      await stored
    },
    allow: (key, answer) => send({ type: 'card.allow', key, ...answer }),
    withdraw: (key) => send({ type: 'card.withdraw', key }),
    drop: ({ key, refused }) => {
      if (refused?.command.type === 'card.seal') forget(key)
      else if (refused) outbox.dismiss(refused.id)
      draw()
    },
    poll,
  }
}
