/** Maps `ideas` and `places` of both documents. */
import type { DeskIdea, IdeaEntry } from '../../wire/documents.ts'
import { shown } from '../clusters/members.ts'
import type { Idea, IdeaId, Plein } from '../state.ts'
import type { Put } from './cells.ts'

const answers = ({ about }: Idea): Pick<IdeaEntry, 'about'> =>
  about === undefined ? {} : { about: { round: about.round, item: about.item } }
const dayOf = ({ day }: { day?: string }): { day?: string } => (day === undefined ? {} : { day })

const entry = (idea: Idea): IdeaEntry => {
  const { as, text, phase, late, entry, order, who, by } = idea
  return { as, text, phase, late, entry, order, who, by, ...dayOf(idea), ...answers(idea) }
}

type Words = Pick<DeskIdea, 'text' | 'who' | 'by' | 'day' | 'edit'>

/** What the desk has been told of it, `null` when nothing yet. New ideas and new wordings wait for a shuffled batch (`desk.listed`): at the
 *  moment itself they would say who is typing (S1). Until then the desk keeps the wording that it knows. */
const told = (plein: Plein, idea: Idea): Words | null => {
  if (idea.listed) return idea
  const before = plein.documents.desk.written.get(`ideas/${idea.id}`)
  if (before !== undefined) return JSON.parse(before) as DeskIdea
  return idea.released ? { text: idea.text, who: idea.who, by: idea.by, ...dayOf(idea), edit: null } : null
}

const deskEntry = (idea: Idea, words: Words): DeskIdea => ({
  as: idea.as,
  text: words.text,
  phase: idea.phase,
  late: idea.late,
  entry: idea.entry,
  who: words.who,
  by: words.by,
  ...dayOf(words),
  released: idea.released,
  hidden: idea.hidden,
  edit: words.edit,
  ...answers(idea),
})

export const putIdea = (plein: Plein, id: IdeaId, put: Put): void => {
  const idea = plein.ideas.get(id)
  if (!idea) return
  const seen = shown(idea)
  const place = idea.cluster ?? undefined
  put('board', 'ideas', id, seen ? entry(idea) : undefined)
  put('board', 'places', id, seen ? place : undefined)
  // Of a Plein that was taken in the desk knows no more than its room did.
  put('desk', 'marks', id, seen && plein.marks.has(id) && !plein.imported ? true : undefined)
  const words = idea.withdrawn ? null : told(plein, idea)
  put('desk', 'ideas', id, words && (!seen || words.edit !== null) ? deskEntry(idea, words) : undefined)
  put('desk', 'places', id, words && !seen ? place : undefined)
}
