/** How deep a JSON text is nested and how many values it holds, without parsing it: megabytes of brackets cost the parser seconds, megabytes of
 *  numbers its schema, and everybody waits. */

/** Deeper than this nothing is that this server takes; an outcome is nested seven deep. */
const deepest = 32
const [quote, backslash, brace, bracket, endBrace, endBracket] = [...'"\\{[}]'].map((sign) => sign.charCodeAt(0))

/** An outcome of 5,000 ideas has some 50,000 values, each vote over all of them 150,000 more. A wrong one costs a microsecond to refuse. */
const most = 1_000_000
const comma = ','.charCodeAt(0)

/** Of UTF-8. */
export const tangled = (text: Uint8Array): boolean => {
  let depth = 0
  let values = 0
  let said = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (said) {
      if (sign === backslash) at += 1
      else if (sign === quote) said = false
    } else if (sign === quote) said = true
    else if (sign === brace || sign === bracket) {
      depth += 1
      if (depth > deepest) return true
    } else if (sign === comma) {
      values += 1
      if (values > most) return true
    } else if (sign === endBrace || sign === endBracket) depth -= 1
  }
  return false
}
