import type { FramingEvent } from '../events.ts'
import type { Plein } from '../state.ts'

/** New links come with `step.done`, see `clusters/evolve.ts`. */
export const evolveFramings = (plein: Plein, event: FramingEvent): void => {
  const framing = plein.framings.get(event.framing)
  if (framing) framing.text = event.text
}
