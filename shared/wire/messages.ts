/** Socket.io: what either side says. Client → server is one event, `command`. */

import type { OwnCard } from '../domain/cards/mine.ts'
import type { DeskCard } from '../domain/cards/told.ts'
import type { CommandType } from '../domain/commands.ts'
import type { IntakeAuthor, IntakeCircle, IntakeQuestion } from '../domain/intake/talk.ts'
import type { NameCheck } from '../domain/names/told.ts'
import type { RefusalCode } from '../domain/refusals.ts'
import type { Dots, Locale, PhaseId, Role, RoundId } from '../domain/state.ts'
import type { PhaseTap, TapCounts, TapValue } from '../domain/taps/taps.ts'

export const PROTOCOL = 1

/** Document versions (`meta.v`) that an answer or `may` presupposes; show its effect when the document has reached it. */
export type Versions = { board: number; desk?: number }
/** `id`: made by the client (128 bits or more, base64url); the same id gets the first answer again. */
export type CommandMessage = { id: string; type: CommandType } & Record<string, unknown>
/** `retry`: send the same id again later. `rejected`: not accepted, keep the draft. `upgrade`: load the page anew. */
export type Remedy = 'retry' | 'rejected' | 'upgrade'
export type WireError = { code: RefusalCode; message: string; remedy: Remedy } & Record<string, unknown>
/** The answer to an anonymous command, or to one that changed no document, has no `versions`. Further fields depend on the command. */
export type Answer = ({ ok: true; versions?: Versions } & Record<string, unknown>) | { ok: false; error: WireError }

/** What one person's own things are now, in answer to `mine { keys }`: `{ ok: true, ideas: Record<key, Mine> }`; unknown keys are absent. */
export type Mine = {
  state: 'waiting' | 'shared' | 'hidden' | 'withdrawn'
  idea: string
  as: string
  text: string
  edit: string | null
  phase: string
  cluster: string | null
  who: string | null
  by: string | null
  day?: string
  /** Its author is asked whether the name of its group carries it, and has not answered. Absent: no. */
  asked?: true
}
/** A card of one's own, in the same answer at `cards: Record<key, MyCard>`, which is absent when there is none. */
export type MyCard = OwnCard

/** Co-written texts: the draft of the next wording, what is written before the eyes of the room, the intake in its three circles, and the blog
 *  of the day after. */
export const textNames = ['text/draft', 'text/stage', 'text/intake-own', 'text/intake-coaches', 'text/intake-room', 'text/blog'] as const
export type TextName = (typeof textNames)[number]
/** Read by everybody; opened while it is looked at, and not before. */
export const stageText = 'text/stage' satisfies TextName
export const circleText = (circle: IntakeCircle) => `text/intake-${circle}` as const

export type May = { commands: CommandType[]; versions: Versions }
export type Own = {
  perspective: string | null
  /** Own ballots of rounds that are not counted. */
  ballots: Record<RoundId, Dots>
  /** The phase for which this seat said to be ready. */
  ready: string | null
  hand: boolean
  /** What this seat gave with one tap: under `pulse`, `mood-before/<phase>`, `mood-after/<phase>`, `resonance/<phase>`. */
  taps: Record<string, TapValue>
}
/** What is the owner's alone: their marks, and their word also while a coach keeps it from the room. */
export type OwnersOwn = { marks: string[]; word: { text: string | null; hidden: boolean } }
/** What a phone needs to get in; for coaches and screens. */
export type JoinInfo = {
  code: string
  ticket: string /** origin to show */
  address: string /** all origins of this machine to choose from; to coaches, else none */
  addresses: string[]
}
/** A device that is in as coach, owner or screen. `device`: a name that says nothing. `since`: to the minute; `null`: before that was kept. */
export type Device = { device: string; role: 'coach' | 'owner' | 'screen'; since: number | null }
export type Hello = {
  protocol: typeof PROTOCOL
  now: number
  role: Role
  plein: { id: string; locale: Locale }
  /** Own seat id, to coaches only (to tell own steps from another coach's). */
  seat: string | null
  may: May
  own: Own
  /** Full names (with epoch) of the documents that this role may open, e.g. `{ board: 'board~x1.1' }`. */
  documents: Partial<Record<'board' | 'desk' | TextName, string>>
  /** Of these documents, those of which the first picture had better be fetched packed, see `docs/protocol.md`. Absent: none. */
  large?: ('board' | 'desk')[]
  /** Client id to set on a fresh Y.Doc of a co-written text. `null`: this role writes none, or none could be stored now; see `docs/protocol.md`. */
  textClient: number | null
  join: JoinInfo | null
  /** Contributions whose authors were stopped for the phase of now; to coaches only. It says nothing about any other one. */
  muted: string[]
  /** How safe it feels, to coaches only; `null`: fewer than five people said so. A new picture comes when five of them say something else. */
  pulse: TapCounts<'pulse'> | null
  /** Cards for the coaches alone, and what authors say of the names of groups; to coaches only. They stand in no document and no event. */
  cards: DeskCard[]
  names: NameCheck[]
  /** To the owner alone, on each device. */
  owner?: OwnersOwn
  /** To coaches alone, right after hello and whenever it changes: which devices are in, and which of them this one is. */
  devices?: Device[]
  device?: string
  /** Longest text of an idea, in code points. */
  maximum: number
}
/** Each field only when it changed. */
export type OwnMessage = {
  may?: May
  own?: Own
  join?: JoinInfo
  muted?: string[]
  pulse?: TapCounts<'pulse'> | null
  cards?: DeskCard[]
  names?: NameCheck[]
  owner?: OwnersOwn
  devices?: Device[]
  device?: string
  documents?: Hello['documents']
}
/** Of a screen, the narrowest first: below 3 : 2, between, and from 177 : 100. */
export const shapes = ['4:3', '16:10', '16:9'] as const
export type Shape = (typeof shapes)[number]
/** Counts only. */
export type Crowd = {
  now: number
  /** Of which `written`, `ready`, `hands`, `voted` and `taps` are: this message and the board come in either order. */
  phase: PhaseId | null
  present: number
  joined: number
  coaches: number
  screens: number
  owners: number
  /** Seats that contributed; `null`: one or two. */
  written: number | null
  /** The round of the phase that is open; rounds of other phases may be open beside it. */
  round: RoundId | null
  /** Phones that voted in it. */
  voted: number | null
  /** Ballots that the server keeps and cannot open, because the key of their round is gone; rounds that have none are absent. */
  unopened: Record<RoundId, number>
  /** Numbers of the slips of paper in rounds that are open, where there are any; to coaches only. */
  slips?: Record<RoundId, number[]>
  /** Seats that said to be ready with it. */
  ready: number
  /** Raised hands. */
  hands: number
  /** Of the taps that the phase of now asks for; `null`: fewer than three people gave one. A new picture comes when three of them give another.
   *  Absent: it asks for none. */
  taps?: { [T in PhaseTap]?: TapCounts<T> | null }
  /** Phones without a WebSocket: everything reaches them by slower messages. */
  fallback: number
  /** The narrowest of the screens that are here; `16:9` without one. What fits on a page is counted for it. */
  shape: Shape
  /** How many wait before a door that asks; to coaches only. */
  waiting?: number
  /** By what to name the first and the last of them, see `door.admit`; to coaches only. A mark is drawn for each, and says nothing of anybody. */
  line?: { first: string; last: string } | null
}
export type Notice =
  | { notice: 'device-claimed'; role: Role }
  /** An answer of the intake went to a wider circle; to the owner and the coaches. */
  | { notice: 'intake-widened'; question: IntakeQuestion; by: IntakeAuthor; circle: IntakeCircle }
  | { notice: 'storage-failed' }
  | { notice: 'storage-recovered' }
  | { notice: 'restarting' }
export type ByeReason = 'revoked' | 'deleted' | 'replaced' | 'restarting'

export type ServerToClient = {
  hello: (hello: Hello) => void
  own: (own: OwnMessage) => void
  crowd: (crowd: Crowd) => void
  notice: (notice: Notice) => void
  bye: (bye: { reason: ByeReason }) => void
  /** The y-websocket frames where WebSocket is blocked; `data` is base64. */
  doc: (frame: { document: string; data: string }) => void
  /** An update that this seat wrote to a co-written text is on disk. `document`: full name; `vector`: base64 of the state vector of all
   *  that is stored, so that the client can tell which of its own keystrokes are in it. */
  saved: (saved: { document: string; vector: string }) => void
}
export type ClientToServer = {
  command: (message: CommandMessage, answer: (answer: Answer) => void) => void
  /** `data: null` opens the document; `closed: true` leaves it. The server closes with `{ document, code }` in the answer. */
  doc: (
    frame: { document: string; data: string | null; closed?: boolean },
    answer?: (result: { ok: boolean; code?: number }) => void,
  ) => void
}
