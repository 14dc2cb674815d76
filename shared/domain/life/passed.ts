/** What the server itself decides when time has passed: telling the desk, counting rounds, closing for good. */
import type { CommandOf } from '../commands.ts'
import { heldBack } from '../conditions/asks.ts'
import { type Actor, accept, type Decide, type Ledger } from '../decision.ts'
import type { PleinEvent } from '../events.ts'
import { list, tellCoaches } from '../ideas/listing.ts'
import { signed } from '../signed.ts'
import type { Plein, Round } from '../state.ts'
import { moodsLeft } from '../taps/moods.ts'
import { erasedTaps } from '../taps/picture.ts'
import { countRound } from '../votes/count.ts'
import { sealRounds } from '../votes/seal.ts'
import type { World } from '../world.ts'
import { sealsAt } from './closing.ts'
import { isOver } from './over.ts'

export const passed: Decide<CommandOf<'time.passed'>> = (plein, actor, { renew }, world) => {
  if (plein.sealed) return accept([])
  const listed = list(plein, world)
  const end = sealsAt(plein, world)
  if (end !== null && isOver(end, world)) {
    const { events, ledger, redactions } = sealRounds(plein, world)
    const sealed = { type: 'plein.sealed', ...signed(actor, world) } as const
    const untold = heldBack(plein).filter((idea) => !listed.some((event) => event.type === 'desk.listed' && event.ideas.includes(idea)))
    const gone = untold.map((idea): PleinEvent => ({ type: 'idea.withdrawn', idea }))
    const words = untold.map((idea) => ({ erase: 'words', idea }) as const)
    const erased: Ledger[] = [
      ...erasedTaps(plein),
      ...words,
      { erase: 'keys' },
      { erase: 'own' },
      { erase: 'sealed' },
      { erase: 'outdated' },
    ]
    return accept([...listed, ...gone, ...events, ...moodsLeft(plein, world), sealed], {}, [...ledger, ...erased], redactions)
  }
  const counted = due(plein, world).map((round) => countRound(plein, round, world))
  return accept([...listed, ...counted.flatMap(({ events }) => events), ...(renew && !voting(plein) ? [renewed(actor, world)] : [])], {}, [
    ...tellCoaches(plein),
    ...counted.flatMap(({ ledger }) => ledger),
  ])
}

/** Everybody reads the board anew then, which is no moment for it. */
const voting = (plein: Plein): boolean => [...plein.rounds.values()].some(({ status }) => status === 'open')
const renewed = (actor: Actor, world: World): PleinEvent => ({ type: 'documents.renewed', ...signed(actor, world) })

/** Closed rounds that cannot be taken back any more. */
const due = (plein: Plein, world: World): Round[] =>
  [...plein.rounds.values()].filter(({ status, closesAt }) => status === 'closed' && closesAt !== null && isOver(closesAt, world))
