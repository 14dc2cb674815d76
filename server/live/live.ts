/** The live side of the server: the Pleinen, and both kinds of socket on one HTTP server. */
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { PleinId, Stage } from '../../shared/domain/state.ts'
import { closes } from '../../shared/wire/closes.ts'
import { createCasts } from '../practice/casts.ts'
import type { ServerWorld } from '../world.ts'
import type { Counted } from './contract.ts'
import type { Place, PlaceParts } from './place.ts'
import { createPleins, type Pleins } from './pleins.ts'
import { createRooms, type Rooms } from './rooms.ts'
import { seldom } from './seldom.ts'
import { attachSockets } from './sockets.ts'
import { createYjs } from './yjs.ts'

export type LiveParts = PlaceParts & {
  world: ServerWorld
  /** Whether a page of this request's origin may speak to us. */
  allows: (request: IncomingMessage) => boolean
  /** Somebody of this Plein is connected from there; the answer ends it. */
  entered: (request: IncomingMessage, plein: PleinId) => () => void
  /** For who watches the server: what was refused or closed, by its code and by nothing else. */
  watch: (request: IncomingMessage) => Counted
}

export type Live = {
  pleins: Pleins
  rooms: Rooms
  /** For the door: what a Plein is now, of what is on disk. */
  state(plein: PleinId): Promise<{ stage: Stage; doorLocked: boolean; doorAsks: boolean } | null>
  attach(http: HttpServer): void
  /** Completes what was left when the last server stopped, and from then on what falls due. */
  begin(): void
  /** How many are connected, for `/metrics`. */
  counts(): Promise<{ pleins: number; broken: number; rebuilt: number; unchecked: number; sockets: number; readers: number }>
  /** Refuses what is new, finishes what waits, asks everybody to come back. Within five seconds. */
  drain(): Promise<void>
}

const tidyEvery = 60_000
const isPowerOfTwo = (count: number): boolean => (count & (count - 1)) === 0
const finishWithin = 2000
/** A list of a hundred devices for each desk: not for each claim of a link that is being spent. */
const devicesEvery = 1000
/** Milliseconds in which lines may end by themselves; one of a phone that is asleep never does. */
const goodbye = 500

export const createLive = (parts: LiveParts): Live => {
  const { access, limits, log, world, say, store, vault, timers, allows, entered, watch } = parts
  const pleins = createPleins(parts)
  let draining = false
  const casts = createCasts({ store, world, timers, speed: Math.max(1, limits.practiceSpeed) }, limits.practiceRooms)
  const shared = {
    pleins,
    access,
    limits,
    log,
    say,
    now: world.now,
    draining: () => draining,
    allows,
    entered,
    watch,
    coachCame: casts.coachCame,
  }
  const yjs = createYjs(shared)
  let io: ReturnType<typeof attachSockets> | null = null
  let stopTidying: (() => void) | null = null
  /** The connections under the lines of both kinds: they are not of HTTP any more, and it waits for them. */
  const lines = new Set<Duplex>()

  /** To who is in this Plein now. One row on disk that cannot be read costs what was to be told, and not the process with all other Pleinen in it. */
  const inside = (plein: PleinId, tell: (place: Place) => unknown): void => {
    pleins
      .here(plein)
      .then((place) => place && tell(place))
      .catch((problem: unknown) => log.error({ plein, problem: String(problem) }, 'who is in could not be told'))
  }
  access.onRevoked((plein, seats) =>
    inside(plein, ({ room, hall, readers }) => {
      const of = new Set(seats)
      room.revoked(seats)
      hall.bye(({ who }) => of.has(who.seat), 'revoked')
      readers.close((_, { who }) => of.has(who.seat), closes.token)
    }),
  )
  access.onClaimed((plein, role) => inside(plein, ({ hall }) => hall.tellRoles(['coach'], 'notice', { notice: 'device-claimed', role })))
  access.onCarried((plein, rows) => inside(plein, ({ intake }) => intake.takeOwn(rows)))
  access.onDevices(
    seldom(timers, devicesEvery, (plein) =>
      inside(plein, async ({ hall }) => hall.tellRoles(['coach'], 'own', { devices: await access.devices(plein) })),
    ),
  )
  access.onWaiting((plein) => inside(plein, ({ crowd }) => crowd.changed()))
  access.onJoinChanged((plein) =>
    inside(plein, async ({ hall, joinInfo }) => {
      for (const guest of [...hall.guests()]) {
        if (guest.who.role !== 'coach' && guest.who.role !== 'screen') continue
        const join = await joinInfo(guest)
        if (join) guest.tell('own', { join })
      }
    }),
  )

  const tidy = (): void => {
    stopTidying = timers.after(tidyEvery, () => {
      pleins
        .inspect()
        .then(asleep?.size === 0 ? undefined : wake)
        .then(pleins.tidy)
        .catch((problem: unknown) => log.error({ problem: String(problem) }, 'tidying up failed'))
        .finally(() => draining || tidy())
    })
  }
  /** Pleinen that could not be opened at the start; `null`: nobody knows which there are. What kept them may pass, and with nobody there nothing else
   *  closes them for good. */
  let asleep: ReadonlySet<PleinId> | null = null
  let woken = 0
  const wake = async (): Promise<void> => {
    woken += 1
    // Of one that is damaged all is read up to the damage: ever more seldom.
    if (!isPowerOfTwo(woken)) return
    const before = asleep
    const still = new Set<PleinId>()
    for (const { plein, stage } of await store.list()) {
      if (stage === 'prepared' || draining || before?.has(plein) === false) continue
      await pleins.open(plein).catch((problem: unknown) => {
        if (!before?.has(plein)) log.error({ plein, problem: String(problem) }, 'a Plein could not be opened')
        still.add(plein)
      })
    }
    asleep = still
    // Of a Plein that cannot be read nobody knows which keys it needs.
    if (draining || still.size > 0) return
    const swept = await vault.sweep()
    if (swept > 0) log.info({ keys: swept }, 'keys without a round were destroyed')
  }

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    lines.add(socket)
    socket.once('close', () => lines.delete(socket))
    const url = request.url ?? ''
    if (url.startsWith('/socket.io/')) return
    if (url.startsWith('/yjs/') && allows(request)) {
      yjs.upgrade(request, socket, head)
      return
    }
    socket.on('error', () => socket.destroy())
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  }

  return {
    pleins,
    rooms: createRooms(pleins, world),
    state: async (id) => (await pleins.open(id))?.room.state() ?? null,
    attach: (http) => {
      io = attachSockets(http, shared)
      http.on('upgrade', upgrade)
    },
    begin: () => {
      // Rounds and Pleinen whose taking back ended while nobody was serving are completed, not left for the next visitor.
      wake()
        .then(() => pleins.tidy())
        .catch((problem: unknown) => log.error({ problem: String(problem) }, 'waking up failed'))
        .finally(() => draining || tidy())
    },
    counts: async () => {
      const places = await pleins.all()
      return {
        pleins: places.length,
        broken: places.filter(({ room }) => room.isBroken()).length,
        rebuilt: places.filter(({ room }) => room.wasRebuilt()).length,
        unchecked: places.filter(({ room }) => room.isUnchecked()).length,
        sockets: places.reduce((sum, { hall }) => sum + hall.size(), 0),
        readers: places.reduce((sum, { readers }) => sum + readers.size(), 0),
      }
    },
    drain: async () => {
      if (draining) return
      draining = true
      stopTidying?.()
      casts.stop()
      const places = await pleins.all()
      const finished = Promise.all(
        places.flatMap(({ room, draft, stage, intake, blog }) => [
          room.idle(),
          draft.idle(),
          stage.idle(),
          intake.idle(),
          blog.text.idle(),
        ]),
      )
      await Promise.race([finished, new Promise<void>((resolve) => timers.after(finishWithin, resolve))])
      for (const { hall } of places) {
        hall.tellRoles(['coach', 'owner', 'participant', 'screen'], 'notice', { notice: 'restarting' })
        hall.bye(() => true, 'restarting')
      }
      // Nobody is held back: until this process is gone the next one cannot begin, and a room that waits for it is spread by its own chance.
      yjs.restart()
      const engine = io?.engine
      // Closing the engine throws away what it has not written yet, the goodbye too.
      for (let waited = 0; lines.size + (engine?.clientsCount ?? 0) > 0 && waited < goodbye; waited += 10) {
        await new Promise<void>((resolve) => timers.after(10, resolve))
      }
      for (const place of places) place.close()
      // Not `io.close()`: that would close the HTTP server too, which is not ours.
      engine?.close()
      for (const line of lines) line.destroy()
    },
  }
}
