/** Whether a text asks something. It looks at signs alone, so that everybody can foresee the answer: behind the last word stands a question mark,
 *  and no sentence before the last one tells something instead. What is doubtful passes: a question that is turned away costs more than a
 *  statement that slips in. */

/** Why a text is no question. */
export type NoQuestion = 'no-question-mark' | 'statement-first'

/** Quotes, brackets and little faces may follow the sign. */
const asks = /[\p{L}\p{N}][^\p{L}\p{N}]*[?？؟‽⁇⁈⁉][^\p{L}\p{N}]*$/u
/** Where a sentence may end that is not the last one. */
const stops = /([.!！]+)["'’”»)\]]*\s+/gu
const begins = /^["'‘“«([]*\p{Lu}/u

/** Written with a stop that ends no sentence. One letter, a number in front of a line and what has more stops in it (d.w.z., e.g.) need no list. */
const abbreviations = new Set(
  'art bijv bv ca dhr dr drs evt excl fam gem ing incl jhr jr max mej mevr min mr mrs ms mw nl nr nrs pag prof resp sr st str tel tm vs zgn'.split(
    ' ',
  ),
)
const abbreviated = (word: string): boolean => {
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase()
  return bare.includes('.') || /^(?:\p{L}|\p{N}{1,2})$/u.test(bare) || abbreviations.has(bare)
}

/** `null`: it is a question. */
export const noQuestion = (text: string): NoQuestion | null => {
  if (!asks.test(text)) return 'no-question-mark'
  for (const { 0: stop, 1: sign, index } of text.matchAll(stops)) {
    const word = /\S*$/u.exec(text.slice(0, index))?.[0] ?? ''
    // "Wat?! Echt?" and a pause of dots.
    if (/[?？؟]$/u.test(word) || sign === '..' || sign === '...') continue
    if (sign === '.' && (abbreviated(word) || !begins.test(text.slice(index + stop.length)))) continue
    return 'statement-first'
  }
  return null
}
