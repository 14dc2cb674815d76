/** Whether others may think of the same key. No list of leaked passwords can be asked (that needs a network) or carried (it weighs
 *  gigabytes), so a good key is long, and is no row of the keyboard or the alphabet, and no short one again and again. */

/** Signs of the shortest key that there can be, and of the longest. */
export const leastKey = 8
export const mostKey = 200
/** A shorter one holds, since guesses are rationed and an update must not stop a server; who starts it is told. */
const leastGood = 20

/** Of those signs, at least so many that do not simply follow from what stood before. Of 100,000 keys that are drawn from sixty signs one has fewer. */
const leastUnforeseen = 7
const rows = ['1234567890', 'qwertyuiop', 'azertyuiop', 'asdfghjkl', 'qsdfghjklm', 'zxcvbnm', 'wxcvbn']

/** Of the 30,000 most common passwords that zxcvbn knows, three have twenty signs; the rule sees two of them. The other is of a cartoon. */
const known: ReadonlySet<string> = new Set(['nemvxyheqdd5oqxyxyzi', 'correcthorsebatterystaple'])

const besides = (a: string, b: string): boolean =>
  Math.abs((a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)) <= 1 ||
  rows.some((row) => row.includes(a) && row.includes(b) && Math.abs(row.indexOf(a) - row.indexOf(b)) === 1)

const unforeseen = (signs: readonly string[]): number => {
  const pairs = new Set<string>()
  return signs.filter((sign, at) => {
    const [before, further] = [signs[at - 1], signs[at - 2]]
    const pair = `${before ?? ''}${sign}`
    const again = before !== undefined && pairs.has(pair)
    pairs.add(pair)
    // `q1w2e3`: two rows at once are no more than one.
    return !again && ![before, further].some((other) => other !== undefined && besides(other, sign))
  }).length
}

/** `WelkomWelkomWelkom`, begun once more or not. */
const repeats = (signs: readonly string[]): boolean =>
  signs.some(
    (_, length) => length > 0 && length * 2 <= signs.length && signs.every((sign, at) => at < length || sign === signs[at - length]),
  )

export const isGuessable = (key: string): boolean => {
  const signs = [...key.normalize('NFKC').toLowerCase()]
  const letters = signs.filter((sign) => /[\p{L}\p{N}]/u.test(sign)).join('')
  return signs.length < leastGood || known.has(letters) || repeats(signs) || unforeseen(signs) < leastUnforeseen
}
