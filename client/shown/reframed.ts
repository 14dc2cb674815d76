import type { Source } from '../../shared/domain/state.ts'
import { type Board, chainOf } from './board.ts'
import { lineCount, shortened } from './lines.ts'
import { type Plate, plateIn } from './plate.ts'
import { bottom, caption, corner, footGap, type Surface, top } from './surface.ts'

export type Reframed = {
  id: string
  /** The wording that holds now. */
  now: Plate
  /** `null`: it has not changed yet. */
  was: {
    /** Whole, for the difference and for ears. */
    text: string
    /** As it fits, when it does not fit whole. */
    short: string | null
    letter: number
    height: number
  } | null
  /** It changed in the phase that is on: its new words are in chalk. */
  fresh: boolean
  sources: Source[]
}

/** Under the rule of the plate. */
const captionHeight = caption.lines * caption.size * caption.leading + caption.above
const wasMost = 0.42

/** The question before and now, as large as the surface holds both. `phase`: the one that is on; its wordings are fresh. */
export const reframed = (board: Board, surface: Surface, phase: string | null, headingHeight = 0): Reframed | null => {
  const chain = chainOf(board)
  const now = chain.at(-1)
  if (!now) return null
  const before = chain.at(-2)
  const width = surface.width - 8
  const free = 100 - top - bottom - footGap - corner - headingHeight
  const was = before === undefined ? null : wasIn(before.text, width, free * wasMost)
  const captioned = now.sources.length > 0 ? captionHeight : 0
  return {
    id: now.id,
    now: plateIn(now.text, width, free - (was?.height ?? 0) - captioned),
    was,
    fresh: before !== undefined && now.phase !== null && now.phase === phase,
    sources: now.sources,
  }
}

const wasIn = (text: string, width: number, height: number): NonNullable<Reframed['was']> => {
  const gap = 2.5
  for (const letter of [6, 5, 4.5]) {
    const lines = lineCount(text, { font: 'plate', size: letter, width })
    if (lines * letter * 1.2 + gap <= height) return { text, short: null, letter, height: lines * letter * 1.2 + gap }
  }
  const most = Math.floor((height - gap) / (4.5 * 1.2))
  const short = shortened(text, { font: 'plate', size: 4.5, width }, most)
  return { text, short: short === text ? null : short, letter: 4.5, height: most * 4.5 * 1.2 + gap }
}
