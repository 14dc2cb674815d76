/** Map `framings`: the question chain. */
import type { FramingEntry } from '../../wire/documents.ts'
import type { Framing, FramingId, Plein } from '../state.ts'
import type { Put } from './cells.ts'

const entry = ({ text, order, sources, by, at, phase, form, resonance }: Framing): FramingEntry => ({
  text,
  order,
  sources: sources.map(({ kind, id }) => ({ kind, id })),
  by,
  at,
  phase,
  ...(form === undefined ? {} : { form }),
  ...(resonance === undefined ? {} : { resonance: { touches: resonance.touches, off: resonance.off } }),
})

export const putFraming = (plein: Plein, id: FramingId, put: Put): void => {
  const framing = plein.framings.get(id)
  put('board', 'framings', id, framing && !framing.undone ? entry(framing) : undefined)
}
