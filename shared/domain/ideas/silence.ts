/** Takes the words of withdrawn ideas out of the log. Which texts were equal and which were not stays as it was, because the rules and the
 *  documents look at nothing else of a text that nobody sees any more: the same decisions, the same writes, and so the same bytes in every
 *  replica. That is why no epoch has to start with it (the words themselves are gone from a replica once its key is deleted). */
import type { PleinEvent, StoredEvent } from '../events.ts'
import type { IdeaId } from '../state.ts'

/** Numbers instead of words, one for each different text. */
type Stand = (text: string) => string

const numbered = (): Stand => {
  const known = new Map<string, string>()
  return (text) => {
    const stand = known.get(text) ?? String(known.size + 1)
    known.set(text, stand)
    return stand
  }
}

type Named = { who?: string | null; by?: string | null; day?: string | null }
const named = (stand: Stand, { who, by, day }: Named): Named => ({
  ...(who === undefined ? {} : { who: who === null ? null : stand(who) }),
  ...(by === undefined ? {} : { by: by === null ? null : stand(by) }),
  ...(day === undefined ? {} : { day: day === null ? null : stand(day) }),
})

const without = (event: PleinEvent, standFor: (idea: IdeaId) => Stand | undefined): PleinEvent | null => {
  if (event.type !== 'idea.posted' && event.type !== 'idea.edited' && event.type !== 'edit.released') return null
  const stand = standFor(event.idea)
  if (!stand) return null
  const text = stand(event.text)
  return event.type === 'edit.released' ? { ...event, text } : ({ ...event, text, ...named(stand, event) } as PleinEvent)
}

/** Of these stored events, in their order, the ones that held words of these ideas, as they are to stand from now on. Needs all events that
 *  speak of the ideas; done twice it changes nothing. */
export const silenced = (events: readonly StoredEvent[], ideas: readonly IdeaId[]): StoredEvent[] => {
  const stands = new Map(ideas.map((idea) => [idea, numbered()]))
  return events.flatMap((stored) => {
    const event = without(stored.event, (idea) => stands.get(idea))
    return event === null ? [] : [{ ...stored, event }]
  })
}
