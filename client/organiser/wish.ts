import { dropDraft, keepDraft, readDraft } from '../session/drafts.ts'
import { randomSecret } from '../session/random.ts'
import type { Answer } from './api.ts'

/** The Plein that is not there yet: it has no id to keep its words under. */
export const coming = 'organiser'

/** Asks for a new Plein under an id that stays until there is an answer, also over a reload: asked again because the answer was lost, it is the same
 *  Plein. The links follow from it, so it goes as soon as they are here. */
export const wished = async <T>(what: 'make' | 'practice' | 'import', ask: (wish: string) => Promise<Answer<T>>): Promise<Answer<T>> => {
  const name = `wish/${what}`
  const wish = readDraft(coming, name) || randomSecret()
  keepDraft(coming, name, wish)
  const answer = await ask(wish)
  // What stands between us and the server may say that it failed when it did not.
  if (answer.ok || (answer.status >= 400 && answer.status < 500)) dropDraft(coming, name)
  return answer
}
