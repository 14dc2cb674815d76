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
/** The owner's last word; no idea has that id. */
const word = ''
const sayingOf = (event: Worded): IdeaId => (event.type === 'owner.worded' ? word : event.idea)
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

/** As `silenced`, of all ideas that these events speak of and of the owner's last word, but for the words of now and those that wait. Only of a
 *  Plein that was closed for good: the desk has been told all words of now, and no text comes any more that could be equal to a number. */
export const outdated = (events: readonly StoredEvent[]): StoredEvent[] => {
  const now = new Map<IdeaId, Words & { waits?: string | null }>()
  for (const { event } of events) {
    if (event.type === 'idea.posted') now.set(event.idea, { ...event, waits: null })
    if (event.type === 'owner.worded') now.set(word, { text: event.text })
    const words = 'idea' in event ? now.get(event.idea) : undefined
    if (!words) continue
    if (event.type === 'idea.edited') {
      if (event.waits) words.waits = event.text
      else words.text = event.text
      for (const field of ['who', 'by', 'day'] as const) if (event[field] !== undefined) words[field] = event[field]
    } else if (event.type === 'edit.released') Object.assign(words, { text: event.text, waits: null })
    else if (event.type === 'edit.dropped') words.waits = null
  }
  const stands = new Map<IdeaId, Stand>()
  for (const [idea, { waits, ...words }] of now) {
    const stays = nothing()
    for (const field of fields) stays[field].add(words[field] ?? '')
    stays.text.add(waits ?? '')
    stands.set(idea, numbered(stays))
  }
  return replaced(events, stands)
}
