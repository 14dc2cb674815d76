/** Slips of paper. The number is the voter: on paper nobody else is known. */
const mark = 'paper:'

export const slipOf = (paper: number): string => `${mark}${paper}`

/** `null`: a seat. */
export const numberOf = (voter: string): number | null => (voter.startsWith(mark) ? Number(voter.slice(mark.length)) : null)

/** In the order of their numbers. */
export const slipsOf = (voters: Iterable<string>): number[] => [...voters].flatMap((voter) => numberOf(voter) ?? []).sort((a, b) => a - b)

export const countSlips = (voters: Iterable<string>): number => slipsOf(voters).length
