/** The question of a burst that became the question of the room: one for each burst, the one that was adopted last. */
import type { Framing, Idea, IdeaId, PhaseId } from '../state.ts'

/** By burst. Read off the chain, so that taking the adoption back takes the mark back too. `chain`: without what was taken back;
 *  `ideas`: those that may be seen. */
export const catalysts = (
  chain: Iterable<Pick<Framing, 'order' | 'question'>>,
  ideas: ReadonlyMap<IdeaId, Pick<Idea, 'phase'>>,
): Map<PhaseId, IdeaId> => {
  const found = new Map<PhaseId, IdeaId>()
  for (const { question } of [...chain].sort((a, b) => a.order - b.order)) {
    if (question === undefined) continue
    const phase = ideas.get(question)?.phase
    if (phase !== undefined) found.set(phase, question)
  }
  return found
}
