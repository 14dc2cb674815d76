/** Settings of the server that a replay starts: a session of weeks is played in minutes, so one person is faster than a person is. */
import type { Session } from './session.ts'

export const limitsFor = (session: Session, phones: number): Record<string, string> => {
  const ideas = session.contributions.length
  // An id has 22 characters; `"id":1,` is 27 bytes, and a ballot may hold every idea.
  const ballot = 1024 + ideas * 27
  const limits = {
    LIMIT_FRAME_PHONE: Math.max(16_384, ballot),
    LIMIT_BURST_PHONE: 10_000,
    LIMIT_RATE_PHONE: 10_000,
    LIMIT_BURST_COACH: 10_000,
    LIMIT_RATE_COACH: 10_000,
    LIMIT_RATE_PLEIN: 100_000,
    LIMIT_ANSWERS_PHONE: 1_000_000,
    LIMIT_ANSWERS_COACH: 1_000_000,
    LIMIT_IDEAS_PER_SEAT_PER_PHASE: Math.max(50, ideas),
    LIMIT_IDEAS_PER_PLEIN: Math.max(5000, ideas),
    LIMIT_CONNECTIONS_PER_PLEIN: Math.max(5000, 4 * phones + 100),
    LIMIT_SEND_BUFFER: Math.max(1_048_576, ideas * 4096),
  }
  return Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, String(value)]))
}
