import type { MoodEntry } from '../../shared/wire/documents.ts'
import { useEntry } from '../session/useDocument.ts'
import { useCrowd } from '../session/useSeat.ts'

/** How the question felt around this burst, as it was told last. `null`: fewer than three people said so. */
export const useMoods = (phase: string): MoodEntry => {
  const kept = useEntry('board', 'moods', phase)
  const current = useEntry('board', 'plein', 'current')
  const told = useCrowd()?.taps
  const now = current === phase ? told : undefined
  return { before: now?.['mood-before'] ?? kept?.before ?? null, after: now?.['mood-after'] ?? kept?.after ?? null }
}
