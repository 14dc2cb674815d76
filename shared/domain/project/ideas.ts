/** Maps `ideas` and `places` of both documents. The text of an idea stands in one of them at most, but for a released one with a waiting edit. */
import type { DeskIdea, IdeaEntry } from '../../wire/documents.ts'
import { shown } from '../clusters/members.ts'
import type { Idea, IdeaId, Plein } from '../state.ts'
import type { Put } from './cells.ts'

const entry = ({ as, text, phase, late, entry, order, who, by }: Idea): IdeaEntry => ({ as, text, phase, late, entry, order, who, by })

const deskEntry = ({ as, text, phase, late, entry, who, by, released, hidden, edit }: Idea): DeskIdea => ({
  as,
  text,
  phase,
  late,
  entry,
  who,
  by,
  released,
  hidden,
  edit,
})

export const putIdea = (plein: Plein, id: IdeaId, put: Put): void => {
  const idea = plein.ideas.get(id)
  if (!idea) return
  const seen = shown(idea)
  // Before the desk is told in a shuffled batch, not even its place may stand there: it would say who is typing now (S1).
  const desk = idea.listed && !idea.withdrawn
  const place = idea.cluster ?? undefined
  put('board', 'ideas', id, seen ? entry(idea) : undefined)
  put('board', 'places', id, seen ? place : undefined)
  put('desk', 'ideas', id, desk && (!seen || idea.edit !== null) ? deskEntry(idea) : undefined)
  put('desk', 'places', id, desk && !seen ? place : undefined)
}
