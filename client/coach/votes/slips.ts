/** Numbers of slips, in order. */

/** The first number after this one that no desk has entered. */
export const nextFree = (slips: readonly number[], after: number): number => {
  const taken = new Set(slips)
  let next = after + 1
  while (taken.has(next)) next++
  return next
}

/** `1–5, 7`: a pile of forty stays one line. */
export const inRanges = (slips: readonly number[]): string => {
  const ranges: [number, number][] = []
  for (const slip of slips) {
    const last = ranges.at(-1)
    if (last && last[1] === slip - 1) last[1] = slip
    else ranges.push([slip, slip])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`)).join(', ')
}
