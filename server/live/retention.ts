/** What goes of a closed Plein, and when. Source of the days: the promise in SECURITY.md. */
import { keptDays } from '../../shared/domain/life/kept.ts'
import type { Moment } from '../../shared/domain/state.ts'
import type { Listed } from '../store/contract.ts'

const day = 86_400_000
/** After closing, links still let somebody in for this long; the owner's until everything goes. */
const links = keptDays.links * day
/** And seats, what people said of themselves, and the ledger of answers are kept for this long. */
const persons = keptDays.seats * day

/** What is due now; asked again after it was done, until it is `null`. A server that was off at the moment finds it due when it starts. */
export const dueOf = ({ closedAt, retainUntil, retired }: Listed, now: Moment): 'all' | 'links' | 'persons' | null => {
  if (now >= retainUntil) return 'all'
  if (closedAt === null) return null
  if (retired === null && now >= closedAt + links) return 'links'
  return retired === 'links' && now >= closedAt + persons ? 'persons' : null
}
