/** The log: what happened and how often. Never a body, a token, a query, a text, or an address that could be looked up. */
import { createHash, randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import { type DestinationStream, type Logger, pino } from 'pino'
import { pinoHttp } from 'pino-http'
import { createCalm } from './calm.ts'
import { networkOf } from './http/network.ts'
import type { Log as Facts } from './live/contract.ts'

export type Log = Logger

/** Where it happened, without the message: messages of parsers quote what was sent. */
export const withoutContent = (error: unknown): { name: string; code?: string; at: string[] } => {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const { code } = error as NodeJS.ErrnoException
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
  return { name: error.name, ...(typeof code === 'string' ? { code } : {}), at }
}

/** A row on disk that is no JSON any more is quoted by what parses it: some words of somebody, in a sentence about a disk. */
const unquoted = (problem: unknown): unknown =>
  typeof problem === 'string' ? problem.replace(/Unexpected token .* is not valid JSON/s, 'Not valid JSON') : problem

export const createLog = (level: string, stream: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: withoutContent, problem: unquoted },
      redact: {
        paths: ['token', 'secret', 'key', 'ticket', 'authorization', '*.token', '*.secret', '*.key', '*.ticket', '*.authorization'],
        censor: '…',
      },
    },
    stream,
  )

/** Tells lines of one network apart for a day; the salt is in memory only, so nobody can look the address up. */
export const createMarks = (now: () => number): ((address: string) => string) => {
  const DAY = 86_400_000
  let salt = randomBytes(16)
  let until = now() + DAY
  return (address: string): string => {
    if (now() > until) {
      salt = randomBytes(16)
      until = now() + DAY
    }
    return createHash('sha256').update(salt).update(networkOf(address)).digest('hex').slice(0, 8)
  }
}

/** A minute, of one network and of one sort of trouble; and in all. Below `info`, where somebody looks for something, there is no limit. */
export const lines = { each: 10, all: 120 }

/** The same log, in which one sort of trouble has no more lines than that; what was left out is counted. */
export const calmed = (log: Log, now: () => number): Facts => {
  const calm = createCalm(now, lines)
  const say = (level: keyof Facts) => (facts: Record<string, unknown>, text: string) => {
    if (!log.isLevelEnabled('debug') && !calm.may(text)) return
    const left = calm.left()
    log[level](left > 0 ? { ...facts, left } : facts, text)
  }
  return { info: say('info'), warn: say('warn'), error: say('error') }
}

/** One line for each request, named by its route and not by its address: people paste secrets into addresses. */
export const logRequests = (log: Log, now: () => number, from = createMarks(now)): RequestHandler => {
  const calm = createCalm(now, lines)
  const addressOf = ({ ip, socket }: Parameters<RequestHandler>[0]): string => ip ?? socket.remoteAddress ?? ''
  const levelOf = (status: number): 'error' | 'info' | 'debug' => (status >= 500 ? 'error' : status >= 400 ? 'info' : 'debug')
  const tooMuch = (req: Parameters<RequestHandler>[0], status: number): boolean =>
    status >= 400 && !log.isLevelEnabled('debug') && !calm.may(networkOf(addressOf(req)))
  const line = (req: Express.Request, res: Express.Response, { responseTime }: { responseTime: number }) => {
    const { method, route } = req as Parameters<RequestHandler>[0]
    const { statusCode, locals } = res as Parameters<RequestHandler>[1]
    const left = calm.left()
    return {
      method,
      route: typeof route?.path === 'string' ? route.path : (locals['page'] ?? 'none'),
      status: statusCode,
      ...(locals['problem'] ? { problem: locals['problem'] } : {}),
      ...(locals['error'] ? { err: locals['error'] } : {}),
      ms: responseTime,
      from: from(addressOf(req as Parameters<RequestHandler>[0])),
      ...(left > 0 ? { left } : {}),
    }
  }
  return pinoHttp({
    logger: log,
    quietReqLogger: true,
    quietResLogger: true,
    serializers: { req: () => undefined, res: () => undefined, err: withoutContent },
    wrapSerializers: false,
    customLogLevel: (req, { statusCode }) => (tooMuch(req as Parameters<RequestHandler>[0], statusCode) ? 'silent' : levelOf(statusCode)),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request failed',
    customSuccessObject: line as never,
    customErrorObject: ((req: never, res: never, _error: unknown, value: never) => line(req, res, value)) as never,
  }) as RequestHandler
}
