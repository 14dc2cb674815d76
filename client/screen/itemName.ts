import type { RoundItem } from '../../shared/domain/state.ts'
import { useEntries } from '../session/useDocument.ts'
import { useScreenWords } from './words.ts'

export const useName = (): ((item: Pick<RoundItem, 'id' | 'name'>) => string) => {
  const w = useScreenWords()
  const clusters = useEntries('board', 'clusters')
  const ideas = useEntries('board', 'ideas')
  return (item) => clusters.get(item.id)?.name ?? ideas.get(item.id)?.text ?? item.name ?? w.votes.gone
}
