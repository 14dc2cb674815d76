/** A page is divided anew at every change of the board, and all but one of its texts are as they were: what was found of a text is kept. All
 *  of it is forgotten when it is more than several boards together. */
const most = 20_000

export const remembered = <T>(find: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const found = find(text)
    known.set(text, found)
    return found
  }
}
