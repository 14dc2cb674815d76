/** In which form a wording arose: read off what is kept of it, so that it cannot contradict it. */
import type { Framing } from '../state.ts'

/** `presented`: as it was brought in. `intake`: a step of the intake talk. `prepared`: else before the meeting. `proposal`: what a participant
 *  proposed was adopted. `burst`: a question of a question burst was. `room`: written before its eyes. `rewritten`: by a coach or the owner, during the meeting. */
export const arisings = ['presented', 'intake', 'prepared', 'proposal', 'burst', 'room', 'rewritten'] as const
export type Arising = (typeof arisings)[number]

export const arisingOf = ({ order, phase, by, form }: Pick<Framing, 'order' | 'phase' | 'by' | 'form'>): Arising => {
  if (order === 0) return 'presented'
  if (form !== undefined) return form
  if (by === 'participant') return 'proposal'
  return phase === null ? 'prepared' : 'rewritten'
}
