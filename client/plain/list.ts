import type { Locale } from '../../shared/domain/state.ts'
import type { PlainWords } from '../../shared/text/plain.ts'
import { type Later, later } from '../session/later.ts'

const ask = async (locale: Locale): Promise<PlainWords> => {
  const answer = await fetch(`/api/v1/plain-words/${locale}`)
  if (!answer.ok) throw new Error('not there')
  return (await answer.json()) as PlainWords
}

/** The list of this server, fetched when somebody writes a question. Without it there are no hints. */
export const plainLists: Record<Locale, Later<PlainWords>> = { nl: later(() => ask('nl'), false), en: later(() => ask('en'), false) }
