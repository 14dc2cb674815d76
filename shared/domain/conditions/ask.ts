/** Asking, about one item of a vote, whoever gave it no dots. */
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import type { PleinEvent } from '../events.ts'
import { refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import { fewestBallots, fewIn } from '../votes/enough.ts'
import { resultOf } from '../votes/result.ts'
import { fewestAnswers, mayBeAsked, tellable } from './asks.ts'

export const ask: Decide<CommandOf<'round.ask'>> = (plein, actor, { round: id, item, asked = true }, world) => {
  const round = plein.rounds.get(id)
  if (!round) return refuse({ code: 'round-unknown', round: id })
  const before = round.asks.find((one) => one.item === item)
  if (asked === (before?.asked ?? false)) return refuse({ code: 'nothing-changed' })
  if (before && !asked) {
    const event = { type: 'round.asked', round: id, item, parts: before.parts, asked, ...signed(actor, world) } as const
    // Only once: ended and asked again after each answer, it would tell them one by one.
    const rest = tellable(plein, before, !before.ended)
    const listed: PleinEvent[] = rest.length === 0 ? [] : [{ type: 'desk.listed', ideas: world.shuffle(rest) }]
    return accept([event, ...listed])
  }
  const result = resultOf(plein, round)
  if (!result || !round.revealed) return refuse({ code: 'round-not-shown', round: id })
  const { heldBack, ballots } = result
  if (heldBack) return refuse({ code: 'held-back', minimum: fewestBallots, ballots, few: fewIn(result) })
  const row = result.rows.find((one) => one.item === item && !one.withdrawn)
  if (!row) return refuse({ code: 'item-unknown', item })
  // With one or two of them, who puts a phone away would be whose answer it is; and three would never come.
  if (mayBeAsked(result, row) < fewestAnswers) return refuse({ code: 'too-few-to-ask', minimum: fewestAnswers })
  return accept([{ type: 'round.asked', round: id, item, parts: [item, ...row.merged], asked, ...signed(actor, world) }])
}
