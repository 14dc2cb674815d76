/** Every error leaves as `application/problem+json` (RFC 9457), also the ones that Express and the body parser make. */
import type { ErrorRequestHandler, Request, Response } from 'express'
import { z } from 'zod'
import type { Refusal } from '../../shared/domain/refusals.ts'
import type { Locale } from '../../shared/domain/state.ts'
import type { Refused } from '../access/contract.ts'
import { type ProblemCode, sentence } from './sentences.ts'

const statuses: Partial<Record<ProblemCode, number>> = {
  'bad-request': 400,
  'bad-json': 400,
  'confirm-missing': 400,
  'outcome-format-old': 400,
  'outcome-too-large': 400,
  'outcome-inconsistent': 400,
  'retention-over': 400,
  'blog-empty': 400,
  'blog-too-long': 400,
  'text-empty': 400,
  'text-too-long': 400,
  'text-forbidden': 400,
  'too-many-phases': 400,
  'token-missing': 401,
  'token-unknown': 401,
  'organiser-key-wrong': 401,
  'foreign-origin': 403,
  'not-allowed': 403,
  'door-locked': 403,
  'not-let-in': 403,
  'outcome-not-shared': 403,
  'loopback-only': 403,
  'not-found': 404,
  'code-unknown': 404,
  'link-unknown': 404,
  'screen-code-unknown': 404,
  'plein-unknown': 404,
  'document-renewed': 404,
  'method-not-allowed': 405,
  'plein-closed': 410,
  'too-large': 413,
  'not-json': 415,
  'too-many-pleins': 429,
  'too-fast': 429,
  internal: 500,
  busy: 503,
  'storage-failed': 503,
  'not-ready': 503,
  'not-built': 503,
}

/** What the rules refuse fits the address and not the state: 409. */
export const statusOf = (code: ProblemCode): number => statuses[code] ?? 409

/** `facts` are further members of the document, `headers` go with it. `cause` is for the log, and never told. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly facts: Record<string, unknown>
  readonly headers: Record<string, string>
  constructor(code: ProblemCode, facts: Record<string, unknown> = {}, headers: Record<string, string> = {}, cause?: unknown) {
    super(code, { cause })
    this.code = code
    this.facts = facts
    this.headers = { ...(statusOf(code) === 503 ? { 'Retry-After': '2' } : {}), ...headers }
  }
}

/** A refusal of the rules or of the door, under its own name. */
export const refusedBy = (refusal: Refusal | Refused): Problem => {
  const { code, ok: _ok, ...facts } = { ok: false, ...refusal }
  return new Problem(code, facts)
}

export const problemSchema = z.object({
  type: z.string().meta({ description: 'A name for this kind of problem; the same as `code`, as a URN.' }),
  title: z.string(),
  status: z.int(),
  code: z.string().meta({ description: 'What a program looks at.' }),
  detail: z.string().meta({ description: 'One sentence for a person, in the language of Accept-Language (Dutch or English).' }),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})

export const localeOf = (accepted: string | undefined): Locale => {
  const wish = (accepted ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return wish.find((language): language is Locale => language === 'nl' || language === 'en') ?? 'en'
}

/** Where in the body it is wrong and what was expected there; never what was sent. */
export const invalid = ({ issues }: Pick<z.ZodError, 'issues'>): Problem =>
  new Problem('bad-request', {
    errors: issues.slice(0, 8).map((issue) => ({
      pointer: `/${issue.path.map((step) => String(step).slice(0, 40)).join('/')}`,
      detail: issue.code === 'unrecognized_keys' ? 'Unknown field.' : issue.message.slice(0, 200),
    })),
  })

const title = (code: ProblemCode): string => {
  const words = code.replaceAll('-', ' ')
  return words[0]?.toUpperCase() + words.slice(1)
}

/** Names of the body parser's and the router's own errors. */
const foreign = (error: { type?: unknown; status?: unknown }): Problem => {
  switch (error.type) {
    case 'entity.too.large':
      return new Problem('too-large')
    case 'entity.parse.failed':
      return new Problem('bad-json')
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new Problem('not-json')
  }
  const status = typeof error.status === 'number' ? error.status : 500
  return status >= 400 && status < 500 ? new Problem(status === 404 ? 'not-found' : 'bad-request') : new Problem('internal')
}

export const sendProblem = (req: Request, res: Response, problem: Problem): void => {
  const status = statusOf(problem.code)
  res
    .status(status)
    .set({ 'Cache-Control': 'no-store', ...problem.headers })
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:pleinbord:problem:${problem.code}`,
        title: title(problem.code),
        status,
        code: problem.code,
        detail: sentence(problem.code, problem.facts, localeOf(req.headers['accept-language'])),
        ...problem.facts,
      }),
    )
}

export const answerErrors: ErrorRequestHandler = (error, req, res, _next) => {
  const problem = error instanceof Problem ? error : foreign(error)
  res.locals['problem'] = problem.code
  const cause = problem.code === 'internal' ? error : problem.cause
  if (cause !== undefined) res.locals['error'] = cause
  if (res.headersSent) res.destroy()
  else sendProblem(req, res, problem)
}
