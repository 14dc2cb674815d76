/** What waits for the storage thread, in the order in which it came. */
import type { Waiting } from './commits.ts'
import type { Asked } from './messages.ts'

/** A synced transaction with more than this holds up the first for too long. */
const LARGEST_GROUP = 64

export type Next = { commits: { number: number; waiting: Waiting }[] } | { other: Asked } | null

/** Commits at the front, of different Pleinen: two of one Plein never share a transaction, or the log of the database would tie the one's
 *  act to the other's. Anything else comes alone. */
export const take = (queue: Asked[]): Next => {
  const commits: { number: number; waiting: Waiting }[] = []
  const pleins = new Set<string>()
  for (const { number, ask } of queue) {
    if (ask.ask !== 'commit' || pleins.has(ask.plein) || commits.length === LARGEST_GROUP) break
    pleins.add(ask.plein)
    commits.push({ number, waiting: ask })
  }
  if (commits.length > 0) {
    queue.splice(0, commits.length)
    return { commits }
  }
  const other = queue.shift()
  return other ? { other } : null
}
