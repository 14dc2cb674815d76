/** The one gate for what people write. */
import type { Refusal } from '../domain/refusals.ts'
import { forbiddenCharacter, isBlank } from './characters.ts'
import { codePoints, normalise } from './normalise.ts'

export type Checked = { ok: true; text: string } | { ok: false; refusal: Refusal }

const check = (text: string, maximum: number, lines: boolean): Checked => {
  const length = codePoints(text)
  if (length > maximum) return { ok: false, refusal: { code: 'text-too-long', maximum, length } }
  const character = forbiddenCharacter(text, lines)
  if (character) return { ok: false, refusal: { code: 'text-forbidden', character } }
  if (isBlank(text)) return { ok: false, refusal: { code: 'text-empty' } }
  return { ok: true, text }
}

/** Kept as written, spaces at the ends included; line breaks and tabs allowed. */
export const checkText = (raw: string, maximum: number): Checked => check(normalise(raw), maximum, true)

/** One line without spaces at the ends: names, titles, moments. */
export const checkName = (raw: string, maximum: number): Checked => check(normalise(raw).trim(), maximum, false)
