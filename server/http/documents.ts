/** The first picture of a document, packed: the line of the document itself is not. */
import { z } from 'zod'
import { closes } from '../../shared/wire/closes.ts'
import type { Edge } from './edge.ts'
import { Problem } from './problem.ts'
import { ration } from './ration.ts'
import { type Route, route } from './route.ts'
import type { ProblemCode } from './sentences.ts'
import { stored } from './stored.ts'

/** What the line of the document would be closed with. */
const problems: Readonly<Record<number, ProblemCode>> = {
  [closes.token]: 'token-unknown',
  [closes.forbidden]: 'not-allowed',
  [closes.epoch]: 'document-renewed',
}

export const documents = ({ rooms, pictures }: Edge): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/pleins/{id}/documents/{document}',
    name: 'document',
    summary: 'All of a document that only the server writes, before its line is opened.',
    who: 'seat',
    params: { id: z.string(), document: z.string().meta({ description: 'As `hello.documents` names it, with its epoch.' }) },
    answers: {
      200: { what: 'A Yjs update of the whole document, in brotli or gzip where that is accepted.', types: ['application/octet-stream'] },
    },
    refuses: ['not-allowed', 'not-found', 'document-renewed', 'too-fast', 'storage-failed'],
    async handle({ params, bearer, packing }) {
      // Before looking: a token of another Plein must not learn which ones exist.
      if (bearer === null || bearer.plein !== params['id']) throw new Problem('not-allowed')
      ration(pictures, bearer)
      const bytes = await stored(rooms.picture(bearer, params['document']!, packing))
      if (typeof bytes === 'number') throw new Problem(problems[bytes] ?? 'not-found')
      return { status: 200, bytes }
    },
  }),
]
