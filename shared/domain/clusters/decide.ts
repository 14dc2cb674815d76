/** Grouping at the desk and by authors, hiding and showing, and taking back. What changes at the desk is a step. */
import type { CommandOf, CommandType } from '../commands.ts'
import type { Decide } from '../decision.ts'
import { refuse } from '../refusals.ts'
import { assign } from './assign.ts'
import { decidePlace } from './authors.ts'
import { decideMerge, decideOpen, decideRemove, decideRename } from './changes.ts'
import { decideCreate, decideSplit } from './create.ts'
import { findIdeas } from './find.ts'
import { step } from './steps.ts'
import { decideUndo } from './undo.ts'

type ClusterCommand = Extract<
  CommandType,
  | 'idea.hide'
  | 'idea.show'
  | 'idea.place'
  | 'ideas.assign'
  | 'cluster.create'
  | 'cluster.rename'
  | 'cluster.merge'
  | 'cluster.split'
  | 'cluster.remove'
  | 'cluster.open'
  | 'undo'
>

const hide =
  (hidden: boolean): Decide<CommandOf<'idea.hide' | 'idea.show'>> =>
  (plein, actor, command, world) => {
    const ideas = findIdeas(plein, command.ideas)
    if ('refusal' in ideas) return refuse(ideas.refusal)
    const changes = ideas.found.filter((idea) => idea.hidden !== hidden).map((idea) => ({ change: 'hide' as const, idea: idea.id, hidden }))
    if (changes.length === 0) return refuse({ code: 'nothing-changed' })
    return step(actor, world, hidden ? 'hidden' : 'shown', changes)
  }

export const decideClusters: { [T in ClusterCommand]: Decide<CommandOf<T>> } = {
  'idea.hide': hide(true),
  'idea.show': hide(false),
  'idea.place': decidePlace,
  'ideas.assign': assign,
  'cluster.create': decideCreate,
  'cluster.rename': decideRename,
  'cluster.merge': decideMerge,
  'cluster.split': decideSplit,
  'cluster.remove': decideRemove,
  'cluster.open': decideOpen,
  undo: decideUndo,
}
