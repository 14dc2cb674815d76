/** Headers that keep a browser from doing what no page of ours does. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Both schemes: behind a proxy this server does not see whether TLS is on, and Safari 15 does not take 'self' for sockets. */
const sockets = (publicUrl: string | null) => (req: IncomingMessage) => {
  const hosts = new Set<string>()
  const asked = req.headers.host
  if (asked !== undefined && /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i.test(asked)) hosts.add(asked)
  if (publicUrl !== null) hosts.add(new URL(publicUrl).host)
  return [...hosts].flatMap((host) => [`ws://${host}`, `wss://${host}`]).join(' ')
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

export const securityHeaders = (publicUrl: string | null): RequestHandler[] => {
  const tls = publicUrl?.startsWith('https:') ?? false
  const connect = sockets(publicUrl)
  const shield = helmet({
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
    strictTransportSecurity: tls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    // Only where it means something: browsers ignore these two without TLS and say so in the console.
    crossOriginOpenerPolicy: tls ? { policy: 'same-origin' } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    originAgentCluster: tls,
    xFrameOptions: { action: 'deny' },
  })
  return [
    shield,
    (_req, res, next) => {
      res.set('Permissions-Policy', [...nothing.map((feature) => `${feature}=()`), 'screen-wake-lock=(self)'].join(', '))
      next()
    },
  ]
}
