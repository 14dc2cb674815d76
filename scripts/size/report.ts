import { printed } from './print.ts'
import { weigh } from './weigh.ts'

/** For the check: a line for each visit, and those that are over their limit. */
export const firstVisits = (dist: string, parts = false): { lines: string[]; ok: boolean } => {
  const visits = weigh(dist)
  const over = visits.flatMap((visit) => visit.over)
  return { lines: [...printed(visits, parts), ...over.map((one) => `over the limit: ${one}`)], ok: over.length === 0 }
}
