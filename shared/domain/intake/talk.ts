/** The intake talk: its questions, the circles in which an answer can stand, and whose answer it is. */
import type { Role } from '../state.ts'

/** In the order of the talk: from what keeps somebody awake to what lies under it. */
export const intakeQuestions = ['awake', 'now', 'whom', 'tried', 'afraid', 'under', 'deeper'] as const
export type IntakeQuestion = (typeof intakeQuestions)[number]

/** From narrow to wide. `own`: the owner, on the device where it was written. `coaches`: owner and coaches. `room`: what the room may hear;
 *  owner and coaches read it until one of them brings it before the room. */
export const intakeCircles = ['own', 'coaches', 'room'] as const
export type IntakeCircle = (typeof intakeCircles)[number]

/** Whose answer it is. A role and never a person. */
export const intakeAuthors = ['owner', 'coach'] as const
export type IntakeAuthor = (typeof intakeAuthors)[number]

/** One answer of one of the two to one question: the name of a `Y.Text` in the document of its circle. */
export type Line = { question: IntakeQuestion; by: IntakeAuthor }
export const lineName = ({ question, by }: Line): string => `${question}.${by}`

/** The lines that a circle can hold: only the owner has something that nobody else reads. */
export const linesOf = (circle: IntakeCircle): Line[] =>
  intakeQuestions.flatMap((question) => (circle === 'own' ? (['owner'] as const) : intakeAuthors).map((by) => ({ question, by })))

export const readsCircle = (role: Role | 'server', circle: IntakeCircle): boolean =>
  role === 'owner' || (role === 'coach' && circle !== 'own')

export const isWider = (from: IntakeCircle, to: IntakeCircle): boolean => intakeCircles.indexOf(to) > intakeCircles.indexOf(from)
