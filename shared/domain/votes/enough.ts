/** Of how few ballots nothing is told (S4). */

/** Below it no total and no ballot is kept at all. */
export const fewestBallots = 3

/** `phones`: whoever entered the slips, or saw them, subtracts them from a total, and what is left is what one or two phones gave. */
export type Few = 'ballots' | 'phones'

export const exposed = (group: number): boolean => group > 0 && group < fewestBallots

/** Why a result is held back; `null`: it is told. `cast`: all ballots, those of paper included. */
export const fewOf = (cast: number, paper: number): Few | null =>
  cast < fewestBallots ? 'ballots' : exposed(cast - paper) ? 'phones' : null

/** Of a result that is held back. */
export const fewIn = ({ ballots, paper = 0 }: { ballots: number; paper?: number }): Few => fewOf(ballots, paper) ?? 'ballots'
