/** What an author does with an own idea, through its edit key. */
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { withdrawNames } from '../names/verify.ts'
import { refuse } from '../refusals.ts'
import type { Idea } from '../state.ts'
import { ownIdea } from './key.ts'
import { words } from './text.ts'

export const edit: Decide<CommandOf<'idea.edit'>> = (plein, actor, command, world) => {
  const own = ownIdea(plein, command.key, world)
  if (!own.ok) return own
  if (actor.muted) return refuse({ code: 'muted' })
  const { idea } = own
  const said = words(idea.as, command)
  if (!said.ok) return said
  const who = command.who === undefined ? idea.who : said.who
  const by = command.by === undefined ? idea.by : said.by
  const day = command.day === undefined ? (idea.day ?? null) : said.day
  if (said.text === (idea.edit ?? idea.text) && who === idea.who && by === idea.by && day === (idea.day ?? null))
    return refuse({ code: 'nothing-changed' })
  // The room would see another name or date that no coach has looked at. Taking one's own name away is always possible.
  if (idea.released && (unseen(idea.who, who) || unseen(idea.by, by) || unseen(idea.day ?? null, day)))
    return refuse({ code: 'idea-released', idea: idea.id })
  const names = idea.as === 'commitment' ? { who, by, ...(day === (idea.day ?? null) ? {} : { day }) } : {}
  return accept([{ type: 'idea.edited', idea: idea.id, text: said.text, waits: idea.released, ...names }], {
    idea: idea.id,
    waits: idea.released,
  })
}

const unseen = (old: Idea['who'], wanted: Idea['who']): boolean => wanted !== null && wanted !== old

/** At once, also from the board, and its words from the log. The dots it got stay in the totals. */
export const withdraw: Decide<CommandOf<'idea.withdraw'>> = (plein, _actor, command, world) => {
  const own = ownIdea(plein, command.key, world)
  if (!own.ok) return own
  const { id } = own.idea
  const names = withdrawNames(plein, world.hash(command.key))
  return accept([{ type: 'idea.withdrawn', idea: id }], { idea: id }, [{ erase: 'words', idea: id }, ...names])
}
