/** The owner listens first: in the first round of writing the room is not to write to what the owner thinks. */
import type { PhaseId } from '../state.ts'

/** Kinds of phase in which the room writes what it thinks of the question. Checking in, proposing a wording and closing are no such round. */
const rounds: ReadonlySet<string> = new Set(['ideas', 'burst'])

type Played = { phase: PhaseId; kind: string }
type Asked = { id: PhaseId; kind: string }

/** The first round: the one of these that was entered first, whenever it is entered again. `null`: none was. */
const firstRound = (played: readonly Played[]): PhaseId | null => played.find(({ kind }) => rounds.has(kind))?.phase ?? null

/** Whether the owner only listens there. Nobody knows which will be the first one until it is entered, so before that they all are; and what is
 *  sent to one that comes later is written during the first. `settings`: a coach lifts it. */
export const listensIn = (phase: Asked, played: readonly Played[], { ownerListens }: { ownerListens: boolean }): boolean =>
  ownerListens && rounds.has(phase.kind) && (phase.id === firstRound(played) || !played.some((one) => one.phase === phase.id))

/** Whether the owner would, if nobody had lifted it: where a coach has something to lift. */
export const isFirstRound = (phase: Asked, played: readonly Played[]): boolean => listensIn(phase, played, { ownerListens: true })
