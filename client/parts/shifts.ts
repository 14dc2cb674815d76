import { useMemo } from 'react'
import type { Result } from '../../shared/domain/state.ts'
import { type Shift, shiftsOf } from '../../shared/domain/votes/shift.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'

/** What moved since the round that this one repeats, by item. */
export type Shifts = { ballotsBefore: number; of: ReadonlyMap<string, Shift> }

/** `null`: it repeats none, or one of the two results is not there to be read. `rounds`: by id, those of the board or what a desk knows. */
export const useShifts = (round: RoundEntry, rounds: ReadonlyMap<string, { result: Result | null }>): Shifts | null => {
  const { again, result, maximum } = round
  const first = again === undefined ? undefined : rounds.get(again)?.result
  return useMemo(() => {
    const shifts = shiftsOf(first, result, maximum)
    return shifts === null ? null : { ballotsBefore: first?.ballots ?? 0, of: new Map(shifts.map((shift) => [shift.item, shift])) }
  }, [first, result, maximum])
}
