import type { Source } from '../../../shared/domain/state.ts'
import { useFramings } from '../../session/useDocument.ts'
import { useCards, useGroups, useRounds } from '../model.ts'
import { useCoachWords } from '../words.ts'

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text)

/** A source in words, as the room would name it. */
export const useSourceName = (): ((source: Source) => string) => {
  const w = useCoachWords()
  const cards = useCards()
  const groups = useGroups()
  const rounds = useRounds()
  const framings = useFramings()
  return ({ kind, id }) => {
    switch (kind) {
      case 'idea':
        return `“${short(cards.find((card) => card.id === id)?.text ?? w.question.gone)}”`
      case 'cluster':
        return groups.find((group) => group.id === id)?.name ?? w.question.gone
      case 'round':
        return w.question.round(rounds.find((round) => round.id === id)?.number ?? 0)
      case 'framing':
        return `“${short(framings.find((framing) => framing.id === id)?.text ?? w.question.gone)}”`
      default:
        return kind satisfies never
    }
  }
}
