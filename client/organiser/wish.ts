import { wallNow } from '../session/clock.ts'
import { dropDraft, keepDraft, readDraft } from '../session/drafts.ts'
import { randomSecret } from '../session/random.ts'
import type { Answer } from './api.ts'

type Wish = 'make' | 'practice' | 'import'

/** The Plein that is not there yet: it has no id to keep its words under. */
export const coming = 'organiser'

const place = (what: Wish): string => `wish/${what}`
/** Its id, and the moment when it was first asked. */
const waiting = (what: Wish): string[] => readDraft(coming, place(what)).split('.')
/** When that was asked for which still has no answer: what a form fills in by the clock is the same when it is asked again. */
export const firstAsked = (what: Wish): number | null => Number(waiting(what)[1]) || null

/** Asks for a new Plein under an id that stays until there is an answer, also over a reload: asked again because the answer was lost, it is the same
 *  Plein. The links follow from it, so it goes as soon as they are here. */
export const wished = async <T>(what: Wish, ask: (wish: string) => Promise<Answer<T>>, now = wallNow()): Promise<Answer<T>> => {
  const wish = waiting(what)[0] || randomSecret()
  keepDraft(coming, place(what), `${wish}.${firstAsked(what) ?? now}`)
  const answer = await ask(wish)
  // What stands between us and the server may say that it failed when it did not.
  if (answer.ok || (answer.status >= 400 && answer.status < 500)) dropDraft(coming, place(what))
  return answer
}
