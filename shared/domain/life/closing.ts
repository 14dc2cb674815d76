/** Closing the Plein: confirmed with the counts, taken back for a short while, then for good. */
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { countable } from '../ideas/listing.ts'
import { refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import type { Moment, Plein, Round } from '../state.ts'
import { fewOf } from '../votes/enough.ts'
import { countSlips } from '../votes/paper.ts'
import type { World } from '../world.ts'
import { isOver } from './over.ts'

/** Whoever never saw it loses it: what was not shown is in no outcome. What is held back can be shown to nobody. */
const canBeShown = (plein: Plein, { id, status, revealed, ballots }: Round): boolean => {
  if (revealed || status === 'open') return false
  if (status === 'counted') return ballots !== null
  const voters = plein.ballots.get(id)
  return fewOf(voters?.size ?? 0, countSlips(voters?.keys() ?? [])) === null
}

/** What a coach should know before it is over: what the room has not seen, and what is not counted. */
const leftOpen = (plein: Plein): Record<string, number> => {
  const rounds = [...plein.rounds.values()]
  const ideas = countable(plein).filter((idea) => !idea.withdrawn && !idea.hidden)
  return {
    unreleased: ideas.filter((idea) => !idea.released).length,
    edits: ideas.filter((idea) => idea.told === 'edit').length,
    openRounds: rounds.filter((round) => round.status === 'open').length,
    notShown: rounds.filter((round) => canBeShown(plein, round)).length,
  }
}

export const close: Decide<CommandOf<'plein.close'>> = (plein, actor, command, world) =>
  command.confirmed
    ? accept([{ type: 'plein.closed', closesAt: world.now() + world.limits.takeBack, ...signed(actor, world) }], {
        takeBack: world.limits.takeBack,
      })
    : refuse({ code: 'not-confirmed', counts: leftOpen(plein) })

/** From this moment on closing is for good; `null` when the Plein is not closed. */
export const sealsAt = (plein: Plein, world: World): Moment | null =>
  plein.stage === 'closed' && !plein.sealed && plein.closedAt !== null ? (plein.closesAt ?? plein.closedAt + world.limits.takeBack) : null

export const reopen: Decide<CommandOf<'plein.reopen'>> = (plein, actor, _command, world) => {
  const end = sealsAt(plein, world)
  // The server may be late with sealing; what was promised to be over is over.
  if (end !== null && isOver(end, world)) return refuse({ code: 'too-late', seconds: Math.round(world.limits.takeBack / 1000) })
  return accept([{ type: 'plein.reopened', ...signed(actor, world) }])
}
