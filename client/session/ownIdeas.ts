import type { About, Contribution } from '../../shared/domain/state.ts'
import type { Mine } from '../../shared/wire/messages.ts'
import type { OutboxEntry } from './outbox.ts'

/** What this phone knows about an idea of its own. Nobody else knows that it is one's own; the edit key is the only proof. */
export type OwnIdea = {
  key: string
  as: Contribution
  text: string
  who: string | null
  by: string | null
  day?: string
  phase: string
  order: number
  /** Of a condition: what it answers. */
  about?: About
  /** Its author took it back; of one that never left, nobody else can say so. */
  withdrawn?: true
}
export const ownPrefix = 'idea:'

/** `held`: not yet with the server. `sending`: on its way. `sent`: kept, not yet shared. `refused`: still on this phone only. */
export type OwnState = 'held' | 'sending' | 'sent' | 'shared' | 'hidden' | 'withdrawn' | 'refused'
export type OwnLine = OwnIdea & {
  state: OwnState
  /** A change that is under way, or waits at the desk. */
  changing: 'no' | 'sending' | 'waiting'
  refused: OutboxEntry | null
  cluster: string | null
  /** Its author is asked whether the name of its group carries it. */
  asked: boolean
}

/** Puts together what the phone wrote, what is under way, and what the server says of it. */
export const ownLine = (own: OwnIdea, outbox: readonly OutboxEntry[], mine: Mine | undefined, live: boolean): OwnLine => {
  const about = outbox.filter((it) => 'key' in it.command && it.command.key === own.key)
  const newest = [...about].reverse()
  const post = about.find((it) => it.command.type === 'idea.post' || it.command.type === 'condition.post')
  const edit = newest.find((it) => it.command.type === 'idea.edit')
  const withdrawal = about.find((it) => it.command.type === 'idea.withdraw')
  const placing = newest.find((it) => it.command.type === 'idea.place')
  const asked = mine?.asked === true && !about.some((it) => it.command.type === 'cluster.verify')
  const refused = about.find((it) => it.refused !== null) ?? null
  const state: OwnState = post?.refused
    ? 'refused'
    : withdrawal
      ? 'withdrawn'
      : post
        ? post.sent && live
          ? 'sending'
          : 'held'
        : ((mine?.state === 'waiting' ? 'sent' : mine?.state) ?? (own.withdrawn ? 'withdrawn' : 'sent'))
  // Of what was withdrawn the server has no words any more; the phone that wrote them does.
  const told = mine?.state === 'withdrawn' ? undefined : mine
  const changed = edit?.command.type === 'idea.edit' ? edit.command : undefined
  const text = changed?.text ?? told?.edit ?? told?.text ?? own.text
  const changing = edit && edit.refused === null ? 'sending' : mine?.edit != null ? 'waiting' : 'no'
  const cluster = placing && placing.command.type === 'idea.place' ? placing.command.cluster : (mine?.cluster ?? null)
  const { day: given, ...rest } = own
  // An empty one takes it away. What was refused stands nowhere; its words alone are kept, to send anew.
  const { who: newWho, day: newDay } = edit?.refused === null && changed ? changed : {}
  const day = newDay === undefined ? (told ? told.day : given) : newDay || undefined
  const who = newWho === undefined ? (told ? told.who : own.who) : newWho.trim() || null
  return {
    ...rest,
    text,
    state,
    changing,
    refused,
    cluster,
    asked,
    who,
    by: told ? told.by : own.by,
    ...(day === undefined ? {} : { day }),
  }
}
