/** The outcome, to download. It holds what the room may know, whoever asks. */
import { z } from 'zod'
import type { Bearer } from '../access/contract.ts'
import type { Edge } from './edge.ts'
import { lookAt } from './look.ts'
import { Problem } from './problem.ts'
import { ration } from './ration.ts'
import { type Route, route } from './route.ts'

const formats = z.enum(['json', 'csv', 'md', 'html', 'ics'])

const forbidden = (bearer: Bearer | null, id: string): boolean => bearer !== null && (bearer.plein !== id || bearer.role === 'screen')

export const outcome = ({ rooms, renderOutcome, audit, downloads }: Edge): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/pleins/{id}/outcome.{format}',
    name: 'outcome',
    summary: 'What the meeting leaves. For coaches, the owner and the organiser at any time, for participants when a coach has shared it.',
    who: 'reader',
    params: { id: z.string(), format: formats },
    answers: {
      200: { what: 'The document, as a download.', types: ['application/json', 'text/csv', 'text/markdown', 'text/html', 'text/calendar'] },
    },
    refuses: ['not-allowed', 'outcome-not-shared', 'too-fast', 'plein-unknown', 'not-found'],
    async handle({ params, bearer }) {
      const format = formats.safeParse(params['format'])
      if (!format.success) throw new Problem('not-found')
      const id = params['id']!
      // Before looking: a token of another Plein must not learn which ones exist.
      if (forbidden(bearer, id)) throw new Problem('not-allowed')
      const file = await lookAt(rooms, id, (plein) => {
        if (bearer?.role === 'participant' && !plein.outcomeShared) throw new Problem('outcome-not-shared')
        ration(downloads, bearer)
        return renderOutcome(plein, format.data, plein.locale)
      })
      audit.note(id, bearer ?? { role: 'organiser', seat: null }, { what: 'outcome.download', detail: format.data })
      return { status: 200, file }
    },
  }),
]
