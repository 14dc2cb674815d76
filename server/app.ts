/** The HTTP side as one Express application, in the order in which a request meets it. */
import express, { type Express, type RequestHandler } from 'express'
import type { Edge } from './http/edge.ts'
import { securityHeaders } from './http/headers.ts'
import { mountRoutes } from './http/mount.ts'
import { refuseForeignWrites } from './http/origin.ts'
import { mountPages } from './http/pages.ts'
import { answerErrors, Problem } from './http/problem.ts'
import { routesOf } from './http/routes.ts'
import { logRequests } from './logs.ts'

const measure =
  ({ metrics }: Edge): RequestHandler =>
  (req, res, next) => {
    const start = process.hrtime.bigint()
    res.once('finish', () => {
      const route = typeof req.route?.path === 'string' ? req.route.path : (res.locals['page'] ?? 'none')
      metrics.request({ method: req.method, route, status: res.statusCode, seconds: Number(process.hrtime.bigint() - start) / 1e9 })
    })
    next()
  }

/** Once, and no address in it: whoever sends this header could also be no proxy. */
const warnOfProxy = ({ log, settings }: Edge): RequestHandler => {
  let said = settings.trustProxy !== false
  return (req, _res, next) => {
    if (!said && req.headers['x-forwarded-for'] !== undefined) {
      said = true
      log.warn('a request says that it came through a proxy, and TRUST_PROXY is not set: all behind it count as one network')
    }
    next()
  }
}

const named: RequestHandler = (req, res, next) => {
  if (req.path.startsWith('/api/')) res.set('API-Version', '1.0.0')
  next()
}

export const createApp = (edge: Edge): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', edge.settings.trustProxy)
  app.set('query parser', false)
  app.enable('strict routing')
  app.enable('case sensitive routing')

  app.use(logRequests(edge.log, edge.now, edge.mark), measure(edge), warnOfProxy(edge))
  app.use(...securityHeaders(edge.settings.publicUrl), named)
  app.use(refuseForeignWrites(edge.settings.publicUrl))
  mountRoutes(app, edge, routesOf(edge))
  mountPages(app, edge)
  app.use(() => {
    throw new Problem('not-found')
  })
  app.use(answerErrors)
  return app
}
