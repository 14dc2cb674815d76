/** What coaches, the owner and the organiser did: to read, and nothing else. */
import { z } from 'zod'
import type { Edge } from './edge.ts'
import { lookAt } from './look.ts'
import { type Route, route } from './route.ts'
import * as schemas from './schemas.ts'

const answers = { 200: { what: 'Newest first.', schema: schemas.auditLog } }

export const audit = ({ audit: log, rooms, settings }: Edge): Route[] => {
  const told = async (plein: string | null) => ({ status: 200, body: { days: settings.auditDays, lines: await log.read(plein) } })
  return [
    route({
      method: 'get',
      path: '/api/v1/audit',
      name: 'readAudit',
      summary: 'What was done on this server, also with Pleinen that are gone: without content, and nothing of participants.',
      who: 'organiser',
      answers,
      refuses: [],
      handle: () => told(null),
    }),
    route({
      method: 'get',
      path: '/api/v1/pleins/{id}/audit',
      name: 'readPleinAudit',
      summary: 'What coaches, the owner and the organiser did with this Plein: without content, and nothing of participants.',
      who: 'organiser',
      params: { id: z.string() },
      answers,
      refuses: ['plein-unknown'],
      handle: async ({ params }) => told(await lookAt(rooms, params['id']!, ({ id }) => id)),
    }),
  ]
}
