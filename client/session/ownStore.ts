import type { About, Contribution } from '../../shared/domain/state.ts'
import type { Answer, Mine } from '../../shared/wire/messages.ts'
import type { Connection } from './connection.ts'
import { pause, waitBefore } from './deliver.ts'
import type { Outbox, Outgoing } from './outbox.ts'
import { type OwnIdea, ownLine, ownPrefix } from './ownIdeas.ts'
import type { Shelf } from './shelf.ts'

export type OwnPicture = { ideas: readonly OwnIdea[] /** What the server said last, by key. */; mine: Readonly<Record<string, Mine>> }
export type Words = {
  as: Contribution
  text: string
  phase: string
  who?: string
  by?: string
  day?: string
  about?: About
  open?: boolean
}

export type OwnStore = {
  picture: () => OwnPicture
  subscribe: (listener: () => void) => () => void
  /** Makes an idea with a new edit key; resolves with the key when the phone has it on disk. */
  post: (words: Words) => Promise<string>
  /** Anything else that waits in the outbox; what it does to an own idea is shown as soon as it is answered. */
  send: (command: Outgoing) => Promise<Answer>
  /** Takes an idea out of the list of this phone; the server is not asked. */
  forget: (key: string) => void
  /** Asks the server what became of them. */
  poll: () => Promise<void>
  /** Reads what this device keeps. */
  start: () => Promise<void>
}

/** What the server will say of it. */
const after = (old: Mine, command: Outgoing, waits: boolean): Mine => {
  switch (command.type) {
    case 'idea.edit': {
      const { day: before, ...rest } = old
      const day = command.day ?? before
      return {
        ...rest,
        ...(waits ? { edit: command.text === old.text ? null : command.text } : { text: command.text }),
        ...(command.who === undefined ? {} : { who: command.who.trim() || null }),
        ...(day ? { day } : {}),
      }
    }
    case 'idea.withdraw':
      return { ...old, state: 'withdrawn' }
    case 'idea.place':
      return { ...old, cluster: command.cluster }
    case 'cluster.verify': {
      const { asked: _, ...answered } = old
      return answered
    }
    default:
      return old
  }
}

/** Keys in one question: a frame of a phone has a limit. */
const atOnce = 100

export const makeOwnStore = (options: {
  shelf: Shelf
  outbox: Outbox
  ask: Connection['attempt']
  id: () => string
  now: () => number
}): OwnStore => {
  let picture: OwnPicture = { ideas: [], mine: {} }
  const listeners = new Set<() => void>()
  let asking = false
  let askAgain = false
  /** Changed while a question was under way: what comes back of these may be of before it, and they are asked for once more. */
  const changed = new Set<string>()
  const tell = (change: Partial<OwnPicture>) => {
    picture = { ...picture, ...change }
    for (const listener of [...listeners]) listener()
  }
  const poll = async (): Promise<void> => {
    if (picture.ideas.length === 0) return
    if (asking) {
      askAgain = true
      return
    }
    asking = true
    do {
      askAgain = false
      changed.clear()
      const keys = picture.ideas.map((it) => it.key)
      const found: Record<string, Mine> = {}
      for (let at = 0; at < keys.length; at += atOnce) {
        const answer: Answer | null = await options.ask(options.id(), { type: 'mine', keys: keys.slice(at, at + atOnce) })
        if (answer?.ok) Object.assign(found, answer['ideas'])
        else if (answer?.error.remedy !== 'retry') {
          asking = false
          return
        } else {
          // Whoever asks meanwhile waits along: more questions would only make it longer.
          await pause(waitBefore(1, answer.error))
          askAgain = true
        }
      }
      for (const key of changed) delete found[key]
      tell({ mine: { ...picture.mine, ...found } })
      takeBack(found)
    } while (askAgain)
    asking = false
  }
  /** What was taken back here before it left, and left by another page of this phone all the same. */
  const takeBack = (found: Readonly<Record<string, Mine>>): void => {
    const asked = new Set(options.outbox.entries().map(({ command }) => command.type === 'idea.withdraw' && command.key))
    for (const { key, withdrawn } of picture.ideas)
      if (withdrawn && !asked.has(key) && found[key] && found[key].state !== 'withdrawn') options.outbox.add({ type: 'idea.withdraw', key })
  }
  /** What is withdrawn the server forgets: the newest words stay here, and no name or day that was taken away meanwhile. */
  const keepNewest = (key: string): [string, unknown][] => {
    const idea = picture.ideas.find((it) => it.key === key)
    if (!idea) return []
    const { text, who, by, day } = ownLine(idea, options.outbox.entries(), picture.mine[key], true)
    const { day: _, ...rest } = idea
    const newest: OwnIdea = { ...rest, text, who, by, ...(day ? { day } : {}), withdrawn: true }
    tell({ ideas: picture.ideas.map((it) => (it === idea ? newest : it)) })
    return [[ownPrefix + key, newest]]
  }
  /** The Plein was closed for good before the word that takes it back came: it is in the outcome, and does not stand here as gone. */
  const letStand = (key: string): void => {
    const idea = picture.ideas.find((it) => it.key === key)
    if (!idea) return
    const { withdrawn: _, ...rest } = idea
    tell({ ideas: picture.ideas.map((it) => (it === idea ? rest : it)) })
    void options.shelf.put([[ownPrefix + key, rest]])
  }
  options.outbox.onAnswer((command, answer) => {
    if (!answer.ok && command.type === 'idea.withdraw' && answer.error.code === 'plein-sealed') letStand(command.key)
    if (!answer.ok || !('key' in command) || !picture.ideas.some(({ key }) => key === command.key)) return
    const old = picture.mine[command.key]
    if (old) tell({ mine: { ...picture.mine, [command.key]: after(old, command, answer['waits'] === true) } })
    changed.add(command.key)
    void poll()
  })
  return {
    picture: () => picture,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    post: async ({ open, ...words }) => {
      const idea: OwnIdea = {
        who: null,
        by: null,
        ...words,
        key: options.id(),
        order: Math.max(options.now(), (picture.ideas.at(-1)?.order ?? 0) + 1),
      }
      tell({ ideas: [...picture.ideas, idea] })
      // In one write: a key without its message, or a message without its key, would be worth nothing.
      const { about, ...rest } = words
      const command: Outgoing = about
        ? { type: 'condition.post', key: idea.key, ...about, text: words.text }
        : { type: 'idea.post', key: idea.key, ...rest, ...(open ? { open } : {}) }
      await options.outbox.add(command, [[ownPrefix + idea.key, idea]]).stored
      return idea.key
    },
    send: (command) => options.outbox.add(command, command.type === 'idea.withdraw' ? keepNewest(command.key) : []).answer,
    forget: (key) => {
      tell({ ideas: picture.ideas.filter((it) => it.key !== key) })
      void options.shelf.remove([ownPrefix + key])
    },
    poll,
    start: async () => {
      const kept = (await options.shelf.all()).filter(([key]) => key.startsWith(ownPrefix)).map(([, value]) => value as OwnIdea)
      const known = new Set(picture.ideas.map((it) => it.key))
      tell({ ideas: [...kept.filter((it) => !known.has(it.key)), ...picture.ideas].sort((a, b) => a.order - b.order) })
      await poll()
    },
  }
}
