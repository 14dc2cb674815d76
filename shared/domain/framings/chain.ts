/** The chain of wordings; the last one that was not taken back is the dilemma now. */
import type { Framing, Plein } from '../state.ts'

export const chain = (plein: Plein): Framing[] =>
  [...plein.framings.values()].filter((framing) => !framing.undone).sort((a, b) => a.order - b.order)

export const currentFraming = (plein: Plein): Framing | null => chain(plein).at(-1) ?? null
