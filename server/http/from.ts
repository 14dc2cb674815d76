/** From where somebody asks, for limits only. */
import type { IncomingMessage } from 'node:http'
import type { Express } from 'express'
import { networkOf } from './network.ts'

type Asked = Pick<IncomingMessage, 'headers' | 'socket'> & { ip?: string | undefined }

/** The address of the device, proxies that are trusted counted away; `null` behind a proxy that is not: it speaks for whoever comes through it. */
export const homeOf = ({ ip, headers, socket }: Asked): string | null => {
  const through = ['x-forwarded-for', 'forwarded', 'via'].some((name) => headers[name] !== undefined)
  return ip === undefined || (through && ip === socket.remoteAddress) ? null : ip
}

/** The same for a request that Express does not see. */
const asked = (app: Express, { headers, socket }: IncomingMessage): Asked =>
  Object.assign(Object.create(app.request), { headers, socket }) as Asked
export const homeOfUpgrade = (app: Express, request: IncomingMessage): string | null => homeOf(asked(app, request))

/** The network that a request which Express does not see comes from, as the log counts it. */
export const networkOfUpgrade = (app: Express, request: IncomingMessage): string =>
  networkOf(asked(app, request).ip ?? request.socket.remoteAddress ?? '')
