/** One of the played people: a seat of the Plein like any other, without a device and without a token that anybody has. */
import type { Command } from '../../shared/domain/commands.ts'
import type { ByeReason } from '../../shared/wire/messages.ts'
import type { Who } from '../live/contract.ts'
import type { Guest } from '../live/hall.ts'
import type { Place } from '../live/place.ts'
import type { Store } from '../store/contract.ts'
import type { ServerWorld } from '../world.ts'

export type Player = {
  here(): boolean
  enter(): Promise<void>
  /** `later`: the room was too busy for it. Anything else that is refused is let go, as people do. */
  say(command: Command): Promise<'done' | 'refused' | 'later'>
  leave(): void
  /** Of what this one wrote, by what it is: the same again after a restart of the server, and nobody else's to know. Only once it is in. */
  key(of: string): string
}

export const createPlayer = (
  place: Place,
  number: number,
  { store, world }: { store: Pick<Store, 'commit' | 'load'>; world: ServerWorld },
  gone: (reason: ByeReason) => void,
): Player => {
  const { room, hall } = place
  // The same seat again after a restart of the server: the room has not doubled. Nobody can ask for a seat by its name.
  const who: Who = { seat: `${room.id}.played.${number}`, role: 'participant' }
  let entered = false
  /** Never leaves the server: of the token that was thrown away. */
  let secret: string | null = null
  const guest: Guest = {
    who,
    shape: null,
    carried: () => false,
    openedAt: null,
    circle: null,
    keepsUp: () => true,
    tell: () => undefined,
    bye: (reason) => {
      entered = false
      gone(reason)
    },
  }
  return {
    here: () => entered,
    enter: async () => {
      if (!(await room.read(({ plein }) => plein.seats.has(who.seat)))) {
        // A token that is thrown away: this seat opens no door.
        const tokenHash = world.hash(world.secret(256))
        const seat = { id: who.seat, role: who.role, tokenHash, perspective: null, ready: null, hand: false, clients: [] }
        const result = await store.commit(room.id, null, { seats: { put: [seat] } })
        if (!result.ok) return
        secret = tokenHash
      }
      secret ??= (await store.load(room.id))?.seats.find(({ id }) => id === who.seat)?.tokenHash ?? world.secret(256)
      if (!room.seat(who)) return
      entered = true
      hall.enter(guest)
    },
    say: async (command) => {
      if (place.credits.pay(who.seat, who.role)) return 'later'
      const answer = await room.command(who, world.id(), command)
      return answer.ok ? 'done' : answer.error.remedy === 'retry' ? 'later' : 'refused'
    },
    key: (of) => world.hash(`${secret} ${of}`),
    leave: () => {
      if (entered) hall.leave(guest)
      entered = false
    },
  }
}
