import { io } from 'socket.io-client'
import type { Command } from '../../shared/domain/commands.ts'
import { closes } from '../../shared/wire/closes.ts'
import {
  type Answer,
  type ByeReason,
  type Crowd,
  type Hello,
  type May,
  type Notice,
  PROTOCOL,
  type Shape,
  type Versions,
} from '../../shared/wire/messages.ts'
import type { LiveSocket } from './carriedSocket.ts'
import { makeServerClock, type ServerClock, wallNow } from './clock.ts'
import { type Documents, type DocumentsOptions, makeDocuments } from './documents.ts'
import { jitter } from './random.ts'
import type { Showing } from './showing.ts'
import { paceTries } from './tries.ts'

export type ConnectionState = 'connecting' | 'live' | 'away' | 'ended'
/** Why it ended: what `bye` said, a token that the server does not know, or a server that does not speak this page's protocol any more. */
export type Ending = ByeReason | 'token-unknown' | 'protocol'
/** What the server has told, as one unchanging picture. */
export type Told = {
  connection: ConnectionState
  ending: Ending | null
  /** The last hello, with every later change of its parts in it, but `may` only as far as the documents have come. */
  hello: Hello | null
  crowd: Crowd | null
  /** The server is there, but has no room for this line now. */
  full: boolean
  notices: readonly Notice[]
}

export type Connection = {
  told: () => Told
  subscribe: (listener: () => void) => () => void
  clock: ServerClock
  documents: Documents
  /** One attempt. `null`: no answer came (line lost, or five seconds of silence, after which the line is taken anew). */
  attempt: (id: string, command: Command, until?: number, patience?: number) => Promise<Answer | null>
  /** Resolves at the next moment that the line is live, at once when it is; also when all is over. */
  whenLive: () => Promise<void>
  /** Resolves when the documents show at least this version, or after three seconds. */
  reached: (versions: Versions | undefined) => Promise<void>
  /** For moments when a line may have died silently, or may be had again: asks on each whether it is there, and takes it at once when it is away. */
  check: () => void
  /** A screen's shape, which the server is told when the line is taken; a change takes it anew. */
  shaped: (shape: Shape) => void
  /** Comes back after `replaced`. */
  resume: () => void
  dismiss: (notice: Notice) => void
  close: () => void
}

/** A text that was not there, or goes on under another name. */
const freshTexts = (before: Hello['documents'], now: Hello['documents']): boolean =>
  Object.entries(now).some(([name, full]) => name.startsWith('text/') && full !== before[name as keyof typeof before])

export const silence = 5000
/** Milliseconds between two checks: because a document lost its line / because somebody looks or the network says that it is back. */
const checkEvery = { lost: 10_000, asked: 3000 }
/** Milliseconds before hello is asked for again because the server could not store a client id: twice as long each time, up to `most`. */
const idAgain = { first: 2000, most: 30_000 }
const final: ReadonlySet<Ending> = new Set<Ending>(['revoked', 'deleted', 'protocol', 'replaced', 'token-unknown'])

/** A notice takes the place of an older one of its kind; that the disk is well again ends the alarm, and the other way round. */
const without = (notices: readonly Notice[], told: Notice): readonly Notice[] =>
  notices.filter((one) => {
    if (one.notice.startsWith('storage-') && told.notice.startsWith('storage-')) return false
    // Each answer that went further is told for itself.
    if (one.notice === 'intake-widened' && told.notice === 'intake-widened') return one.question !== told.question || one.by !== told.by
    return one.notice !== told.notice
  })

export type ConnectionOptions = {
  origin: string
  plein: string
  token: string
  /** See `DocumentsOptions`. */
  makePace: DocumentsOptions['makePace']
  onUnsaved?: DocumentsOptions['onUnsaved']
  onLeft?: DocumentsOptions['onLeft']
  showing?: Showing
  WebSocketPolyfill?: typeof WebSocket
}

export const openConnection = ({
  origin,
  plein,
  token,
  makePace,
  onUnsaved,
  onLeft,
  showing,
  WebSocketPolyfill,
}: ConnectionOptions): Connection => {
  const clock = makeServerClock()
  const listeners = new Set<() => void>()
  let told: Told = { connection: 'connecting', ending: null, hello: null, crowd: null, full: false, notices: [] }
  let coming: May | null = null
  let closed = false
  let lastCheck = 0
  let shape: Shape | null = null
  let saidShape: Shape | null = null
  let again: ReturnType<typeof setTimeout> | undefined
  let withoutId = 0

  const tell = (change: Partial<Told>) => {
    told = { ...told, ...change }
    for (const listener of [...listeners]) listener()
  }

  const socket: LiveSocket = io(origin, {
    auth: (say) => {
      saidShape = shape
      say({ token, protocol: PROTOCOL, ...(shape === null ? {} : { shape }) })
    },
    transports: ['websocket', 'polling'],
    // A network that blocks WebSocket is served by polling.
    tryAllTransports: true,
    reconnectionDelay: 300,
    timeout: 8000,
    forceNew: true,
  })
  paceTries(socket.io)

  const documents = makeDocuments({
    origin,
    plein,
    token,
    socket,
    onRefused: (code) => {
      if (code === closes.deleted) return end('deleted')
      if (code === closes.replaced) return end('replaced')
      // The words stay on this device; a new line would be asked for them again, and end by them.
      if (code === closes.full) return
      // A new epoch, or a right that changed: hello tells the names anew. With a pause, so that a mistake is no storm.
      clearTimeout(again)
      again = setTimeout(() => retake(), code === closes.epoch ? 200 + 800 * jitter() : 3000 + 2000 * jitter())
    },
    onLost: () => {
      if (told.connection === 'live') ask(checkEvery.lost)
    },
    silence,
    makePace,
    ...(onUnsaved ? { onUnsaved } : {}),
    ...(onLeft ? { onLeft } : {}),
    ...(showing ? { showing } : {}),
    ...(WebSocketPolyfill ? { WebSocketPolyfill } : {}),
  })

  const reachedNow = (versions: Versions): boolean => {
    if (documents.replica('board').version() < versions.board) return false
    return versions.desk === undefined || told.hello?.documents.desk === undefined || documents.replica('desk').version() >= versions.desk
  }
  /** `may` counts from the moment that what it rests on is on the page. */
  const settleMay = () => {
    if (coming === null || told.hello === null || !reachedNow(coming.versions)) return
    const may = coming
    coming = null
    tell({ hello: { ...told.hello, may } })
  }
  documents.replica('board').subscribe(settleMay)
  documents.replica('desk').subscribe(settleMay)

  const end = (ending: Ending) => {
    tell({ connection: 'ended', ending })
    socket.disconnect()
    documents.close()
  }
  const retake = () => {
    if (closed || told.connection === 'ended') return
    socket.disconnect()
    socket.connect()
  }
  const connectIn = (milliseconds: number) => {
    clearTimeout(again)
    again = setTimeout(() => !closed && told.connection !== 'ended' && socket.connect(), milliseconds)
  }
  const lacksText = (): boolean => told.hello?.documents['text/draft'] !== undefined && documents.text('text/draft') === null
  const due = (every: number): boolean => {
    if (wallNow() - lastCheck < every) return false
    lastCheck = wallNow()
    return true
  }
  const ask = (every: number) => {
    // Any answer will do, a refusal too.
    if (told.connection === 'live' && due(every)) void attempt('', { type: 'mine', keys: [] })
  }
  const check = () => {
    // Whoever comes back to the page sees it as it is.
    documents.hurry()()
    if (closed || told.connection === 'ended' || !due(checkEvery.asked)) return
    // Whoever wakes a phone should not have to wait for the end of a pause between two attempts.
    if (told.connection !== 'live') return retake()
    ask(0)
    documents.probe()
  }

  const reached = (versions: Versions | undefined): Promise<void> =>
    new Promise((resolve) => {
      if (versions === undefined || reachedNow(versions)) return resolve()
      const settle = () => {
        clearTimeout(timer)
        for (const stop of stops) stop()
        resolve()
      }
      const look = () => reachedNow(versions) && settle()
      const stops = [documents.replica('board').subscribe(look), documents.replica('desk').subscribe(look)]
      const timer = setTimeout(settle, 3000)
    })

  const attempt: Connection['attempt'] = (id, command, until, patience = silence) =>
    new Promise((resolve) => {
      if (!socket.connected || told.connection !== 'live') return resolve(null)
      // Who does something sees what came of it at the next frame, however busy the board.
      const calm = documents.hurry()
      const settle = (answer: Answer | null) => {
        clearTimeout(timer)
        socket.off('disconnect', lost)
        // What was told last may have travelled for long, or a clock was set since: all that is pressed would lapse until the next count. Not by an
        // answer of before that comes again.
        if (answer?.ok === false && Number(answer.error['now']) > clock.now()) clock.told(Number(answer.error['now']))
        void reached(answer?.ok ? answer.versions : undefined).then(calm)
        resolve(answer)
      }
      const lost = () => settle(null)
      const timer = setTimeout(() => {
        settle(null)
        retake()
        documents.reconnect()
      }, patience)
      socket.on('disconnect', lost)
      const named = { id: id || `check-${crypto.getRandomValues(new Uint32Array(4)).join('')}`, ...(until === undefined ? {} : { until }) }
      socket.emit('command', { ...named, ...command }, settle)
    })

  socket.on('hello', (hello) => {
    clock.told(hello.now)
    const returned = told.hello !== null
    const versionsKnown = returned && !reachedNow(hello.may.versions)
    coming = versionsKnown ? hello.may : null
    // Whether the disk still refuses is told anew after hello: its recovery may have been missed.
    const notices = told.notices.filter(({ notice }) => notice !== 'storage-failed')
    tell({
      connection: 'live',
      ending: null,
      full: false,
      notices,
      hello: versionsKnown && told.hello ? { ...hello, may: told.hello.may } : hello,
    })
    documents.open(hello)
    withoutId = lacksText() ? withoutId + 1 : 0
    if (saidShape !== shape) retake()
    else if (withoutId > 0) {
      clearTimeout(again)
      again = setTimeout(() => lacksText() && retake(), Math.min(idAgain.most, idAgain.first * 2 ** (withoutId - 1)) * (0.5 + jitter() / 2))
    }
    // The line that fell may have been shared by both sockets, and the other one may not know it yet.
    if (returned) documents.reconnect()
  })
  socket.on('own', (own) => {
    if (told.hello === null) return
    // A fresh Y.Doc of a co-written text needs a fresh client id, and only hello hands one out.
    if (own.documents && freshTexts(told.hello.documents, own.documents)) return retake()
    const { may, ...changed } = own
    if (may) coming = may
    tell({ hello: { ...told.hello, ...changed } })
    if (own.documents) documents.open({ documents: own.documents, textClient: told.hello.textClient })
    settleMay()
  })
  socket.on('saved', ({ document, vector }) => documents.saved(document, vector))
  socket.on('crowd', (crowd) => {
    clock.told(crowd.now)
    tell({ crowd })
  })
  socket.on('notice', (notice) => tell({ notices: [...without(told.notices, notice), notice] }))
  socket.on('bye', ({ reason }) => {
    if (final.has(reason)) end(reason)
  })
  socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
    const code = error.data?.code ?? error.message
    if (code === 'token-unknown' || code === 'plein-unknown') return end('token-unknown')
    if (code === 'protocol-unknown') return end('protocol')
    tell({ full: code === 'busy', ...(told.connection !== 'connecting' || told.hello !== null ? { connection: 'away' as const } : {}) })
    // After a refusal by the server Socket.io does not try again by itself.
    if (!socket.active) connectIn(1000 + 2000 * jitter())
  })
  socket.on('disconnect', (reason) => {
    if (closed || told.connection === 'ended') return
    tell({ connection: told.hello === null ? 'connecting' : 'away' })
    if (reason === 'io server disconnect') connectIn(300 + 2700 * jitter())
  })

  return {
    told: () => told,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clock,
    documents,
    attempt,
    whenLive: () =>
      new Promise((resolve) => {
        const look = () => {
          if (told.connection !== 'live' && told.connection !== 'ended' && !closed) return
          listeners.delete(look)
          resolve()
        }
        listeners.add(look)
        look()
      }),
    reached,
    check,
    shaped: (is) => {
      shape = is
      if (told.connection === 'live' && saidShape !== shape) retake()
    },
    resume: () => {
      tell({ connection: 'connecting', ending: null })
      socket.connect()
    },
    dismiss: (notice) => tell({ notices: told.notices.filter((it) => it !== notice) }),
    close: () => {
      closed = true
      clearTimeout(again)
      documents.close()
      socket.disconnect()
      for (const listener of [...listeners]) listener()
    },
  }
}
