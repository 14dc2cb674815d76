/** What a decision is: events and ledger changes, or a refusal. */

import type { Card } from './cards/card.ts'
import type { Command } from './commands.ts'
import type { PleinEvent } from './events.ts'
import type { NameAnswer } from './names/answer.ts'
import type { Refusal } from './refusals.ts'
import type { CardId, Dots, IdeaId, PhaseId, Plein, Role, RoundId, SeatId } from './state.ts'
import type { Mark, TapId } from './taps/taps.ts'
import type { World } from './world.ts'

export type Actor = {
  /** `server` only for `time.passed`. */
  role: Role | 'server'
  /** `null` only for the server itself and the organiser over HTTP. */
  seat: SeatId | null
  /** How many contributions this seat made in the phase it writes for; from memory only, never stored. */
  posted: number
  /** A coach stopped this seat for the phase of now; from memory only, never stored. */
  muted?: boolean
}

/** Changes to what stands beside the log. */
export type Ledger =
  | { keep: 'key'; hash: string; idea: IdeaId }
  | { keep: 'ballot'; round: RoundId; voter: string; dots: Dots }
  | { keep: 'perspective'; seat: SeatId; perspective: string | null }
  | { keep: 'ready'; seat: SeatId; phase: PhaseId | null }
  | { keep: 'hand'; seat: SeatId; up: boolean }
  | ({ keep: 'tap'; tap: TapId; seat: SeatId } & Mark)
  | { keep: 'card'; hash: string; card: Card }
  | { keep: 'name'; row: string; said: NameAnswer }
  /** `withdrawn`: by its author, so that no backup may bring it back. */
  | { erase: 'card'; hash: string; card: CardId; withdrawn: boolean }
  | { erase: 'names'; rows: string[] }
  /** Cards and what was said of names go for good. */
  | { erase: 'sealed' }
  /** One slip of paper, taken out. */
  | { erase: 'ballot'; round: RoundId; voter: string }
  /** Ends the link between voters and ballots of one round. */
  | { erase: 'ballots'; round: RoundId }
  /** Ends the link between people and what they gave to one tap. */
  | { erase: 'taps'; tap: TapId }
  /** What the owner wrote for nobody else goes for good. */
  | { erase: 'own' }
  /** Ends the link between phones and ideas. */
  | { erase: 'keys' }
  /** Takes the words of a withdrawn idea out of the log, see `ideas/silence.ts`. */
  | { erase: 'words'; idea: IdeaId }
  /** Takes words that were changed since out of the log, once nothing is changed any more. */
  | { erase: 'outdated' }

/** Replaces a stored event in place (only to blank text or ballots); a new epoch starts with it. */
export type Redaction = { version: number; event: PleinEvent }

export type Accepted = { ok: true; events: PleinEvent[]; ledger: Ledger[]; redactions: Redaction[]; answer: Record<string, unknown> }
export type Decision = Accepted | { ok: false; refusal: Refusal }

/** Reads, never writes. Time, ids and chance come from `world`. */
export type Decide<C extends Command = Command> = (plein: Plein, actor: Actor, command: C, world: World) => Decision

export const accept = (
  events: PleinEvent[],
  answer: Record<string, unknown> = {},
  ledger: Ledger[] = [],
  redactions: Redaction[] = [],
): Accepted => ({ ok: true, events, ledger, redactions, answer })
