import { describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { Edge } from '../../server/http/edge.ts'
import { clientPaths } from '../../server/http/pages.ts'
import { createLog } from '../../server/logs.ts'
import { createMetrics } from '../../server/metrics.ts'
import { readSettings } from '../../server/settings.ts'
import { town } from './asking.ts'

type Operation = { operationId: string; summary: string; responses: Record<string, { description: string; content: object }> }
type Layer = { route?: { path: string | string[]; stack: { method?: string }[] } }

/** For people, in HTML. */
const pages: ReadonlySet<string> = new Set(['/privacy{/}', '/privacy/en{/}', '/blog/:slug{/}'])

/** What Express really answers to, read from Express itself. */
const mounted = (): string[] => {
  const edge = {
    settings: readSettings({}),
    log: createLog('silent', { write: () => undefined }),
    metrics: createMetrics(),
    dist: '/nergens',
    now: () => 0,
  }
  const app = createApp(edge as unknown as Edge)
  const layers = (app.router as unknown as { stack: Layer[] }).stack
  return layers
    .flatMap(({ route }) =>
      route && typeof route.path === 'string' && !pages.has(route.path) ? [{ path: route.path, stack: route.stack }] : [],
    )
    .flatMap(({ path, stack }) => [
      ...new Set(stack.flatMap(({ method }) => (method ? [`${method} ${path.replace(/:(\w+)/g, '{$1}')}`] : []))),
    ])
}

describe('the OpenAPI document', () => {
  it('is readable without a key and holds every route of the server, and no other', async () => {
    const { ask } = await town()
    const { status, body } = await ask('GET', '/api/v1/openapi.json')
    expect(status).toBe(200)
    expect(body.openapi).toBe('3.1.0')
    const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(described.sort()).toEqual(mounted().sort())
    expect(described.length).toBeGreaterThan(15)
    expect(described).toContain('get /api/v1/pleins/{id}/outcome.{format}')
    expect(clientPaths.some((path) => path in body.paths)).toBe(false)
  })

  it('describes what is really answered', async () => {
    const { ask, makePlein } = await town()
    const { body } = await ask('GET', '/api/v1/openapi.json')
    const made = body.paths['/api/v1/pleins'].post
    expect(made.requestBody.content['application/json'].schema.required).toEqual(['title', 'dilemma'])
    expect(made.requestBody.content['application/json'].schema.additionalProperties).toBe(false)
    const promised = made.responses['201'].content['application/json'].schema.properties
    expect(Object.keys(await makePlein()).sort()).toEqual(Object.keys(promised).sort())
    // Fields may be added to what the server says, and a refusal tells more beside its name: a client made from this must take both.
    expect(made.responses['201'].content['application/json'].schema).not.toHaveProperty('additionalProperties')
    expect(body.components.schemas.Problem).not.toHaveProperty('additionalProperties')
    for (const methods of Object.values(body.paths as Record<string, Record<string, Operation>>)) {
      for (const { operationId, summary, responses } of Object.values(methods)) {
        expect(operationId).toMatch(/^\w+$/)
        expect(summary).toMatch(/\.$/)
        for (const [status, answer] of Object.entries(responses)) {
          expect(answer.description).toBeTruthy()
          if (Number(status) >= 400) expect(Object.keys(answer.content)).toEqual(['application/problem+json'])
        }
      }
    }
    const ids = Object.values(body.paths as Record<string, Record<string, Operation>>).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })
})
