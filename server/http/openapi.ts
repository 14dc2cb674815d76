/** The OpenAPI 3.1 document, made from the routes and their schemas, so that it cannot say something else than the server does. */
import { z } from 'zod'
import { problemSchema, statusOf } from './problem.ts'
import type { Answer, Route } from './route.ts'
import { isHttpCode, type ProblemCode, sentence } from './sentences.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    // Within a version fields may be added to what the server says, and a refusal tells more beside its name.
    override: ({ jsonSchema }) => {
      if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
    },
  })
  return rest
}

const answerOf = ({ what, schema, types }: Answer): Json => ({
  description: what,
  ...(schema ? { content: { 'application/json': { schema: schemaOf(schema, 'output') } } } : {}),
  ...(types ? { content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }])) } : {}),
})

/** What any route of its sort may be refused with, next to its own. */
const commonRefusals = ({ who, body, method, whileStopping }: Route): ProblemCode[] => [
  ...(who === 'everybody' ? [] : (['token-missing', who === 'organiser' ? 'organiser-key-wrong' : 'token-unknown'] as const)),
  ...(body ? (['bad-request', 'bad-json', 'too-large', 'not-json'] as const) : []),
  ...(method === 'get' ? [] : (['foreign-origin'] as const)),
  ...(whileStopping ? [] : (['busy'] as const)),
  'internal',
]

const refusalsOf = (route: Route): Json => {
  const byStatus = new Map<number, Set<ProblemCode>>()
  for (const code of [...route.refuses, ...commonRefusals(route)]) {
    byStatus.set(statusOf(code), (byStatus.get(statusOf(code)) ?? new Set()).add(code))
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: [...codes].map((code) => (isHttpCode(code) ? `\`${code}\`: ${sentence(code, {}, 'en')}` : `\`${code}\``)).join(' '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const security = {
  everybody: [],
  organiser: [{ organiserKey: [] }],
  seat: [{ seatToken: [] }],
  reader: [{ seatToken: [] }, { organiserKey: [] }],
}

const operationOf = (route: Route): Json => ({
  operationId: route.name,
  summary: route.summary,
  security: security[route.who],
  ...(route.params
    ? {
        parameters: Object.entries(route.params).map(([name, schema]) => ({
          name,
          in: 'path',
          required: true,
          schema: schemaOf(schema, 'input'),
        })),
      }
    : {}),
  ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } } : {}),
  responses: {
    ...Object.fromEntries(Object.entries(route.answers).map(([status, answer]) => [status, answerOf(answer)])),
    ...refusalsOf(route),
  },
})

export const openApi = (routes: Route[]): Json => {
  const paths: Record<string, Json> = {}
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pleinbord',
      version: '1.0.0',
      description: 'Make a Plein, get in, fetch the outcome. What happens in the room goes over Socket.io and Yjs: see docs/protocol.md.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        organiserKey: { type: 'http', scheme: 'bearer', description: 'The key of the organiser of this server.' },
        seatToken: { type: 'http', scheme: 'bearer', description: 'The token that join, claim or knock gave.' },
      },
      schemas: { Problem: schemaOf(problemSchema, 'output') },
    },
  }
}
