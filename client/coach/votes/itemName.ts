import type { RoundItem } from '../../../shared/domain/state.ts'
import { useFramings } from '../../session/useDocument.ts'
import { useCards, useGroups } from '../model.ts'
import { useCoachWords } from '../words.ts'

/** What an item is called now; the name it had when the round opened when it is no longer there. */
export const useItemName = (): ((item: Pick<RoundItem, 'id' | 'name'>) => string) => {
  const w = useCoachWords()
  const cards = useCards()
  const groups = useGroups()
  const framings = useFramings()
  return (item) =>
    groups.find((group) => group.id === item.id)?.name ??
    cards.find((card) => card.id === item.id)?.text ??
    framings.find((framing) => framing.id === item.id)?.text ??
    item.name ??
    w.question.gone
}
