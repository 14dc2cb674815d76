import { myCards } from '../cards/mine.ts'
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { mine } from './mine.ts'
import { mute } from './mute.ts'
import { edit, withdraw } from './own.ts'
import { enterPaper, post } from './post.ts'
import { dropEdit, release, releaseEdit } from './release.ts'

type IdeaCommand =
  | 'idea.post'
  | 'idea.edit'
  | 'idea.withdraw'
  | 'mine'
  | 'idea.enter'
  | 'ideas.release'
  | 'edit.release'
  | 'edit.drop'
  | 'seat.mute'

export const decideIdeas: { [T in IdeaCommand]: Decide<CommandOf<T>> } = {
  'idea.post': post,
  'idea.edit': edit,
  'idea.withdraw': withdraw,
  mine: (plein, _actor, { keys }, world) => {
    const cards = myCards(plein, keys, world)
    return accept([], { ideas: mine(plein, keys, world), ...(Object.keys(cards).length > 0 ? { cards } : {}) })
  },
  'idea.enter': enterPaper,
  'ideas.release': release,
  'edit.release': releaseEdit,
  'edit.drop': dropEdit,
  'seat.mute': mute,
}
