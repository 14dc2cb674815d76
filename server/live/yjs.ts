/** The WebSocket line of a document: `/yjs/<plein>/<document>`, as the stock y-websocket provider speaks it. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { PleinId } from '../../shared/domain/state.ts'
import { closes } from '../../shared/wire/closes.ts'
import type { Access, Bearer } from '../access/contract.ts'
import type { Limits } from '../limits.ts'
import { createAlive } from './alive.ts'
import type { Counted, Log } from './contract.ts'
import { linesFor } from './lines.ts'
import type { Pleins } from './pleins.ts'
import type { Peer } from './readers.ts'
import { admitted, openReading } from './reading.ts'
import { wireOf } from './wire.ts'

export type YjsParts = {
  pleins: Pleins
  access: Pick<Access, 'bearer'>
  limits: Limits
  log: Log
  now: () => number
  draining: () => boolean
  watch: (request: IncomingMessage) => Counted
}

export type Yjs = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Everybody is asked to come back. */
  restart(): void
}

const protocol = 'pleinbord.v1'
/** Frames that may wait until the Plein is loaded: a provider says two or three. */
const mostEarly = 8

/** A line, and the connection under it. */
type Ends = { line: WebSocket; socket: Duplex }
type Wanted = { plein: PleinId; document: string; token: string | null }

const wantedOf = ({ url, headers }: IncomingMessage): Wanted | null => {
  const [, , plein, ...document] = (url ?? '').split('?')[0]!.split('/')
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim())
  const token = offered.find((one) => one.startsWith('token.'))?.slice('token.'.length) ?? null
  try {
    return { plein: decodeURIComponent(plein ?? ''), document: document.map(decodeURIComponent).join('/'), token }
  } catch {
    return null
  }
}

export const createYjs = ({ pleins, access, limits, log, now, draining, watch }: YjsParts): Yjs => {
  const Lines = linesFor(limits, now)
  const server = new Lines({
    noServer: true,
    clientTracking: true,
    maxPayload: limits.frameCoach,
    // Deflating the same frame for each phone anew costs ten times the work.
    perMessageDeflate: false,
    // The token is offered as a protocol too, and must never be echoed into a header that proxies log.
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  })
  const alive = createAlive()
  server.on('error', (problem) => log.error({ problem: problem.message }, 'the Yjs endpoint'))

  const counts = new WeakMap<WebSocket, Counted>()
  const end = (line: WebSocket, code: number): void => {
    // What is said, and not what comes back: somebody who is in the way answers with what they like.
    if (line.readyState === line.OPEN) counts.get(line)?.closed(code)
    line.close(code)
  }
  const open = async ({ line, socket }: Ends, wanted: Wanted | null, bearer: Bearer | null, early: Uint8Array[]): Promise<void> => {
    if (draining()) return end(line, closes.restart)
    if (wanted === null) return end(line, closes.unknown)
    if (bearer === null) return end(line, closes.token)
    if (bearer.plein !== wanted.plein) return end(line, closes.forbidden)
    const place = await pleins.open(bearer.plein).catch(() => undefined)
    if (place === undefined) return end(line, closes.restart)
    if (place === null) return end(line, closes.unknown)
    if (line.readyState !== line.OPEN) return
    const who = { seat: bearer.seat, role: bearer.role }
    const document = admitted(place, who, wanted.document)
    if (typeof document === 'number') return end(line, document)
    if (who.role === 'participant' && place.readers.size() >= limits.connectionsPerPlein) return end(line, closes.slow)
    const most = who.role === 'coach' ? limits.frameCoach : limits.framePhone
    const reading = openReading(place, document, wanted.document, peerOf({ line, socket }, who), bearer.own)
    const receive = (data: Uint8Array, binary: boolean): void => {
      if (!binary || data.byteLength > most) {
        reading.left()
        end(line, closes.frame)
      } else reading.receive(data)
    }
    line.on('message', (data, binary) => receive(data as Buffer, binary))
    line.on('close', reading.left)
    for (const data of early) receive(data, true)
  }

  const peerOf = ({ line, socket }: Ends, who: Peer['who']): Peer => ({
    who,
    send: (frame) => {
      if (line.readyState !== line.OPEN) return
      if (socket.writableLength > limits.sendBuffer) {
        // What waits would reach it too late to be worth its memory: it comes back and catches up by state vector.
        end(line, closes.slow)
        setTimeout(() => line.terminate(), 2000).unref()
        return
      }
      // Beside `line`, which would frame it anew for each reader: it writes whole frames and at once, so none can come in between.
      socket.write(wireOf(frame))
    },
    close: (code) => end(line, code),
  })

  const accept = (request: IncomingMessage, socket: Duplex, head: Buffer, wanted: Wanted | null, bearer: Bearer | null): void =>
    server.handleUpgrade(request, socket, head, (line) => {
      line.binaryType = 'nodebuffer'
      counts.set(line, watch(request))
      // The token is in them, and the line keeps the request.
      request.headers = {}
      request.rawHeaders = []
      alive.add(line, socket)
      line.on('error', () => line.terminate())
      // A provider speaks as soon as the line is open; the Plein may still be loading.
      const early: Uint8Array[] = []
      const wait = (data: unknown, binary: boolean): void => {
        if (!binary) return
        if (early.length < mostEarly) early.push(data as Buffer)
        // It comes back and says all of it again: of what was left out nobody would ever know.
        else end(line, closes.slow)
      }
      line.on('message', wait)
      open({ line, socket }, wanted, bearer, early)
        .catch((problem: unknown) => {
          log.error({ problem: String(problem) }, 'a document could not be opened')
          end(line, closes.restart)
        })
        .finally(() => line.off('message', wait))
    })

  return {
    upgrade: (request, socket, head) => {
      socket.on('error', () => socket.destroy())
      const wanted = wantedOf(request)
      const known = wanted?.token ? access.bearer(wanted.token) : Promise.resolve(null)
      // Kept for as long as the line is open, a dump of the memory would hold the tokens of all who are here.
      if (wanted) wanted.token = null
      known.then(
        (bearer) => !socket.destroyed && accept(request, socket, head, wanted, bearer),
        () => socket.destroy(),
      )
    },
    restart: () => {
      alive.stop()
      for (const line of server.clients) end(line, closes.restart)
    },
  }
}
