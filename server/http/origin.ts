/** A page of another website may not write here, although a browser would send what it is told to. */
import type { RequestHandler } from 'express'
import { Problem } from './problem.ts'

/** `host`: Host header. `null` or absent `origin` is no browser, or a page of our own that reads. */
export const originAllowed = (origin: string | undefined, host: string | undefined, publicUrl: string | null): boolean => {
  if (origin === undefined) return true
  if (origin === publicUrl) return true
  const url = URL.parse(origin)
  return url !== null && /^https?:$/.test(url.protocol) && host !== undefined && url.host === URL.parse(`${url.protocol}//${host}`)?.host
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

export const refuseForeignWrites =
  (publicUrl: string | null): RequestHandler =>
  (req, _res, next) => {
    if (reads.has(req.method)) return next()
    // Browsers that leave Origin out still say this.
    const crossSite = req.headers.origin === undefined && req.headers['sec-fetch-site'] === 'cross-site'
    if (crossSite || !originAllowed(req.headers.origin, req.headers.host, publicUrl)) throw new Problem('foreign-origin')
    next()
  }
