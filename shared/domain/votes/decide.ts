/** Opening and closing rounds, casting ballots, showing results. Leaving the phase closes nothing. */
import type { CommandOf, CommandType } from '../commands.ts'
import { accept, type Decide, type Decision } from '../decision.ts'
import { isOver } from '../life/over.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import type { Dots, Plein, Round } from '../state.ts'
import { ballotFor } from './ballot.ts'
import { countRound } from './count.ts'
import { decideOpenRound, openRoundIn } from './open.ts'
import { countSlips, slipOf } from './paper.ts'

type VoteCommand = Extract<
  CommandType,
  'round.open' | 'ballot.cast' | 'ballot.enter' | 'ballot.remove' | 'round.close' | 'round.reopen' | 'round.reveal'
>

const taking = (plein: Plein, id: string): { round: Round } | { refusal: Refusal } => {
  const round = plein.rounds.get(id)
  if (!round) return { refusal: { code: 'round-unknown', round: id } }
  if (round.status === 'closed') return { refusal: { code: 'round-closed', round: id } }
  if (round.status === 'counted') return { refusal: { code: 'round-counted', round: id } }
  return { round }
}

/** No event: a ballot stands beside the log and never in it. The answer says nothing about it either, because answers are kept (S3). */
const cast = (plein: Plein, id: string, voter: string, dots: Dots): Decision => {
  const open = taking(plein, id)
  if ('refusal' in open) return refuse(open.refusal)
  const ballot = ballotFor(open.round, dots)
  if ('refusal' in ballot) return refuse(ballot.refusal)
  return accept([], {}, [{ keep: 'ballot', round: id, voter, dots: ballot.dots }])
}

const castBallot: Decide<CommandOf<'ballot.cast'>> = (plein, actor, command) => {
  if (actor.seat === null) return refuse({ code: 'not-allowed', command: command.type, role: actor.role })
  return cast(plein, command.round, actor.seat, command.dots)
}

/** Two desks with a pile each begin at the same number: what is there goes only when whoever enters it says so. */
const enterBallot: Decide<CommandOf<'ballot.enter'>> = (plein, _actor, { round, paper, dots, replace }) => {
  const made = cast(plein, round, slipOf(paper), dots)
  if (made.ok && replace !== true && plein.ballots.get(round)?.has(slipOf(paper))) return refuse({ code: 'paper-taken', paper })
  return made
}

const removeBallot: Decide<CommandOf<'ballot.remove'>> = (plein, _actor, { round, paper }) => {
  const open = taking(plein, round)
  if ('refusal' in open) return refuse(open.refusal)
  const voter = slipOf(paper)
  if (!plein.ballots.get(round)?.has(voter)) return refuse({ code: 'paper-unknown', paper })
  return accept([], {}, [{ erase: 'ballot', round, voter }])
}

const close: Decide<CommandOf<'round.close'>> = (plein, actor, command, world) => {
  const open = taking(plein, command.round)
  if ('refusal' in open) return refuse(open.refusal)
  if (!command.confirmed) {
    const voters = plein.ballots.get(command.round)
    return refuse({ code: 'not-confirmed', counts: { ballots: voters?.size ?? 0, paper: countSlips(voters?.keys() ?? []) } })
  }
  const closesAt = world.now() + world.limits.takeBack
  return accept([{ type: 'round.closed', round: command.round, closesAt, ...signed(actor, world) }])
}

const reopen: Decide<CommandOf<'round.reopen'>> = (plein, actor, command, world) => {
  const round = plein.rounds.get(command.round)
  if (!round) return refuse({ code: 'round-unknown', round: command.round })
  if (round.status === 'open') return refuse({ code: 'round-open', round: round.id })
  if (round.status === 'counted') return refuse({ code: 'round-counted', round: round.id })
  if (round.closesAt !== null && isOver(round.closesAt, world))
    return refuse({ code: 'too-late', seconds: Math.round(world.limits.takeBack / 1000) })
  const other = openRoundIn(plein, round.phase)
  if (other) return refuse({ code: 'round-open', round: other.id })
  return accept([{ type: 'round.reopened', round: round.id, ...signed(actor, world) }])
}

/** Showing a closed round ends taking back: it is counted first. */
const reveal: Decide<CommandOf<'round.reveal'>> = (plein, actor, command, world) => {
  const round = plein.rounds.get(command.round)
  if (!round) return refuse({ code: 'round-unknown', round: command.round })
  if (round.status === 'open') return refuse({ code: 'round-not-closed', round: round.id })
  if (round.revealed === command.revealed) return refuse({ code: 'nothing-changed' })
  const counted = round.status === 'closed' ? countRound(plein, round, world) : { events: [], ledger: [] }
  const event = { type: 'round.revealed' as const, round: round.id, revealed: command.revealed, ...signed(actor, world) }
  return accept([...counted.events, event], {}, counted.ledger)
}

export const decideVotes: { [T in VoteCommand]: Decide<CommandOf<T>> } = {
  'round.open': decideOpenRound,
  'ballot.cast': castBallot,
  'ballot.enter': enterBallot,
  'ballot.remove': removeBallot,
  'round.close': close,
  'round.reopen': reopen,
  'round.reveal': reveal,
}
