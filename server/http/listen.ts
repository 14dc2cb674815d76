/** The HTTP server itself: how long a request may take to arrive, and what is said to one that cannot be understood. */
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Limits } from '../limits.ts'
import { type Settings, WrongSetting } from '../settings.ts'
import { bareHeaders } from './headers.ts'

const statusLines: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

export const createHttp = (app: RequestListener, { requestTime }: Pick<Limits, 'requestTime'>): Server => {
  // Checked twice a second: a request that never ends may hold its socket only a little longer than its time.
  const http = createServer(
    { requestTimeout: requestTime, headersTimeout: requestTime, keepAliveTimeout: 10_000, connectionsCheckingInterval: 500 },
    app,
  )
  http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
    const line = statusLines[error.code ?? ''] ?? '400 Bad Request'
    const status = Number.parseInt(line, 10)
    const body = JSON.stringify({ type: 'urn:pleinbord:problem:bad-request', title: line.slice(4), status, code: 'bad-request' })
    const length = `${Buffer.byteLength(body)}`
    const headers = { ...bareHeaders, 'Content-Type': 'application/problem+json', 'Content-Length': length, Connection: 'close' }
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    socket.end(`HTTP/1.1 ${line}\r\n${head.join('\r\n')}\r\n\r\n${body}`)
  })
  return http
}

const sentenceFor = (code: string | undefined, { port, host }: Pick<Settings, 'port' | 'host'>): string => {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program; stop that one, or choose another PORT.`
    case 'EACCES':
      return `Port ${port} may not be used without more rights; choose a PORT of 1024 or higher.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is "${host}" but this machine has no such address; leave HOST out to listen on all of them.`
    default:
      return `The server cannot listen on PORT ${port}${host === null ? '' : ` of HOST ${host}`} (${code}).`
  }
}

/** Who knocks while this process is busy waits in the kernel. Beyond Node's 511 a room that comes back together would be passed over in silence, and try again after
 *  one, three, seven, fifteen and thirty-one seconds. The kernel takes what it may have (4096 on Linux). */
const backlog = 8192

/** The port that was got (another one than asked when that was 0). Throws `WrongSetting`. */
export const listen = async (http: Server, { port, host }: Pick<Settings, 'port' | 'host'>): Promise<number> => {
  http.listen(host === null ? { port, backlog } : { port, host, backlog })
  try {
    await once(http, 'listening')
  } catch (error) {
    throw new WrongSetting(sentenceFor((error as NodeJS.ErrnoException).code, { port, host }))
  }
  return (http.address() as AddressInfo).port
}
