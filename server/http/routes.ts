/** All addresses of this server that are no page and no socket. */
import { audit } from './audit.ts'
import { backups } from './backups.ts'
import { blog } from './blog.ts'
import { documents } from './documents.ts'
import type { Edge } from './edge.ts'
import { health } from './health.ts'
import { joining } from './joining.ts'
import { making } from './making.ts'
import { openApi } from './openapi.ts'
import { outcome } from './outcome.ts'
import { plainWords } from './plainWords.ts'
import { pleins } from './pleins.ts'
import { reminder } from './reminder.ts'
import { type Route, route } from './route.ts'
import { templates } from './templates.ts'

export const routesOf = (edge: Edge): Route[] => {
  let document: unknown
  const described = route({
    method: 'get',
    path: '/api/v1/openapi.json',
    name: 'openapi',
    summary: 'This document.',
    who: 'everybody',
    answers: { 200: { what: 'OpenAPI 3.1.', types: ['application/json'] } },
    refuses: [],
    handle: async () => ({ status: 200, body: document }),
  })
  const routes = [
    ...pleins(edge),
    ...making(edge),
    ...joining(edge),
    ...outcome(edge),
    ...blog(edge),
    ...reminder(edge),
    ...documents(edge),
    ...templates(),
    ...plainWords(edge),
    ...backups(edge),
    ...audit(edge),
    described,
    ...health(edge),
  ]
  document = openApi(routes)
  return routes
}
