/** The start, in UTC, of the day until which something is kept. */
import { startOfDay } from '../../shared/domain/life/create.ts'
import { Problem } from './problem.ts'

export const dayToCome = (text: string, now: number): number => {
  const day = startOfDay(Date.parse(text))
  if (day <= now)
    throw new Problem('bad-request', { errors: [{ pointer: '/retainUntil', detail: 'Must be a day that is still to come.' }] })
  return day
}
