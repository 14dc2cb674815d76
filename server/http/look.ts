/** Looking at a Plein from a route: what it needs is taken between two turns, and the two ways of failing have names. */
import type { Plein, PleinId } from '../../shared/domain/state.ts'
import type { Rooms } from '../live/rooms.ts'
import { Problem } from './problem.ts'
import { unstored } from './stored.ts'

/** 128 bits in base64url, and nothing that a store should be asked about. */
const isPleinId = (id: string): boolean => /^[\w-]{1,64}$/.test(id)

export const lookAt = async <T>(rooms: Rooms, id: PleinId, look: (plein: Plein) => T): Promise<T> => {
  if (!isPleinId(id)) throw new Problem('plein-unknown')
  const seen = await rooms
    .read(id, (plein) => (plein.stage === 'deleted' ? null : { value: look(plein) }))
    .catch((error: unknown) => {
      throw error instanceof Problem ? error : unstored(error)
    })
  if (seen === null) throw new Problem('plein-unknown')
  return seen.value
}
