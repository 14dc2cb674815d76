/** Takes words out of the log: of withdrawn ideas all, and once nothing is changed any more those that were changed. Which texts were equal and
 *  which were not stays as it was, because the rules and the documents look at nothing else of a text that nobody sees any more: the same
 *  decisions, the same writes, and so the same bytes in every replica. That is why no epoch has to start with it (the words themselves are gone
 *  from a replica once its key is deleted or set anew). */
import type { PleinEvent, StoredEvent } from '../events.ts'
import type { IdeaId } from '../state.ts'

type Worded = Extract<PleinEvent, { type: 'idea.posted' | 'idea.edited' | 'edit.released' | 'owner.worded' }>
const fields = ['text', 'who', 'by', 'day'] as const
type Field = (typeof fields)[number]
type Words = { [F in Field]?: string | null | undefined }

const isWorded = (event: PleinEvent): event is Worded =>
  event.type === 'idea.posted' || event.type === 'idea.edited' || event.type === 'edit.released' || event.type === 'owner.worded'
/** What the owner says last stands under it; no idea has that id. */
export const ownersWord = ''
const sayingOf = (event: Worded): IdeaId => (event.type === 'owner.worded' ? ownersWord : event.idea)
/** What is signed has a `by` of another kind: a role. */
const wordsOf = (event: Worded): Words => ('seat' in event ? { text: event.text } : event)

/** What stands in the log instead of these words. */
type Stand = (field: Field, words: string) => string

/** Numbers instead of words, one for each different text; what `stays` stays, and is equal to no number. */
const numbered = (stays: Record<Field, ReadonlySet<string>>): Stand => {
  const known = new Map<string, string>()
  let last = 0
  return (field, words) => {
    if (stays[field].has(words)) return words
    const stand = known.get(words)
    if (stand !== undefined) return stand
    do last += 1
    while (fields.some((one) => stays[one].has(String(last))))
    known.set(words, String(last))
    return String(last)
  }
}

const replaced = (events: readonly StoredEvent[], stands: ReadonlyMap<IdeaId, Stand>): StoredEvent[] =>
  events.flatMap((stored) => {
    const { event } = stored
    if (!isWorded(event)) return []
    const stand = stands.get(sayingOf(event))
    if (!stand) return []
    const said = wordsOf(event)
    const stood = fields.flatMap((field) => (typeof said[field] === 'string' ? [[field, stand(field, said[field])]] : []))
    return [{ ...stored, event: { ...event, ...Object.fromEntries(stood) } }]
  })

const nothing = (): Record<Field, Set<string>> => ({ text: new Set(), who: new Set(), by: new Set(), day: new Set() })

/** Of these stored events, in their order, the ones that held words of these ideas, as they are to stand from now on. Needs all events that
 *  speak of the ideas; done twice it changes nothing. */
export const silenced = (events: readonly StoredEvent[], ideas: readonly IdeaId[]): StoredEvent[] =>
  replaced(events, new Map(ideas.map((idea) => [idea, numbered(nothing())])))

/** What an idea or the owner says now. `changes`: how often that, or what waits for a coach, was changed; `last`: the one of them by which it came
 *  to say this. Both are the same in a log of which words were taken out. */
export type Told = { words: Words; waits: string | null; changes: number; last: number }
type Changing = Extract<PleinEvent, { type: 'idea.edited' | 'edit.released' | 'edit.dropped' }>
const isChanging = (event: PleinEvent): event is Changing =>
  event.type === 'idea.edited' || event.type === 'edit.released' || event.type === 'edit.dropped'

const changed = ({ words: before, waits: waited, changes, last }: Told, event: Changing): Told => {
  const words = { ...before }
  let waits: string | null = null
  if (event.type === 'idea.edited') {
    if (event.waits) waits = event.text
    else [words.text, waits] = [event.text, waited]
    for (const field of ['who', 'by', 'day'] as const) if (event[field] !== undefined) words[field] = event[field]
  } else if (event.type === 'edit.released') words.text = event.text
  const same = fields.every((field) => (words[field] ?? null) === (before[field] ?? null))
  return { words, waits: waits === words.text ? null : waits, changes: changes + 1, last: same ? last : changes + 1 }
}

/** By idea, and of the owner under `ownersWord`. Needs all events that speak of them, in their order. */
export const told = (events: readonly StoredEvent[]): Map<IdeaId, Told> => {
  const all = new Map<IdeaId, Told>()
  for (const { event } of events) {
    if (event.type === 'idea.posted') all.set(event.idea, { words: { ...wordsOf(event) }, waits: null, changes: 0, last: 0 })
    if (event.type === 'owner.worded') {
      const changes = (all.get(ownersWord)?.changes ?? 0) + 1
      all.set(ownersWord, { words: wordsOf(event), waits: null, changes, last: changes })
    }
    if (!isChanging(event)) continue
    const now = all.get(event.idea)
    if (now) all.set(event.idea, changed(now, event))
  }
  return all
}

/** As `silenced`, of all ideas that these events speak of and of the owner's last word, but for the words of now and those that wait. Only of a
 *  Plein that was closed for good: the desk has been told all words of now, and no text comes any more that could be equal to a number. */
export const outdated = (events: readonly StoredEvent[]): StoredEvent[] => {
  const stands = new Map<IdeaId, Stand>()
  for (const [idea, { waits, words }] of told(events)) {
    const stays = nothing()
    for (const field of fields) stays[field].add(words[field] ?? '')
    stays.text.add(waits ?? '')
    stands.set(idea, numbered(stays))
  }
  return replaced(events, stands)
}
