/** The chain of wordings; the last one that was not taken back is the dilemma now. */
import type { Framing, Plein } from '../state.ts'

/** In the order in which they were adopted, as they are kept. */
export const chain = (plein: Plein): Framing[] => [...plein.framings.values()].filter((framing) => !framing.undone)

export const currentFraming = (plein: Plein): Framing | null => chain(plein).at(-1) ?? null
