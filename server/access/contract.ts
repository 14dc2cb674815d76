/** Who is who: tokens, links, codes. The door of HTTP and of both sockets. */
import type { PleinId, Role, SeatId } from '../../shared/domain/state.ts'
import type { Device } from '../../shared/wire/messages.ts'
import type { StoredText } from '../store/contract.ts'

/** `own`: opens what an owner wrote for nobody else; kept as long as the line is open and no longer. */
export type Bearer = { plein: PleinId; seat: SeatId; role: Role; own?: Uint8Array }
export type LinkRole = 'coach' | 'owner' | 'screen'
export type Refused = {
  ok: false
  code:
    | 'busy'
    | 'code-unknown'
    | 'device-own'
    | 'device-unknown'
    | 'door-locked'
    | 'link-unknown'
    | 'nobody-waiting'
    | 'not-let-in'
    | 'nothing-changed'
    | 'plein-closed'
    | 'plein-sealed'
    | 'plein-unknown'
    | 'screen-code-unknown'
    | 'storage-failed'
    | 'token-unknown'
}

/** In (`again`: by a token that the device held), or before a door that asks: then `waiting` is the secret to ask again with. */
export type Joined = { ok: true; plein: PleinId; token: string; again?: true } | { ok: true; waiting: string } | Refused

/** What the organiser asks for: `id`, 256 bits that the device drew, and all that was asked as text. */
export type Wish = { id: string; body: string }
export type Wished = {
  plein: PleinId
  join: { code: string; ticket: string } | null
  secrets: Record<LinkRole, string>
}

export type Access = {
  /** `null` for an unknown, revoked or malformed token. Fast: cached in memory, the cache follows revocation at once. */
  bearer(token: string): Promise<Bearer | null>
  /** `held`: tokens that this device has. One of a participant of that very Plein is the answer, whatever its door does now: one phone has one seat (A15). */
  join(by: { code: string } | { ticket: string }, held?: readonly string[]): Promise<Joined>
  /** Of somebody before the door: let in by now? The same answer for ten minutes. A door that was opened meanwhile lets in at once. `held`: as in `join`. */
  awaited(secret: string, held?: readonly string[]): Promise<Joined>
  /** Lets in everybody who waits, or who has waited longest: a seat each, in one commit. `seen`: the mark of the first, or of the last of all, as a
   *  coach saw it; then that one, or those, and nobody who came after. */
  letIn(plein: PleinId, who: 'first' | 'all', seen?: string): Promise<{ ok: true } | Refused>
  /** Says no to who has waited longest; `seen`: to that one, or to nobody. */
  sendAway(plein: PleinId, seen?: string): Promise<{ ok: true } | Refused>
  /** The door was locked: who waits before it is forgotten, and hears that when they ask anew. */
  forgetWaiting(plein: PleinId): void
  /** How many wait before the door. */
  waiting(plein: PleinId): number
  /** By what a desk names the first and the last of them. */
  line(plein: PleinId): { first: string; last: string } | null
  /** `held`: tokens that this device has already; those of the same Plein and role end as soon as the new one is used, and what their owner wrote for nobody else goes
   *  along to the new one. */
  claim(secret: string, held?: readonly string[]): Promise<{ ok: true; plein: PleinId; role: LinkRole; token: string } | Refused>
  /** A new secret of a role's link, invented by the device; old link dead, its seats revoked but `keep`. */
  rotate(plein: PleinId, role: LinkRole, secret: string, keep: SeatId | null): Promise<{ ok: true } | Refused>
  /** New code and ticket; people who are in stay in, who waits before the door is forgotten. Of a Plein that is closed for good there is none: nobody joins it. */
  rotateJoin(plein: PleinId): Promise<{ ok: true; code: string; ticket: string } | Refused>
  /** A device without a link asks to be let in: shows `code`, polls with `secret`. In memory, for ten minutes, once.
   *  `network`: where it is; `busy` when too many wait there. */
  knock(network: string): { ok: true; code: string; secret: string } | Refused
  /** `by`: the coach who lets it in. */
  admit(plein: PleinId, code: string, role: 'screen' | 'coach', by: SeatId | null): Promise<{ ok: true } | Refused>
  /** Devices that are in as coach, owner or screen, and what a desk calls one. */
  devices(plein: PleinId): Promise<Device[]>
  device(seat: SeatId): string
  /** A coach ends another one: its token is worth nothing from now on. */
  endDevice(plein: PleinId, device: string, by: SeatId | null): Promise<{ ok: true } | Refused>
  knocked(secret: string): { ok: true; plein: PleinId; role: 'screen' | 'coach'; token: string } | 'waiting' | Refused
  /** The token may be used no more (leave, or a device that was lost). */
  revoke(plein: PleinId, seat: SeatId): Promise<void>
  /** Whether what this owner writes for nobody else may be stored: not while the same device has come in anew and not said so yet. */
  mayWriteOwn(seat: SeatId): boolean
  /** After closing, at its time: links but the owner's, later also seats but the owner's and what was kept about them. */
  retire(plein: PleinId, what: 'links' | 'persons'): Promise<{ ok: true } | Refused>
  /** The Plein was deleted: all its tokens are dead at once. */
  forget(plein: PleinId): void
  /** What was made for this wish, with its links; `null`: nothing was. `other`: something else was asked then, or links were made anew since. */
  wished(wish: Wish): Promise<Wished | 'other' | null>
  joinInfo(plein: PleinId): Promise<{ code: string; ticket: string } | null>
  /** Told at once, so that sockets close: seats that may do nothing any more. */
  onRevoked(listener: (plein: PleinId, seats: SeatId[]) => void): void
  /** What an owner's device wrote for nobody else was sealed anew. */
  onCarried(listener: (plein: PleinId, rows: StoredText[]) => void): void
  /** A device is in or out as coach, owner or screen. */
  onDevices(listener: (plein: PleinId) => void): void
  /** A role link or a knock was claimed. */
  onClaimed(listener: (plein: PleinId, role: Role, seat: SeatId) => void): void
  /** Somebody began or ceased to wait before the door. */
  onWaiting(listener: (plein: PleinId) => void): void
  onJoinChanged(listener: (plein: PleinId) => void): void
}
