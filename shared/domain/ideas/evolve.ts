import { askOf } from '../conditions/asks.ts'
import type { IdeaEvent } from '../events.ts'
import type { Idea, IdeaId, Plein } from '../state.ts'

const ideaIn = (plein: Plein, id: IdeaId): Idea => {
  const idea = plein.ideas.get(id)
  if (!idea) throw new Error(`the log names an idea that is not there: ${id}`)
  return idea
}

const release = (plein: Plein, id: IdeaId): void => {
  const idea = ideaIn(plein, id)
  idea.listed = true
  plein.unlisted.delete(id)
  tell(plein, idea, idea.told ?? 'idea')
  idea.released = true
  plein.counters.idea += 1
  idea.order = plein.counters.idea
}

/** The desk hears of it, of an answer perhaps for the first time. */
const tell = (plein: Plein, idea: Idea, what: NonNullable<Idea['told']>): void => {
  const ask = idea.told === undefined && askOf(plein, idea.about)
  if (ask) ask.answers += 1
  idea.told = what
}

export const evolveIdeas = (plein: Plein, event: IdeaEvent): void => {
  switch (event.type) {
    case 'idea.posted': {
      const { idea: id, as, text, phase, late, entry, who, by, day, about } = event
      const unseen = { listed: false, released: false, hidden: false, withdrawn: false, edit: null, order: 0, cluster: null }
      const more = { ...(day === undefined ? {} : { day }), ...(about ? { about: { ...about } } : {}) }
      plein.ideas.set(id, { id, as, text, phase, late, entry, ...unseen, who, by, ...more })
      askOf(plein, about)?.conditions.push(id)
      if (event.open) release(plein, id)
      else plein.unlisted.add(id)
      return
    }
    case 'idea.edited': {
      const idea = ideaIn(plein, event.idea)
      if (event.waits) idea.edit = event.text === idea.text ? null : event.text
      else idea.text = event.text
      if (event.who !== undefined) idea.who = event.who
      if (event.by !== undefined) idea.by = event.by
      if (event.day === null) delete idea.day
      else if (event.day !== undefined) idea.day = event.day
      // The desk hears of the new wording in the next batch, as of a new idea: the moment would tell who typed (S1).
      idea.listed = false
      plein.unlisted.add(idea.id)
      return
    }
    case 'idea.withdrawn': {
      const idea = ideaIn(plein, event.idea)
      idea.withdrawn = true
      plein.unlisted.delete(idea.id)
      if (plein.marks.delete(idea.id)) plein.changes.owner += 1
      // Its words go from the log too, so a room that was loaded anew has none: neither may this one.
      Object.assign(idea, { text: '', edit: null, who: null, by: null })
      delete idea.day
      return
    }
    case 'desk.listed':
      for (const id of event.ideas) {
        const idea = ideaIn(plein, id)
        idea.listed = true
        plein.unlisted.delete(id)
        tell(plein, idea, idea.edit === null ? 'idea' : 'edit')
      }
      return
    case 'ideas.released':
      for (const id of event.ideas) release(plein, id)
      return
    case 'edit.released': {
      const idea = ideaIn(plein, event.idea)
      idea.text = event.text
      idea.edit = null
      idea.told = 'idea'
      return
    }
    case 'edit.dropped': {
      const idea = ideaIn(plein, event.idea)
      idea.edit = null
      idea.told = 'idea'
      return
    }
    default:
      event satisfies never
  }
}
