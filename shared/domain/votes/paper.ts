/** Slips of paper. The number is the voter: on paper nobody else is known. */
const mark = 'paper:'

export const slipOf = (paper: number): string => `${mark}${paper}`

/** `null`: a seat. */
export const numberOf = (voter: string): number | null => (voter.startsWith(mark) ? Number(voter.slice(mark.length)) : null)

export const countSlips = (voters: Iterable<string>): number => [...voters].filter((voter) => numberOf(voter) !== null).length
