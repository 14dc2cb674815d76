/** The people of one Plein who are connected: what each is told, and when. */
import { may } from '../../shared/domain/permissions.ts'
import type { Plein, Role, Seat, SeatId } from '../../shared/domain/state.ts'
import { ownTaps, pictureOf } from '../../shared/domain/taps/picture.ts'
import { phaseTapsNow } from '../../shared/domain/taps/taps.ts'
import { countSlips, slipsOf } from '../../shared/domain/votes/paper.ts'
import { closes } from '../../shared/wire/closes.ts'
import {
  type ByeReason,
  type Hello,
  type May,
  type Own,
  type OwnMessage,
  type ServerToClient,
  type Shape,
  shapes,
} from '../../shared/wire/messages.ts'
import type { Outlet, Room, View, Who } from './contract.ts'
import type { Counts } from './crowd.ts'
import type { Readers } from './readers.ts'
import { createWhole } from './whole.ts'

export type Guest = {
  who: Who
  /** Reads documents over this line, because it has no WebSocket. */
  carried(): boolean
  /** What a screen said of itself. */
  shape: Shape | null
  /** The origin or Host header under which its page was opened. */
  openedAt: string | null
  tell<E extends keyof ServerToClient>(event: E, ...body: Parameters<ServerToClient[E]>): void
  /** How all of this role are told at once; `null`: this one is told for itself. */
  circle: Circle | null
  /** Whether it takes what it is sent; a line that does not is let go. */
  keepsUp(): boolean
  /** Says why and goes. */
  bye(reason: ByeReason): void
}

/** Everybody of one role of one Plein; the same object for all of them. What it tells is encoded once. */
export type Circle = Pick<Guest, 'tell'>

export type Hall = {
  enter(guest: Guest): void
  leave(guest: Guest): void
  guests(): Iterable<Guest>
  /** To all devices of one seat. */
  tell: <E extends keyof ServerToClient>(seat: SeatId, event: E, ...body: Parameters<ServerToClient[E]>) => void
  /** To everybody with one of these roles. */
  tellRoles: <E extends keyof ServerToClient>(roles: readonly Role[], event: E, ...body: Parameters<ServerToClient[E]>) => void
  bye(which: (guest: Guest) => boolean, reason: ByeReason): void
  size(): number
  counts(view: View): Counts
  outlet: Outlet
}

export type HallParts = {
  /** Made after the hall, because it speaks through it. */
  room: () => Room
  readers: Readers
  connectionsPerSeat: number
  /** Counts may have changed. */
  changed: () => void
  /** The Plein was closed for good, and everybody was told. */
  sealed: () => void
}

export const mayOf = ({ plein, versions }: View, role: Role): May => ({ commands: may(plein, role), versions: versions(role) })

export const ownOf = (plein: Plein, seat: SeatId): Own => ({
  perspective: plein.seats.get(seat)?.perspective ?? null,
  ready: plein.seats.get(seat)?.ready ?? null,
  hand: plein.seats.get(seat)?.hand ?? false,
  ballots: Object.fromEntries([...plein.ballots].flatMap(([round, ballots]) => (ballots.has(seat) ? [[round, ballots.get(seat)!]] : []))),
  taps: ownTaps(plein, seat),
})

/** To coaches alone. */
export const pulseOf = (plein: Plein): Hello['pulse'] => pictureOf(plein, 'pulse') as Hello['pulse']

const tapsNow = (plein: Plein): Pick<Counts, 'taps'> => {
  const asked = phaseTapsNow(plein)
  return asked.length === 0 ? {} : { taps: Object.fromEntries(asked.map(({ on, id }) => [on, pictureOf(plein, id)])) }
}
/** Phones, of those that are present: slips have nobody there. */
const votedIn = ({ ballots }: Plein, round: string): number => {
  const voters = ballots.get(round)
  return (voters?.size ?? 0) - countSlips(voters?.keys() ?? [])
}
/** So that the number that a desk offers is one that no other desk has entered. */
const slipsNow = ({ rounds, ballots }: Plein): Pick<Counts, 'slips'> => {
  const slips = [...rounds.values()].flatMap(({ id, status }) => {
    const numbers = status === 'open' ? slipsOf(ballots.get(id)?.keys() ?? []) : []
    return numbers.length === 0 ? [] : [[id, numbers] as const]
  })
  return slips.length === 0 ? {} : { slips: Object.fromEntries(slips) }
}
/** How many have written is a number from so many on: of one, all that the desk lists would be told to be of one author, and of two, the one
 *  would know what the other wrote (A16). */
const fewestAuthors = 3

const allRoles: readonly Role[] = ['coach', 'owner', 'participant', 'screen']

export const createHall = ({ room, readers, connectionsPerSeat, changed, sealed }: HallParts): Hall => {
  const seats = new Map<SeatId, Set<Guest>>()
  const roles = new Map<Role, Set<Guest>>(allRoles.map((role) => [role, new Set()]))
  /** What each role was told last that it may do. */
  const told = new Map<Role, string>()
  let size = 0
  const guests = function* (): Iterable<Guest> {
    for (const own of seats.values()) yield* own
  }
  /** Seats, not lines. */
  const present = (role: Role): number => new Set([...(roles.get(role) ?? [])].map(({ who }) => who.seat)).size

  /** Of those who are here: who has gone home holds nobody up. */
  const here = (plein: Plein, which: (seat: Seat) => boolean): number =>
    [...seats.keys()].filter((id) => {
      const seat = plein.seats.get(id)
      return seat !== undefined && which(seat)
    }).length

  /** Rights follow from events alone, and most turns of a vote have none. */
  let toldAt = -1
  const tellMay = (view: View): void => {
    if (view.plein.version === toldAt) return
    toldAt = view.plein.version
    for (const role of allRoles) {
      const now = mayOf(view, role)
      const text = JSON.stringify(now.commands)
      if (told.get(role) === text) continue
      told.set(role, text)
      hall.tellRoles([role], 'own', { may: now })
    }
  }

  let toldMuted = ''
  const tellMuted = ({ muted }: View): void => {
    const text = muted.join()
    if (toldMuted === text) return
    toldMuted = text
    hall.tellRoles(['coach'], 'own', { muted })
  }

  let toldPulse = 'null'
  const tellPulse = ({ plein }: View): void => {
    const pulse = pulseOf(plein)
    const text = JSON.stringify(pulse)
    if (toldPulse === text) return
    toldPulse = text
    hall.tellRoles(['coach'], 'own', { pulse })
  }

  /** Whichever device said it, and whichever coach hid it: all of that role hear of it. */
  const whole = createWhole()
  const tellWhole = ({ plein }: View): void => {
    for (const { to, message } of whole.next(plein)) hall.tellRoles([to], 'own', message)
  }

  const hall: Hall = {
    enter: (guest) => {
      const own = seats.get(guest.who.seat) ?? new Set<Guest>()
      seats.set(guest.who.seat, own.add(guest))
      roles.get(guest.who.role)?.add(guest)
      size += 1
      for (const oldest of [...own].slice(0, Math.max(0, own.size - connectionsPerSeat))) {
        hall.leave(oldest)
        oldest.bye('replaced')
      }
      changed()
    },
    leave: (guest) => {
      const own = seats.get(guest.who.seat)
      if (!own?.delete(guest)) return
      size -= 1
      roles.get(guest.who.role)?.delete(guest)
      if (own.size === 0) seats.delete(guest.who.seat)
      changed()
    },
    guests,
    tell: (seat, event, ...body) => {
      for (const guest of seats.get(seat) ?? []) guest.tell(event, ...body)
    },
    tellRoles: (to, event, ...body) => {
      for (const role of to) {
        const circles = new Set<Circle>()
        for (const guest of [...(roles.get(role) ?? [])]) {
          if (guest.circle === null) guest.tell(event, ...body)
          else if (guest.keepsUp()) circles.add(guest.circle)
        }
        for (const circle of circles) circle.tell(event, ...body)
      }
    },
    bye: (which, reason) => {
      for (const guest of [...guests()]) {
        if (!which(guest)) continue
        hall.leave(guest)
        guest.bye(reason)
      }
    },
    size: () => size,
    counts: ({ plein, written, unopened }) => {
      const open = [...plein.rounds.values()].find(({ status, phase }) => status === 'open' && phase === plein.current)
      return {
        phase: plein.current,
        present: present('participant'),
        joined: [...plein.seats.values()].filter(({ role }) => role === 'participant').length,
        coaches: present('coach'),
        screens: present('screen'),
        owners: present('owner'),
        written: written > 0 && written < fewestAuthors ? null : written,
        unopened,
        round: open?.id ?? null,
        voted: open ? votedIn(plein, open.id) : null,
        ready: here(plein, ({ role, ready }) => role === 'participant' && ready !== null && ready === plein.current),
        hands: here(plein, ({ hand }) => hand),
        ...tapsNow(plein),
        ...slipsNow(plein),
        fallback: [...seats.values()].filter((own) => [...own].some((one) => one.who.role === 'participant' && one.carried())).length,
        shape: shapes.find((one) => [...guests()].some(({ who, shape }) => who.role === 'screen' && shape === one)) ?? '16:9',
      }
    },
    outlet: {
      frame: (circle, frame) => readers.frame(circle, frame),
      renamed: () => {
        const names = new Map(allRoles.map((role) => [role, room().documents(role)]))
        readers.close((document, { who }) => !document.startsWith('text/') || names.get(who.role)?.[document] === undefined, closes.epoch)
        if (room().state().sealed) sealed()
        room()
          .read((view) => {
            for (const role of allRoles) {
              const message: OwnMessage = { documents: room().documents(role), may: mayOf(view, role) }
              hall.tellRoles([role], 'own', message)
            }
            for (const { who, tell } of guests()) tell('own', { own: ownOf(view.plein, who.seat) })
            tellWhole(view)
          })
          .catch(() => undefined)
      },
      turned: (changedSeats) => {
        changed()
        if (size === 0) {
          // Whoever comes hears all of it by hello; what was told before says nothing of what they know.
          whole.forget()
          told.clear()
          toldAt = -1
          toldMuted = ''
          toldPulse = 'null'
          return
        }
        room()
          .read((view) => {
            tellMay(view)
            tellMuted(view)
            tellPulse(view)
            tellWhole(view)
            for (const seat of changedSeats) hall.tell(seat, 'own', { own: ownOf(view.plein, seat) })
          })
          .catch(() => undefined)
      },
      notice: (role, notice) => hall.tellRoles([role], 'notice', notice),
    },
  }
  return hall
}
