/** How deep a JSON text is nested, without parsing it: the parser itself takes seconds for megabytes of brackets, and everybody waits. */

/** Deeper than this nothing is that this server takes; an outcome is nested seven deep. */
const deepest = 32
const [quote, backslash, brace, bracket, endBrace, endBracket] = [...'"\\{[}]'].map((sign) => sign.charCodeAt(0))

export const tooDeep = (text: Uint8Array): boolean => {
  let depth = 0
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
    } else if (sign === endBrace || sign === endBracket) depth -= 1
  }
  return false
}
