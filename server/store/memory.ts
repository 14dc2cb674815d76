/** A store that forgets everything with the process: for tests, simulations and a Plein inside one browser tab. */
import type { StoredEvent } from '../../shared/domain/events.ts'
import { outdated, silenced } from '../../shared/domain/ideas/silence.ts'
import type { Locale, PleinId } from '../../shared/domain/state.ts'
import type { Reminder, StoredBlog } from './blog.ts'
import { mistake } from './check.ts'
import type {
  Commit,
  CommitResult,
  Listed,
  Listing,
  Loaded,
  Store,
  StoredAnswer,
  StoredBallot,
  StoredLink,
  StoredSealed,
  StoredSeat,
  StoredText,
} from './contract.ts'
import { ownText } from './ownText.ts'

type Shelf = {
  listing: Listing
  retired: Listed['retired']
  events: StoredEvent[]
  answers: Map<string, StoredAnswer>
  ballots: Map<string, StoredBallot>
  seats: Map<string, StoredSeat>
  keys: Map<string, { hash: string; idea: string }>
  sealed: Map<string, StoredSealed>
  texts: StoredText[]
  links: Map<StoredLink['kind'], StoredLink>
  blog: StoredBlog
  remind: Reminder | null
}
const unnamed: Listing = { title: '', stage: 'prepared', createdAt: 0, closedAt: null, retainUntil: 0, locale: 'nl', practice: false }
const emptyShelf = (): Shelf => ({
  listing: unnamed,
  retired: null,
  events: [],
  answers: new Map(),
  ballots: new Map(),
  seats: new Map(),
  keys: new Map(),
  sealed: new Map(),
  texts: [],
  links: new Map(),
  blog: { shared: false, slug: null, page: null, lastAt: null, reminder: null },
  remind: null,
})

/** By key, as the table on disk gives them back: the order in which things came in is nobody's business. */
const byKey = <T>(map: Map<string, T>): T[] => [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
const ballotKey = (ballot: Pick<StoredBallot, 'round' | 'voter'>): string => JSON.stringify([ballot.round, ballot.voter])

const retire = (shelf: Shelf, what: NonNullable<Commit['retire']>): void => {
  shelf.retired = what
  if (what === 'links') {
    for (const kind of [...shelf.links.keys()]) if (kind !== 'owner') shelf.links.delete(kind)
    return
  }
  for (const [id, seat] of [...shelf.seats]) {
    if (seat.role !== 'owner') shelf.seats.delete(id)
    else {
      const { since: _, ...bare } = seat
      shelf.seats.set(id, { ...bare, perspective: null, ready: null, hand: false, clients: [] })
    }
  }
  shelf.answers.clear()
}

const writeBlog = (shelf: Shelf, { shared, publish, takeBack, remind, mark, forget }: NonNullable<Commit['blog']>): void => {
  const { blog } = shelf
  if (shared !== undefined) blog.shared = shared
  if (publish) Object.assign(blog, { slug: publish.slug, page: publish.page, lastAt: publish.page.at })
  if (takeBack !== undefined && blog.page && blog.page.at <= takeBack) blog.page = null
  if (remind) {
    shelf.remind = { ...remind, state: 'waiting', again: 0, tries: 0 }
    blog.reminder = 'waiting'
  }
  if (mark && shelf.remind) {
    Object.assign(shelf.remind, mark)
    blog.reminder = mark.state
  }
  if (forget && shelf.remind?.id === forget.id) {
    shelf.remind = null
    blog.reminder = forget.as
  }
}

const write = (shelf: Shelf, commit: Commit): void => {
  shelf.events.push(...(commit.events ?? []))
  for (const redacted of commit.redactions ?? []) shelf.events[redacted.version - 1] = redacted
  for (const silent of silenced(shelf.events, commit.withdrawn ?? [])) shelf.events[silent.version - 1] = silent
  if (commit.outdated) for (const silent of outdated(shelf.events)) shelf.events[silent.version - 1] = silent
  for (const answer of commit.answers ?? []) if (!shelf.answers.has(answer.key)) shelf.answers.set(answer.key, answer)
  const erased = commit.ballots?.eraseRounds ?? []
  if (erased.length > 0) for (const [key, ballot] of [...shelf.ballots]) if (erased.includes(ballot.round)) shelf.ballots.delete(key)
  for (const ballot of commit.ballots?.remove ?? []) shelf.ballots.delete(ballotKey(ballot))
  for (const ballot of commit.ballots?.put ?? []) shelf.ballots.set(ballotKey(ballot), ballot)
  for (const seat of commit.seats?.put ?? []) shelf.seats.set(seat.id, seat)
  for (const { seat, perspective } of commit.seats?.perspectives ?? []) {
    const sitting = shelf.seats.get(seat)
    if (sitting) shelf.seats.set(seat, { ...sitting, perspective })
  }
  for (const { seat, ...signal } of commit.seats?.signals ?? []) {
    const sitting = shelf.seats.get(seat)
    if (sitting) shelf.seats.set(seat, { ...sitting, ...signal })
  }
  for (const { seat, client } of commit.seats?.clients ?? []) {
    const sitting = shelf.seats.get(seat)
    if (sitting) shelf.seats.set(seat, { ...sitting, clients: [...sitting.clients, client] })
  }
  for (const seat of commit.seats?.remove ?? []) {
    shelf.seats.delete(seat)
    shelf.texts = shelf.texts.filter(({ text }) => text !== ownText.of(seat))
  }
  for (const key of commit.keys?.put ?? []) shelf.keys.set(key.hash, key)
  if (commit.keys?.eraseAll) shelf.keys.clear()
  const { put = [], remove = [], withdraw = [], eraseAll } = commit.sealed ?? {}
  for (const one of put) shelf.sealed.set(one.name, one)
  for (const name of [...remove, ...withdraw]) shelf.sealed.delete(name)
  if (eraseAll) shelf.sealed.clear()
  shelf.texts.push(...(commit.texts ?? []).filter(({ text }) => !ownText.is(text) || shelf.seats.has(ownText.seat(text))))
  if (commit.ownTexts) shelf.texts = shelf.texts.filter(({ text }) => !ownText.is(text))
  for (const link of commit.links ?? []) shelf.links.set(link.kind, link)
  if (commit.blog) writeBlog(shelf, commit.blog)
  if (commit.retire) retire(shelf, commit.retire)
  if (commit.listing) shelf.listing = commit.listing
}

export const memoryStore = (generation = 'memory'): Store => {
  const shelves = new Map<PleinId, Shelf>()
  let closed = false
  const open = (): void => {
    if (closed) throw new Error('The store is closed.')
  }
  const owner = (link: StoredLink): PleinId | null => {
    for (const [plein, shelf] of shelves) if (shelf.links.get(link.kind)?.value === link.value) return plein
    return null
  }
  const commitNow = (plein: PleinId, expectedVersion: number | null, commit: Commit): CommitResult => {
    if (closed) return { ok: false, reason: 'failed', problem: 'The store is closed.' }
    const problem = mistake(expectedVersion, commit)
    if (problem) return { ok: false, reason: 'failed', problem }
    if (commit.deleteAll) {
      shelves.delete(plein)
      return { ok: true }
    }
    const shelf = shelves.get(plein) ?? (expectedVersion === 0 ? emptyShelf() : null)
    if (!shelf || (expectedVersion !== null && shelf.events.length !== expectedVersion)) return { ok: false, reason: 'conflict' }
    if (commit.links?.some((link) => ![null, plein].includes(owner(link)))) return { ok: false, reason: 'conflict' }
    const { publish, mark } = commit.blog ?? {}
    const taken = publish && [...shelves].some(([id, { blog }]) => id !== plein && blog.slug === publish.slug)
    if (taken || (mark && shelf.remind?.id !== mark.id)) return { ok: false, reason: 'conflict' }
    const last = shelf.events.length + (commit.events?.length ?? 0)
    if (commit.redactions?.some(({ version }) => version < 1 || version > last)) {
      return { ok: false, reason: 'failed', problem: 'There is no event of that version to redact.' }
    }
    write(shelf, structuredClone(commit))
    shelves.set(plein, shelf)
    return { ok: true }
  }
  return {
    generation,
    commit: async (plein, expectedVersion, commit) => commitNow(plein, expectedVersion, commit),
    load: async (plein) => {
      open()
      const shelf = shelves.get(plein)
      if (!shelf) return null
      const loaded: Loaded = {
        version: shelf.events.length,
        events: shelf.events,
        answers: byKey(shelf.answers),
        ballots: byKey(shelf.ballots),
        seats: byKey(shelf.seats),
        keys: byKey(shelf.keys),
        sealed: byKey(shelf.sealed),
        texts: shelf.texts.toSorted((a, b) => (a.text === b.text ? 0 : a.text < b.text ? -1 : 1)),
        links: byKey(shelf.links),
        ...(shelf.blog.shared ? { blogShared: true } : {}),
      }
      return structuredClone(loaded)
    },
    seatByToken: async (tokenHash) => {
      open()
      for (const [plein, shelf] of shelves)
        for (const seat of shelf.seats.values()) if (seat.tokenHash === tokenHash) return { ...structuredClone(seat), plein }
      return null
    },
    pleinByLink: async (link) => {
      open()
      return owner(link)
    },
    list: async () => {
      open()
      return [...shelves]
        .map(([plein, { listing, retired }]) => ({ plein, ...listing, retired }))
        .sort((a, b) => b.createdAt - a.createdAt || (a.plein < b.plein ? -1 : 1))
    },
    blog: async (plein) => {
      open()
      return structuredClone(shelves.get(plein)?.blog ?? null)
    },
    blogPage: async (slug) => {
      open()
      const shelf = [...shelves.values()].find(({ blog }) => blog.slug === slug)
      return shelf?.blog.page ? { ...shelf.blog.page, retainUntil: shelf.listing.retainUntil } : null
    },
    reminders: async () => {
      open()
      return [...shelves].flatMap(([plein, { remind, listing }]) => {
        const { title, locale, closedAt, retainUntil } = listing
        return remind === null ? [] : [{ ...remind, plein, title, locale: locale as Locale, closedAt, retainUntil }]
      })
    },
    probe: async () => (closed ? { ok: false, reason: 'failed', problem: 'The store is closed.' } : { ok: true }),
    close: async () => {
      closed = true
    },
  }
}
