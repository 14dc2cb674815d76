/** The lists behind the hint on a projected question. */
import type { Locale } from '../../shared/domain/state.ts'
import type { Edge } from './edge.ts'
import { type Route, route } from './route.ts'
import * as schemas from './schemas.ts'

export const plainWords = ({ plainLists }: Pick<Edge, 'plainLists'>): Route[] =>
  (['nl', 'en'] as const).map((locale: Locale) =>
    route({
      method: 'get',
      path: `/api/v1/plain-words/${locale}`,
      name: locale === 'nl' ? 'plainWordsInDutch' : 'plainWordsInEnglish',
      summary: 'Official words with what to say instead, and short forms that everybody knows: for the hint on a question.',
      who: 'everybody',
      answers: { 200: { what: 'The list of this server.', schema: schemas.plainWords } },
      refuses: [],
      handle: async () => ({ status: 200, body: plainLists[locale] }),
    }),
  )
