/** One form for one text, so that equal texts are equal bytes: NFC, and line breaks as LF. Nothing is trimmed. */
export const normalise = (raw: string): string => raw.replace(/\r\n?/gu, '\n').normalize('NFC')

/** Length in code points: an emoji counts for one, as people count. */
export const codePoints = (text: string): number => {
  let count = 0
  for (const _ of text) count++
  return count
}
