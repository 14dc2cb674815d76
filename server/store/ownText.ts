/** The name under which the sealed words of one owner's device stand among the texts of a Plein. */
import type { SeatId } from '../../shared/domain/state.ts'

const begin = 'intake-own/'
export const ownText = {
  of: (seat: SeatId): string => `${begin}${seat}`,
  is: (name: string): boolean => name.startsWith(begin),
  seat: (name: string): SeatId => name.slice(begin.length),
}
