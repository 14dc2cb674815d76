/** From where somebody asks, for limits only. */
import type { IncomingMessage } from 'node:http'
import type { Express } from 'express'

type Asked = Pick<IncomingMessage, 'headers' | 'socket'> & { ip?: string | undefined }

/** The address of the device, proxies that are trusted counted away; `null` behind a proxy that is not: it speaks for whoever comes through it. */
export const homeOf = ({ ip, headers, socket }: Asked): string | null => {
  const through = ['x-forwarded-for', 'forwarded', 'via'].some((name) => headers[name] !== undefined)
  return ip === undefined || (through && ip === socket.remoteAddress) ? null : ip
}

/** The same for a request that Express does not see. */
export const homeOfUpgrade = (app: Express, { headers, socket }: IncomingMessage): string | null =>
  homeOf(Object.assign(Object.create(app.request), { headers, socket }) as Asked)
