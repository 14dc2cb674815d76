/** Puts the routes into Express: who may, the body and its schema, the answer; and 405 for every other method. */
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import { checked } from '../../shared/wire/shape.ts'
import { packings } from '../live/picture.ts'
import { tangled } from './depth.ts'
import type { Edge } from './edge.ts'
import { homeOf } from './from.ts'
import { fromThisMachine } from './health.ts'
import { invalid, localeOf, Problem } from './problem.ts'
import type { Reply, Route } from './route.ts'
import { whoAsks } from './who.ts'

const hasBody = ({ headers }: Request): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const readBody = ({ body, bodyLimit }: Route): RequestHandler[] => {
  if (!body) {
    return [
      (req, _res, next) => {
        if (hasBody(req)) throw new Problem('too-large')
        next()
      },
    ]
  }
  // `inflate`: a few bytes could unpack to many.
  const verify = (_req: unknown, _res: unknown, text: Buffer, encoding: string): void => {
    // The parser takes UTF-16 and UTF-32 too: what is looked at would not be what is parsed.
    if (encoding !== 'utf-8') throw Object.assign(new Error('not UTF-8'), { type: 'charset.unsupported' })
    if (tangled(text)) throw new Error('nested too deep, or too many values')
  }
  const parse = express.json({ limit: bodyLimit ?? 0, inflate: false, strict: true, verify })
  return [
    (req, _res, next) => {
      if (hasBody(req) && !req.is('application/json')) throw new Problem('not-json')
      next()
    },
    parse,
  ]
}

const send = (res: Response, { status, body, text, bytes, file }: Reply): void => {
  res.status(status).set('Cache-Control', 'no-store')
  if (file) {
    res.set({ 'Content-Type': file.type, 'Content-Disposition': `attachment; filename="${file.filename}"` }).send(file.body)
  } else if (bytes) {
    // Beside `send`, which would hash every picture for an ETag that nobody may keep.
    res.set({ 'Content-Type': 'application/octet-stream', Vary: 'Accept-Encoding, Authorization' })
    if (bytes.packing !== 'identity') res.set('Content-Encoding', bytes.packing)
    res.set('Content-Length', String(bytes.body.byteLength)).end(bytes.body)
  } else if (text) res.set('Content-Type', text.type).send(text.body)
  else if (body === undefined) res.end()
  else res.json(body)
}

const addressOf = ({ ip, socket }: Request): string => ip ?? socket.remoteAddress ?? ''
const asks = (edge: Edge, route: Route, req: Request) => whoAsks(edge, { who: route.who, headers: req.headers, address: addressOf(req) })
const originOf = (req: Request): string | null => (req.headers.host === undefined ? null : `${req.protocol}://${req.headers.host}`)

const answer =
  (edge: Edge, route: Route): RequestHandler =>
  async (req, res) => {
    // Anew after a body: who holds it back would keep a role that ended meanwhile.
    const bearer = (route.body && res.locals['bearer'] ? await asks(edge, route, req) : res.locals['bearer']) ?? null
    const parsed = route.body && checked(route.body, req.body ?? {})
    if (parsed && !parsed.success) throw invalid(parsed.error)
    const call = {
      params: req.params as Record<string, string>,
      body: parsed?.data as never,
      bearer,
      address: addressOf(req),
      home: homeOf(req),
      origin: originOf(req),
      locale: localeOf(req.headers['accept-language']),
      local: fromThisMachine(req),
      packing: packings.find((packing) => req.acceptsEncodings(packing)) ?? ('identity' as const),
    }
    const reply = await route.handle(call)
    if (!res.closed) send(res, reply)
  }

/** Before the body is read: a stranger's 64 KiB are not worth reading. */
const admit =
  (edge: Edge, route: Route): RequestHandler =>
  async (req, res, next) => {
    if (!route.whileStopping && !edge.serving()) throw new Problem('busy', {}, { Connection: 'close' })
    res.locals['bearer'] = await asks(edge, route, req)
    next()
  }

export const expressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1')

export const mountRoutes = (app: Express, edge: Edge, routes: Route[]): void => {
  for (const path of new Set(routes.map((route) => route.path))) {
    const here = routes.filter((route) => route.path === path)
    const mounted = app.route(expressPath(path))
    for (const route of here) mounted[route.method](admit(edge, route), ...readBody(route), answer(edge, route))
    const methods = here.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
    mounted.all(() => {
      throw new Problem('method-not-allowed', {}, { Allow: methods.join(', ') })
    })
  }
}
