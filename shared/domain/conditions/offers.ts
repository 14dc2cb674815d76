/** What a vote gives reason to ask about. No item wins: the one with the most dots is asked about because most of the room may go its way, and one
 *  on which opinions lie far apart because a total in the middle hides that. */
import type { Result, ResultRow } from '../state.ts'

export type Offer = { row: ResultRow; reasons: ('most' | 'divided')[] }

/** In the order of the letters, and of what is held back, which has no rows, nothing; items with as many dots as each other all lead. A strong
 *  minority elsewhere is a reason to ask about these: its voters are mostly among those who gave them nothing. */
export const offers = ({ rows }: Pick<Result, 'rows'>): Offer[] => {
  const there = rows.filter((row) => !row.withdrawn && row.dots > 0)
  const most = Math.max(...there.map((row) => row.dots))
  return there.flatMap((row): Offer[] => {
    const reasons: Offer['reasons'] = [...(row.dots === most ? ['most' as const] : []), ...(row.divided ? ['divided' as const] : [])]
    return reasons.length === 0 ? [] : [{ row, reasons }]
  })
}
