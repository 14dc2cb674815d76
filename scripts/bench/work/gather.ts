/** A room full of people who came in without haste. */
import { pause } from '../load/pace.ts'
import { createSeen, type Seen } from '../load/seen.ts'
import type { Peer, Phone, Room } from '../peers/peer.ts'

type RoomOf<H extends Peer> = Awaited<ReturnType<H['room']>>
type PhoneOf<R extends Room> = Awaited<ReturnType<R['phone']>>
export type Gathered<H extends Peer = Peer> = { seen: Seen; room: RoomOf<H>; people: PhoneOf<RoomOf<H>>[]; leave(): Promise<void> }

const atOnce = 50

/** So many more, known to `seen` from this number on. */
export const comeIn = async (room: Room, from: number, count: number): Promise<Phone[]> => {
  const people: Phone[] = []
  for (let first = 0; first < count; first += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, count - first) }, async (_, place) => {
      const phone = await room.phone(from + first + place)
      await phone.arrive()
      return phone
    })
    people.push(...(await Promise.all(some)))
  }
  return people
}

export const gather = async <H extends Peer>(
  peer: H,
  { phones, ideas, rest }: { phones: number; ideas: number; rest: number },
): Promise<Gathered<H>> => {
  const seen = createSeen(phones)
  const room = (await peer.room(seen)) as RoomOf<H>
  await room.fill(ideas)
  const people = (await comeIn(room, 0, phones)) as PhoneOf<RoomOf<H>>[]
  await pause(rest)
  const leave = async () => {
    for (const phone of people) phone.leave()
    await room.close()
    await pause(rest)
  }
  return { seen, room, people, leave }
}
