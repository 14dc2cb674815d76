/** Things that go down one column after another in their order: where each column ends. As even as they can be when all of them fit, else as
 *  many as the columns hold. */
export const evenly = (heights: readonly number[], limits: readonly number[]): number[] => {
  const fill = (most: number): number[] => {
    let at = 0
    return limits.map((limit) => {
      let left = Math.min(most, limit)
      while (at < heights.length && (heights[at] ?? 0) <= left) {
        left -= heights[at] ?? 0
        at += 1
      }
      return at
    })
  }
  const tallest = Math.max(...limits)
  for (let most = 8; most < tallest; most += 1) {
    const ends = fill(most)
    if (ends.at(-1) === heights.length) return ends
  }
  return fill(tallest)
}
