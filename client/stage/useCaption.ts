import type { Source } from '../../shared/domain/state.ts'
import type { Shape } from '../../shared/wire/messages.ts'
import { useEntries, useFramings } from '../session/useDocument.ts'
import { shortened } from '../shown/lines.ts'
import { caption, surfaces } from '../shown/surface.ts'
import { type ScreenWords, useScreenWords } from './words.ts'

const short = (text: string, most: number): string => {
  if (text.length <= most) return text
  const words = text.slice(0, most - 1).replace(/\s\S*$/, '')
  return `${words}…`
}
/** How much of an idea is quoted: less before one is left out, so that what is quoted is never cut off without its end. */
const quoted = [60, 48, 36, 24]

type Caption = (sources: readonly Source[], shape: Shape, within: { letter: number; lines?: number }) => string | null

/** Where a wording came from, in two lines at most; `letter`: of the plate that it stands on, whose edges take room. */
export const useCaption = (): Caption => {
  const w: ScreenWords = useScreenWords()
  const chain = useFramings()
  const ideas = useEntries('board', 'ideas')
  const places = useEntries('board', 'places')
  const clusters = useEntries('board', 'clusters')
  const inside = (cluster: string) => [...places.values()].filter((place) => place === cluster).length
  const said = ({ kind, id }: Source, most: number): string | null => {
    if (kind === 'cluster') return clusters.has(id) ? w.reframe.group(clusters.get(id)?.name ?? '', inside(id)) : null
    if (kind === 'idea') {
      const idea = ideas.get(id)
      return idea === undefined
        ? null
        : idea.as === 'proposal'
          ? w.reframe.proposal
          : idea.as === 'question'
            ? w.reframe.burst
            : w.reframe.idea(short(idea.text, most))
    }
    if (kind === 'round') return w.reframe.round
    return w.reframe.framing(short(chain.find((one) => one.id === id)?.text ?? '', most))
  }
  return (sources, shape, { letter, lines = caption.lines }) => {
    const known = sources.filter((source) => said(source, 0) !== null)
    if (known.length === 0) return null
    const width = surfaces[shape].width - 8 - 1.5 * letter
    const type = { font: 'plate', size: caption.size, width } as const
    const line = (named: number, most: number) => {
      const names = known.slice(0, named).flatMap((source) => said(source, most) ?? [])
      return w.reframe.from(w.reframe.list(named < known.length ? [...names, w.reframe.more(known.length - named)] : names))
    }
    const ways = [3, 2, 1].flatMap((named) => quoted.map((most) => line(named, most)))
    return ways.find((way) => shortened(way, type, lines) === way) ?? shortened(line(1, 24), type, lines)
  }
}
