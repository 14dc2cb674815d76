import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { closes } from '../../shared/wire/closes.ts'
import type { BoardMaps, DeskMaps } from '../../shared/wire/documents.ts'
import { type Hello, stageText, type TextName } from '../../shared/wire/messages.ts'
import type { LiveSocket } from './carriedSocket.ts'
import { firstPicture } from './firstPicture.ts'
import type { makePace, Pace } from './pace.ts'
import { type Link, makeLink } from './provider.ts'
import { makeReplica, type Replica } from './replica.ts'
import { makeShowing, type Showing } from './showing.ts'

export type DocumentName = 'board' | 'desk'
/** All of them, or it does not compile: a map that is not followed is on no page. */
const named = <M>(maps: Record<keyof M & string, true>): readonly string[] => Object.keys(maps)
export const boardMaps = named<BoardMaps>({
  meta: true,
  plein: true,
  phases: true,
  framings: true,
  ideas: true,
  places: true,
  clusters: true,
  rounds: true,
  moods: true,
})
export const deskMaps = named<DeskMaps>({
  meta: true,
  ideas: true,
  places: true,
  clusters: true,
  rounds: true,
  marks: true,
  owner: true,
  merged: true,
  undo: true,
})

/** A co-written text as it is now. `ready` is false before its first sync: typing on a client id that was used before would make a clash. */
export type SharedText = {
  doc: Y.Doc
  /** Where others write in it, where that is told; else `null`. */
  awareness: Awareness | null
  ready: boolean
  live: boolean
  /** Everything that was typed here is on the server's disk. */
  saved: boolean
}

export type Documents = {
  replica: (name: DocumentName) => Replica
  text: (name: TextName) => SharedText | null
  /** Whether somebody looks at the text that everybody may read, which is opened for no other reason: it would be a line more for each phone. */
  look: (at: boolean) => void
  onText: (listener: () => void) => () => void
  /** The server has stored one write of this seat; `document` is a full name, `vector` the state vector of all that is stored (base64). */
  saved: (document: string, vector: string) => void
  /** Opens what `names` tells, leaves what is no longer named; a name with a new epoch gets a fresh Y.Doc. A co-written text is not opened
   *  without a client id. The first picture of what is `large` is fetched packed. */
  open: (hello: Pick<Hello, 'documents' | 'large' | 'textClient'>) => void
  /** See `Showing`. */
  hurry: Showing['hurry']
  reconnect: () => void
  /** Asks on each line whether it is there; one that says nothing for `silence` milliseconds is taken anew. */
  probe: (silence?: number) => void
  close: () => void
}

export type DocumentsOptions = {
  origin: string
  plein: string
  token: string
  socket: LiveSocket
  /** The server refused a document with this close code. */
  onRefused: (code: number) => void
  /** A document lost its line. */
  onLost: () => void
  /** So many milliseconds without an answer to a write: the line is taken anew. */
  silence: number
  /** For texts that are written together; `null` where nobody does, then none is opened. */
  makePace: typeof makePace | null
  /** The words of a text as somebody typed them, until they are stored; then ''. */
  onUnsaved?: (name: TextName, root: string, words: string) => void
  /** The text is here no more, or goes on as another one: what was typed in it and is not known to be stored can go nowhere. */
  onLeft?: (name: TextName, root: string) => void
  showing?: Showing
  WebSocketPolyfill?: typeof WebSocket
}

/** `unsaved`: names of the texts in which something was typed that is not known to be stored. `pace`: of a text. `refused`: the server takes
 *  nothing under the id that this document writes with. `former`: the one that it takes the place of, until what was not stored is in it. */
type Opened = {
  full: string
  doc: Y.Doc
  link: Link
  synced: boolean
  unsaved: Set<string>
  pace: Pace | null
  awareness: Awareness | null
  textClient: number | null
  refused: boolean
  former: Pick<Opened, 'doc' | 'unsaved'> | null
}
/** Milliseconds until a text that was full is asked again. */
const fullAgain = 30_000
/** In these it is told where the other one writes. */
const withCarets: ReadonlySet<string> = new Set<TextName>(['text/intake-coaches', 'text/intake-room'])

const vectorOf = (base64: string): ReadonlyMap<number, number> =>
  Y.decodeStateVector(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)))

export const makeDocuments = (options: DocumentsOptions): Documents => {
  const { origin, plein, token } = options
  const { gather, hurry } = options.showing ?? makeShowing()
  const replicas: Record<DocumentName, Replica> = { board: makeReplica(boardMaps, gather), desk: makeReplica(deskMaps, gather) }
  const opened = new Map<string, Opened>()
  const textListeners = new Set<() => void>()
  const tellText = () => {
    for (const listener of [...textListeners]) listener()
  }
  let texts = new Map<string, SharedText>()
  let looked = false
  let told: Pick<Hello, 'documents' | 'large' | 'textClient'> | null = null

  const showText = (name: string) => {
    const it = opened.get(name)
    texts = new Map(texts)
    const saved = it?.unsaved.size === 0 && it.former === null
    if (it) texts.set(name, { doc: it.doc, awareness: it.awareness, ready: it.synced, live: it.link.live(), saved })
    else texts.delete(name)
    tellText()
  }

  const leave = (name: string, former: Opened['former'] = null) => {
    const it = opened.get(name)
    if (!it) return
    opened.delete(name)
    if (former === null) for (const root of (it.former ?? it).unsaved) options.onLeft?.(name as TextName, root)
    it.link.destroy()
    it.pace?.stop()
    it.doc.destroy()
    if (name.startsWith('text/')) showText(name)
  }

  const enter = (
    name: string,
    full: string,
    { textClient, large = [] }: Pick<Hello, 'textClient' | 'large'>,
    former: Opened['former'] = null,
  ) => {
    leave(name, former)
    const isText = name.startsWith('text/')
    // The server accepts prose only from ids that it has handed to this seat: what is typed under another one would never be stored.
    if (isText && (options.makePace === null ? name !== stageText : textClient === null)) return
    const doc = new Y.Doc()
    if (isText && textClient !== null) doc.clientID = textClient
    const shown = isText ? null : replicas[name as DocumentName].follow(doc)
    const pace = isText
      ? (options.makePace?.({ silence: options.silence, onSilent: () => opened.get(name)?.link.reconnect() }) ?? null)
      : null
    const awareness = withCarets.has(name) ? new Awareness(doc) : null
    awareness?.setLocalState(null)
    const link = makeLink({
      address: `${origin.replace(/^http/, 'ws')}/yjs/${plein}`,
      document: full,
      token,
      doc,
      socket: options.socket,
      onRefused: (code) => {
        // A line that was left for a newer epoch may still hear its own close: the new document must not be taken for it.
        if (opened.get(name)?.doc !== doc) return
        if (code === closes.epoch) leave(name)
        if (code === closes.forbidden && isText) opened.get(name)!.refused = true
        options.onRefused(code)
        // Taking away makes room: what was shortened meanwhile goes along with the words that found none.
        if (code === closes.full) setTimeout(() => opened.get(name)?.doc === doc && opened.get(name)?.link.reconnect(), fullAgain)
      },
      onSynced: () => {
        const it = opened.get(name)
        if (it?.doc !== doc) return
        it.synced = true
        // Yjs takes another id when it sees its own among what it receives; the server would refuse that one.
        if (isText && textClient !== null && doc.clientID !== textClient) doc.clientID = textClient
        if (it.former) carry(name, it, it.former)
        shown?.show()
        if (isText) showText(name)
      },
      onLost: () => {
        pace?.stop()
        if (isText && opened.get(name)?.doc === doc) showText(name)
        options.onLost()
      },
      ...(options.WebSocketPolyfill ? { WebSocketPolyfill: options.WebSocketPolyfill } : {}),
      ...(large.some((one) => one === name) ? { first: (left) => firstPicture({ origin, plein, document: full, token }, left) } : {}),
      ...(pace ? { over: pace.over } : {}),
      ...(awareness ? { awareness } : {}),
    })
    opened.set(name, { full, doc, link, synced: false, unsaved: new Set(), pace, awareness, textClient, refused: false, former })
    if (!isText) return
    doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local, changed }: Y.Transaction) => {
      const it = opened.get(name)
      if (!local || it?.doc !== doc) return
      for (const [root, type] of doc.share) {
        if (!changed.has(type)) continue
        it.unsaved.add(root)
        options.onUnsaved?.(name as TextName, root, type.toString())
      }
      showText(name)
    })
    showText(name)
  }

  /** What was stored meanwhile is no longer on its way. */
  const carry = (name: string, it: Opened, { doc, unsaved }: NonNullable<Opened['former']>) => {
    it.former = null
    it.pace?.carry(doc, it.doc, unsaved)
    for (const root of unsaved) if (!it.unsaved.has(root)) options.onUnsaved?.(name as TextName, root, '')
  }
  const follow = (name: string, full: string, hello: Pick<Hello, 'textClient' | 'large'>) => {
    const it = opened.get(name)
    if (it?.full !== full) return enter(name, full, hello)
    // The server knows the former id no more (its seat was laid bare meanwhile), and would refuse each word under it.
    if (it.refused && hello.textClient !== null && hello.textClient !== it.textClient) enter(name, full, hello, it.former ?? it)
  }

  return {
    replica: (name) => replicas[name],
    text: (name) => texts.get(name) ?? null,
    onText: (listener) => {
      textListeners.add(listener)
      return () => textListeners.delete(listener)
    },
    saved: (document, vector) => {
      for (const [name, it] of opened) {
        if (it.full !== document || it.pace === null) continue
        it.pace.saved(vectorOf(vector))
        if (it.unsaved.size === 0 || !it.pace.empty()) continue
        for (const root of it.unsaved) options.onUnsaved?.(name as TextName, root, '')
        it.unsaved.clear()
        showText(name)
      }
    },
    look: (at) => {
      // Who writes keeps it: letters may be on their way, and a fresh document under the same id would not know them.
      looked = at || options.makePace !== null
      const full = told?.documents[stageText]
      if (!looked) leave(stageText)
      else if (told && full !== undefined && !opened.has(stageText)) enter(stageText, full, told)
    },
    open: (hello) => {
      told = hello
      for (const name of [...opened.keys()]) if (!(name in hello.documents)) leave(name)
      for (const [name, full] of Object.entries(hello.documents))
        if (full !== undefined && (looked || name !== stageText)) follow(name, full, hello)
    },
    hurry,
    reconnect: () => {
      for (const it of opened.values()) it.link.reconnect()
    },
    probe: (silence = options.silence) => {
      for (const it of opened.values()) it.link.probe(silence)
    },
    close: () => {
      told = null
      for (const name of [...opened.keys()]) leave(name)
    },
  }
}
