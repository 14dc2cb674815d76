/** What may stand beside an idea. */

/** Fields of an event of an anonymous act; `by` is the date in a commitment, as its author gave it. */
const fields = new Set(['type', 'idea', 'as', 'text', 'phase', 'late', 'entry', 'who', 'by', 'waits', 'from', 'cluster'])
const acts = new Set(['idea.posted', 'idea.edited', 'idea.withdrawn', 'idea.placed'])

export const strangeFields = (event: { type: string }): string[] =>
  acts.has(event.type)
    ? Object.keys(event).flatMap((field) => (fields.has(field) ? [] : [`an anonymous event has a field "${field}"`]))
    : []
