/** Headers that keep a browser from doing what no page of ours does. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Request, RequestHandler } from 'express'
import helmet from 'helmet'

/** Whether it came over TLS, as far as can be known: that of PUBLIC_URL ends at a proxy, which may tell no more than the host. An address of this
 *  machine on the Wi-Fi of a room has none, whatever PUBLIC_URL says. */
export const overTls = ({ secure, headers }: Pick<Request, 'secure' | 'headers'>, publicUrl: string | null): boolean =>
  secure || (publicUrl?.startsWith('https:') === true && headers.host === new URL(publicUrl).host)

/** By name, because Safari 15 does not take 'self' for sockets. Both schemes, because a proxy may do TLS without PUBLIC_URL. */
const sockets = (publicUrl: string | null, tls: boolean) => (req: IncomingMessage) => {
  const sources = new Set<string>()
  const asked = req.headers.host
  if (asked !== undefined && /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i.test(asked))
    for (const scheme of tls ? ['wss'] : ['ws', 'wss']) sources.add(`${scheme}://${asked}`)
  if (publicUrl !== null)
    for (const scheme of publicUrl.startsWith('https:') ? ['wss'] : ['ws', 'wss']) sources.add(`${scheme}://${new URL(publicUrl).host}`)
  return [...sources].join(' ')
}

const aYear = 31_536_000

/** For answers that Express never sees: polling of Socket.io and its refusals, bytes that are no HTTP. Nothing in them is for a page to show. */
export const bareHeaders = {
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}

/** After Socket.io is attached: it answers its own path before Express would. */
export const guardSockets = (http: Server, publicUrl: string | null): void => {
  const tls = publicUrl?.startsWith('https:') ?? false
  const headers = { ...bareHeaders, ...(tls ? { 'Strict-Transport-Security': `max-age=${aYear}` } : {}) }
  http.prependListener('request', (req, res) => {
    if (req.url?.startsWith('/socket.io')) res.setHeaders(new Map(Object.entries(headers)))
  })
}

const nothing = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'serial',
  'midi',
  'display-capture',
  'accelerometer',
  'gyroscope',
  'magnetometer',
  'browsing-topics',
]

const shield = (publicUrl: string | null, tls: boolean): RequestHandler => {
  const connect = sockets(publicUrl, tls)
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'", (req: IncomingMessage, _res: ServerResponse) => connect(req)],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'frame-src': ["'none'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        // On a room's own Wi-Fi there is no TLS to be upgraded to.
        ...(tls ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    // By the setting alone, since a proxy may tell nothing: without TLS browsers pass it over.
    strictTransportSecurity: publicUrl?.startsWith('https:') ? { maxAge: aYear, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    // Only where it means something: browsers ignore these two without TLS and say so in the console.
    crossOriginOpenerPolicy: tls ? { policy: 'same-origin' } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    originAgentCluster: tls,
    xFrameOptions: { action: 'deny' },
  })
}

export const securityHeaders = (publicUrl: string | null): RequestHandler[] => {
  const [sealed, open] = [shield(publicUrl, true), shield(publicUrl, false)]
  return [
    (req, res, next) => (overTls(req, publicUrl) ? sealed : open)(req, res, next),
    (_req, res, next) => {
      res.set('Permissions-Policy', [...nothing.map((feature) => `${feature}=()`), 'screen-wake-lock=(self)'].join(', '))
      next()
    },
  ]
}
