import type { CommandType } from '../../shared/domain/commands.ts'
import { useEntry } from '../session/useDocument.ts'
import { useMay } from '../session/useSeat.ts'
import { useWritingWords } from './words.ts'

/** Why what stands on this page cannot be done now, or `null`. A page that waits for a sentence still shows what is over. */
export const useWhyNot = (): ((type: CommandType) => string | null) => {
  const may = useMay()
  const w = useWritingWords()
  const stage = useEntry('board', 'plein', 'stage')
  return (type) => (may(type) ? null : stage === 'closed' ? w.why.over : w.why.moved)
}
