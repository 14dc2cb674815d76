/** A page of another website may not write or listen here, although a browser would send what it is told to. */
import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from 'express'
import { Problem } from './problem.ts'

/** Absent `origin` is no browser, or a page of our own that reads. */
const originAllowed = ({ origin, host }: IncomingHttpHeaders, publicUrl: string | null): boolean => {
  if (origin === undefined) return true
  if (origin === publicUrl) return true
  const url = URL.parse(origin)
  return url !== null && /^https?:$/.test(url.protocol) && host !== undefined && url.host === URL.parse(`${url.protocol}//${host}`)?.host
}

/** Not from a page of another website. */
export const ofOurs = (headers: IncomingHttpHeaders, publicUrl: string | null): boolean => {
  // Browsers that leave Origin out still say this.
  const crossSite = headers.origin === undefined && headers['sec-fetch-site'] === 'cross-site'
  return !crossSite && originAllowed(headers, publicUrl)
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

export const refuseForeignWrites =
  (publicUrl: string | null): RequestHandler =>
  (req, _res, next) => {
    if (!reads.has(req.method) && !ofOurs(req.headers, publicUrl)) throw new Problem('foreign-origin')
    next()
  }
