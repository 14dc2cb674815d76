/** The form and the limits of texts as docs/replay.md says them, written once more on purpose: what checks the server must not be the server. */

/** CRLF and CR become LF, then NFC. Nothing is trimmed. */
export const wordsOf = (raw: string): string => raw.split('\r\n').join('\n').split('\r').join('\n').normalize('NFC')

const longest = 500
/** Controls but LF and tab, embeddings and overrides of direction, half a surrogate pair. */
const forbidden = (code: number): boolean =>
  (code < 0x20 && code !== 0x0a && code !== 0x09) ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069) ||
  (code >= 0xd800 && code <= 0xdfff)

/** By which name the rules refuse this text; `null` when they take it. */
export const refusalOf = (text: string): 'text-too-long' | 'text-forbidden' | 'text-empty' | null => {
  const points = Array.from(text, (point) => point.codePointAt(0) ?? 0)
  if (points.length > longest) return 'text-too-long'
  if (points.some(forbidden)) return 'text-forbidden'
  return /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]*$/u.test(text) ? 'text-empty' : null
}

/** A label for a group or a round: one line, without what may not stand in a name, cut to what a name may be long. */
export const labelOf = (raw: string, most: number): string => {
  const points = Array.from(wordsOf(raw)).filter((point) => !forbidden(point.codePointAt(0) ?? 0) || point === ' ')
  const line = points.join('').replace(/\s+/gu, ' ').trim()
  const short =
    Array.from(line).length > most
      ? `${Array.from(line)
          .slice(0, most - 1)
          .join('')
          .trimEnd()}…`
      : line
  return refusalOf(short) === null ? short : '?'
}
