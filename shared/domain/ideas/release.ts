/** Opening to the room what waits at the desk, in one shuffled batch so that the order tells nothing. */
import type { CommandOf } from '../commands.ts'
import { enoughFor, fewestAnswers } from '../conditions/asks.ts'
import { accept, type Decide } from '../decision.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import type { Idea, Plein } from '../state.ts'

/** Only what the desk has been told in its present wording: a coach answers for what the room sees. */
export const releasable = (idea: Idea): boolean => idea.listed && !idea.released && !idea.hidden && !idea.withdrawn

export const release: Decide<CommandOf<'ideas.release'>> = (plein, actor, command, world) => {
  const asked: Idea[] = []
  if (command.ideas === 'all') asked.push(...plein.ideas.values())
  else
    for (const id of new Set(command.ideas)) {
      const idea = plein.ideas.get(id)
      if (!idea) return refuse({ code: 'idea-unknown', idea: id })
      asked.push(idea)
    }
  // One that another coach has released or its author has withdrawn meanwhile does not hold up the others.
  const ideas = asked.filter((idea) => releasable(idea) && enoughFor(plein, idea) && (command.as === undefined || idea.as === command.as))
  const only = asked.length === 1 && command.ideas !== 'all' ? asked[0] : null
  if (only?.withdrawn) return refuse({ code: 'idea-withdrawn', idea: only.id })
  if (only?.released) return refuse({ code: 'idea-released', idea: only.id })
  if (ideas.length === 0 && asked.some((idea) => releasable(idea) && !enoughFor(plein, idea)))
    return refuse({ code: 'too-few-answers', minimum: fewestAnswers })
  if (ideas.length === 0) return refuse({ code: 'nothing-to-release' })
  const shuffled = world.shuffle(ideas.map((idea) => idea.id))
  return accept([{ type: 'ideas.released', ideas: shuffled, ...signed(actor, world) }], { released: ideas.length })
}

const waitingEdit = (idea: Idea): string | null => (idea.listed && !idea.withdrawn ? idea.edit : null)

/** The new words that wait, and no others than those that were read: the coach answers for what the room sees. */
const editOf = (plein: Plein, { idea: id, words }: CommandOf<'edit.release' | 'edit.drop'>): { text: string } | { refusal: Refusal } => {
  const idea = plein.ideas.get(id)
  if (!idea) return { refusal: { code: 'idea-unknown', idea: id } }
  const text = waitingEdit(idea)
  if (text === null) return { refusal: { code: 'no-edit-waiting', idea: id } }
  return words !== undefined && words !== text ? { refusal: { code: 'edit-changed', idea: id } } : { text }
}

export const releaseEdit: Decide<CommandOf<'edit.release'>> = (plein, actor, command, world) => {
  const edit = editOf(plein, command)
  if ('refusal' in edit) return refuse(edit.refusal)
  return accept([{ type: 'edit.released', idea: command.idea, text: edit.text, ...signed(actor, world) }])
}

export const dropEdit: Decide<CommandOf<'edit.drop'>> = (plein, actor, command, world) => {
  const edit = editOf(plein, command)
  if ('refusal' in edit) return refuse(edit.refusal)
  return accept([{ type: 'edit.dropped', idea: command.idea, ...signed(actor, world) }])
}
