/** What of a Plein stands in the organiser's list, and by which its dates are kept. */
import type { Plein } from '../../shared/domain/state.ts'
import type { Listing } from '../store/contract.ts'

/** One that was taken in is as old here as its being here: its links and seats go by that, not by a meeting of last year. */
export const listingOf = ({ title, stage, createdAt, closedAt, retainUntil, locale, practice, imported }: Plein): Listing => ({
  title,
  stage,
  createdAt: imported?.at ?? createdAt,
  closedAt: imported?.at ?? closedAt,
  retainUntil,
  locale,
  practice,
})
