/** Which characters may not stand in a text.
 *  Control characters break files and terminals. Bidi overrides and isolates let a text read other than it is stored, and
 *  reorder what stands after it on the board; the plain marks U+200E, U+200F and U+061C stay, Arabic and Hebrew need them.
 *  A lone surrogate is no character: storing it would change the text. */
const forbiddenInOneLine = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u
const forbiddenInLines = /(?![\n\t])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u

/** The first character that may not be there, named as `U+202E`; `null` when all may. */
export const forbiddenCharacter = (text: string, lines: boolean): string | null => {
  const found = (lines ? forbiddenInLines : forbiddenInOneLine).exec(text)
  if (!found) return null
  return `U+${(found[0].codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Something that can be seen: neither white space nor one of the characters that show nothing. Unicode has no property for the last few,
 *  which pages on "empty text" offer for copying: an empty Braille pattern, marks of annotations, a note without a head. */
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{1D159}]/u
export const isBlank = (text: string): boolean => !visible.test(text)
