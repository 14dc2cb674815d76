/** The programmes that a Plein can start from. */
import { programmeOf, templateNames } from '../../shared/domain/templates/templates.ts'
import { type Route, route } from './route.ts'
import * as schemas from './schemas.ts'

export const templates = (): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/templates',
    name: 'templates',
    summary: 'Programmes to start from, by name. The texts come in the language of Accept-Language.',
    who: 'everybody',
    answers: { 200: { what: 'The programmes.', schema: schemas.templates } },
    refuses: [],
    handle: async ({ locale }) => ({
      status: 200,
      body: {
        templates: templateNames.map((name) => ({
          name,
          phases: programmeOf(name, locale).map(({ kind, title, settings }) => ({
            kind,
            title: title ?? null,
            minutes: settings?.minutes ?? null,
          })),
        })),
      },
    }),
  }),
]
