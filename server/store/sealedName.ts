/** Under which cards, and what authors say of the names of groups, stand in a store: hashes and ids only. */
import type { CardId, IdeaId } from '../../shared/domain/state.ts'

export const sealedName = {
  /** By its own id, which the idea keeps that it becomes: the hash of its edit key stands inside, sealed too. */
  card: (card: CardId | IdeaId): string => `card/${card}`,
  /** `row`: of `shared/domain/names/row.ts`. */
  name: (row: string): string => `name/${row}`,
}
