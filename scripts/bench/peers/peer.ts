/** What is measured: the product and those it is compared with, each behind the same few words so that the load side costs the same. */
import type { Seen } from '../load/seen.ts'
import type { Traffic } from '../load/traffic.ts'

/** On so many lines is written, in turn, unless somebody says otherwise. */
export const writing = 50

export const peerNames = ['relay', 'hocuspocus', 'pleinbord'] as const
export type PeerName = (typeof peerNames)[number]

export type Peer = {
  name: PeerName
  pid(): number
  /** A board with nothing on it, and one reader who stays, so that nobody unloads it. */
  room(seen: Seen): Promise<Room>
  stop(): Promise<void>
}
export type Room = {
  traffic: Traffic
  /** So many ideas on the board, marked from 0 on, before anybody is measured. */
  fill(ideas: number): Promise<void>
  /** Those of these phones who write what the room sees at once, on so many lines (fifty). */
  writers(phones: readonly Phone[], lines?: number): readonly Writer[]
  /** Devices of coaches, where there are such: they may write more in a second than a phone may. */
  desks?(lines?: number): Promise<readonly Writer[]>
  /** Somebody who was given whatever is needed to come in. `place`: under which number `seen` hears of it; `null`: it does not. */
  phone(place: number | null): Promise<Phone>
  /** What is wrong with what stands there now, in words: whole replicas are compared where there are any. */
  problems(): Promise<string[]>
  close(): Promise<void>
}
export type Writer = {
  /** Resolves when it was answered; where nobody answers, at once. Rejects when it was refused. */
  post(mark: number): Promise<void>
}
export type Phone = Writer & {
  /** Opens its lines. Resolves with how many ideas the board held that it was given. */
  arrive(): Promise<number>
  /** Closes its lines; it can arrive again. */
  leave(): void
}
