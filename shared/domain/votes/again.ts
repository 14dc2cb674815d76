/** A second round beside the first: the same things under the same letters, so that what moved can be read off. */
import { heirOf } from '../clusters/find.ts'
import { onBoard, shown } from '../clusters/members.ts'
import type { Refusal } from '../refusals.ts'
import { same } from '../same.ts'
import type { Plein, Round, RoundId } from '../state.ts'
import { fewestItems } from './items.ts'

type Repeated = Pick<Round, 'over' | 'question' | 'items' | 'budget' | 'maximum'> & { again: RoundId }

/** How many different things of a round the board still shows. */
const left = (plein: Plein, { over, items }: Round): number => {
  const things = items.flatMap(({ id }) => {
    const [cluster, idea, framing] = [plein.clusters.get(id), plein.ideas.get(id), plein.framings.get(id)]
    if (over !== 'clusters') return (idea && shown(idea)) || (over === 'framings' && framing?.undone === false) ? [id] : []
    const heir = cluster && heirOf(plein, cluster)
    return heir && onBoard(plein, heir) ? [heir.id] : []
  })
  return new Set(things).size
}

/** What was not counted yet may still change, and shows nothing to be compared with. */
export const repeated = (plein: Plein, id: RoundId): { round: Repeated } | { refusal: Refusal } => {
  const first = plein.rounds.get(id)
  if (!first) return { refusal: { code: 'round-unknown', round: id } }
  if (first.status !== 'counted') return { refusal: { code: 'round-not-counted', round: id } }
  const items = left(plein, first)
  if (items < fewestItems) return { refusal: { code: 'too-few-items', minimum: fewestItems, items } }
  const { over, question, budget, maximum } = first
  return { round: { over, question, items: first.items.map((item) => ({ ...item })), budget, maximum, again: id } }
}

/** Whether a round is over the very things of that one. */
export const repeats = (round: Round, first: Round | undefined): boolean =>
  first !== undefined &&
  first !== round &&
  round.over === first.over &&
  round.budget === first.budget &&
  round.maximum === first.maximum &&
  same(round.items, first.items)
