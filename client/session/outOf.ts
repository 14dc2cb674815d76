import type { Crowd } from '../../shared/wire/messages.ts'

/** Out of how many people a count is told: of those who are here. A phone that sleeps is not here and what it gave is counted, so where that is
 *  more than are here, out of all who came in: "34 of 12" before a room would be a riddle. `null`: one or two. */
export const outOf = (count: number | null, crowd: Pick<Crowd, 'present' | 'joined'> | null): number => {
  if (crowd === null) return 0
  const given = count ?? 1
  return given > crowd.present ? Math.max(crowd.joined, given) : crowd.present
}
