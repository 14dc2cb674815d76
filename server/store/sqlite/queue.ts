/** What waits for the storage thread, in the order in which it came. */
import type { PleinId } from '../../../shared/domain/state.ts'
import type { Commit } from '../contract.ts'
import type { Waiting } from './commits.ts'
import type { Asked } from './messages.ts'

/** A synced transaction with more than this holds up the first for too long. */
const LARGEST_GROUP = 64

export type Next = { commits: { number: number; waiting: Waiting }[] } | { other: Asked } | null

/** Somebody came in and did nothing yet. */
const onlySeats = ({ seats, ...others }: Commit): boolean =>
  seats?.put !== undefined && Object.keys(seats).length === 1 && Object.keys(others).length === 0

/** Commits at the front, of different Pleinen: two of one Plein never share a transaction, or the log of the database would tie the one's
 *  act to the other's. Only people who come in do: the order of seats says as much, and a whole room scans the code at once. Anything else
 *  comes alone. */
export const take = (queue: Asked[]): Next => {
  const commits: { number: number; waiting: Waiting }[] = []
  const pleins = new Set<PleinId>()
  const joined = new Set<PleinId>()
  for (const { number, ask } of queue) {
    if (ask.ask !== 'commit' || pleins.has(ask.plein) || commits.length === LARGEST_GROUP) break
    if (onlySeats(ask.commit)) joined.add(ask.plein)
    else if (joined.has(ask.plein)) break
    else pleins.add(ask.plein)
    commits.push({ number, waiting: ask })
  }
  if (commits.length > 0) {
    queue.splice(0, commits.length)
    return { commits }
  }
  const other = queue.shift()
  return other ? { other } : null
}
