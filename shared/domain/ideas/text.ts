/** What a contribution says, and for a commitment who does it and by when. */
import { checkName, checkText } from '../../text/check.ts'
import { isDay } from '../../text/day.ts'
import { lengths } from '../../text/lengths.ts'
import { noQuestion } from '../../text/question.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Contribution } from '../state.ts'

type Words = { text: string; who: string | null; by: string | null; day: string | null }
type Given = { text: string; who?: string; by?: string; day?: string }

/** An empty `who` or `by` is none. */
const optionalName = (raw: string | undefined) =>
  raw === undefined || raw.trim() === '' ? { ok: true as const, text: null } : checkName(raw, lengths.name)

/** A name is kept with a commitment only, where a person chose to give it; with anything else it is left out (S2). */
export const words = (as: Contribution, given: Given): ({ ok: true } & Words) | { ok: false; refusal: Refusal } => {
  const text = checkText(given.text, lengths.idea)
  if (!text.ok) return text
  const because = as === 'question' ? noQuestion(text.text) : null
  if (because !== null) return { ok: false, refusal: { code: 'not-a-question', because } }
  if (as !== 'commitment') return { ok: true, text: text.text, who: null, by: null, day: null }
  const who = optionalName(given.who)
  if (!who.ok) return who
  const by = optionalName(given.by)
  if (!by.ok) return by
  const day = given.day === undefined || given.day === '' ? null : given.day
  if (day !== null && !isDay(day)) return refuse({ code: 'day-unknown' })
  return { ok: true, text: text.text, who: who.text, by: by.text, day }
}
