/** An afternoon in which people write. */
import type { CommandOf } from '../../shared/domain/commands.ts'
import { aPlein, entered, given, keyOf, opened } from './given.ts'

/** `name`: of its edit key. */
export const post = (name: string, text: string, more: Partial<CommandOf<'idea.post'>> = {}): CommandOf<'idea.post'> => ({
  type: 'idea.post',
  key: keyOf(name),
  as: 'idea',
  text,
  phase: 'ideas',
  ...more,
})
export const story = () => given(aPlein('checkin', 'ideas', 'cluster', 'harvest'), opened, entered('ideas'))
