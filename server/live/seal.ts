/** What stands in the row of a ballot: the dots for each item of the round, in its order, as many bytes as there are items (twice as many
 *  when the budget does not fit in one byte), sealed for this round and bound to its row. The length follows from the number of items and
 *  the budget alone, so all ballots of a round are equally long and no length tells how somebody voted. */
import type { Dots, Plein, PleinId } from '../../shared/domain/state.ts'
import { tapForm } from '../../shared/domain/taps/form.ts'
import { placesOf } from '../../shared/domain/votes/places.ts'
import { newKey, publicHalf, seal, unseal } from '../keys/envelope.ts'

export type RoundKey = { own: Uint8Array; shared: Buffer }
export type Row = { plein: PleinId; round: string; voter: string }

export const roundKey = (own: Uint8Array = newKey()): RoundKey => ({ own, shared: publicHalf(own) })

/** What a ballot is made by: a round, or a tap. */
export type Form = { items: readonly { id: string }[]; budget: number }
export const formOf = (plein: Plein, id: string): Form | null => tapForm(id) ?? plein.rounds.get(id) ?? null

const widthOf = ({ budget }: Form): 1 | 2 => (budget > 255 ? 2 : 1)

export const toBytes = (round: Form, dots: Dots): Uint8Array => {
  const width = widthOf(round)
  const bytes = Buffer.alloc(round.items.length * width)
  const places = placesOf(round.items)
  for (const [item, count] of Object.entries(dots)) {
    const place = places.get(item)
    if (place !== undefined) bytes.writeUIntBE(count, place * width, width)
  }
  return bytes
}

/** `null`: it was not made for this round. */
export const toDots = (round: Form, bytes: Uint8Array): Dots | null => {
  const width = widthOf(round)
  if (bytes.length !== round.items.length * width) return null
  const read = Buffer.from(bytes)
  const given = round.items.map(({ id }, place): [string, number] => [id, read.readUIntBE(place * width, width)])
  return Object.fromEntries(given.filter(([, count]) => count > 0))
}

/** A ciphertext that was put into another row does not open there. */
const boundTo = ({ plein, round, voter }: Row): string => JSON.stringify([plein, round, voter])

export const sealBallot = ({ shared }: RoundKey, row: Row, bytes: Uint8Array): string => seal(shared, boundTo(row), bytes)
export const openBallot = (key: Uint8Array, row: Row, ballot: string): Uint8Array | null => unseal(key, boundTo(row), ballot)

/** As ballots stood before they were sealed; `null`: it is not one. */
export const plainBallot = (ballot: string): Dots | null => {
  try {
    return ballot.startsWith('{') ? (JSON.parse(ballot) as Dots) : null
  } catch {
    return null
  }
}
