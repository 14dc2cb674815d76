/** Map `framings`: the question chain. */
import type { FramingEntry } from '../../wire/documents.ts'
import { allAsTold } from '../framings/sources.ts'
import type { Framing, FramingId, IdeaId, Plein } from '../state.ts'
import type { Put } from './cells.ts'

const entry = (plein: Plein, { text, order, sources, by, at, phase, form, question, resonance }: Framing): FramingEntry => ({
  text,
  order,
  sources: allAsTold(plein, sources),
  by,
  at,
  phase,
  ...(form === undefined ? {} : { form }),
  ...(question === undefined ? {} : { question }),
  ...(resonance === undefined ? {} : { resonance: { touches: resonance.touches, off: resonance.off } }),
})

export const putFraming = (plein: Plein, id: FramingId, put: Put): void => {
  const framing = plein.framings.get(id)
  put('board', 'framings', id, framing && !framing.undone ? entry(plein, framing) : undefined)
}

/** Wordings that came from groups: merging, and taking that back, changes which group that is now. */
export const putGrouped = (plein: Plein, put: Put): void => {
  for (const { id, sources } of plein.framings.values()) if (sources.some(({ kind }) => kind === 'cluster')) putFraming(plein, id, put)
}

/** Wordings that came from this idea: its mark stands beside it there. */
export const putMarked = (plein: Plein, idea: IdeaId, put: Put): void => {
  for (const { id, sources } of plein.framings.values())
    if (sources.some((source) => source.touched && source.id === idea)) putFraming(plein, id, put)
}
