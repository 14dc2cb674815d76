/** What a co-written text was before, for whoever may read it. The rules say who may ask; prose is no part of what they know. */
import type { CommandOf } from '../../shared/domain/commands.ts'
import { lineName, readsCircle } from '../../shared/domain/intake/talk.ts'
import type { Earlier } from '../text/history.ts'
import type { Who } from './contract.ts'
import type { Place } from './place.ts'

/** `null`: it is not open to this seat. */
export const earlierIn = (place: Place, who: Who, { line, stage, blog }: CommandOf<'text.earlier'>): Earlier[] | null => {
  if (blog) return place.room.documents(who.role)['text/blog'] === undefined ? null : place.blog.text.earlier()
  if (line === undefined) return (stage ? place.stage : place.draft).earlier()
  const text = readsCircle(who.role, line.circle) ? place.intake.text(line.circle, who.seat) : null
  return text?.earlier(lineName(line)) ?? null
}
