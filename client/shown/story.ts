/** The whole chain of wordings on one page, or on a few: the older ones as text, the one of now on its plate. */
import type { Source } from '../../shared/domain/state.ts'
import { type Board, chainOf, type Wording } from './board.ts'
import { lineCount } from './lines.ts'
import { type Plate, plateInside } from './plate.ts'
import { bottom, caption, corner, footGap, type Surface, story as style, top } from './surface.ts'

export type StoryLink = {
  id: string
  /** From 1. */
  place: number
  text: string
  before: string | null
  after: string | null
  sources: Source[]
  /** The one of now, on its plate. */
  plate: Plate | null
}
export type StoryPage = { size: number; links: StoryLink[]; total: number }

const heightOf = ({ text, plate }: StoryLink, size: number, width: number): number => {
  if (plate !== null) return plate.height + caption.lines * caption.size * caption.leading + caption.above
  const lines = lineCount(text, { font: 'plate', size, width })
  return style.above + lines * size * style.leading + style.gap
}

const linkOf = (chain: readonly Wording[], place: number, width: number, plateRoom: number): StoryLink => {
  const { id, text, sources } = chain[place] as Wording
  const [before, after] = [chain[place - 1]?.text ?? null, chain[place + 1]?.text ?? null]
  const plate = after === null ? plateInside(text, width, plateRoom) : null
  return { id, place: place + 1, text, before, after, sources, plate }
}

/** In the largest letters with which all of it stands on one page, else in the smallest on as many as it takes. */
export const storyPages = (board: Board, surface: Surface): StoryPage[] => {
  const chain = chainOf(board)
  const width = surface.width - style.side
  const room = 100 - top - bottom - footGap - corner
  const links = (share: number) => chain.map((_, place) => linkOf(chain, place, width, room * share))
  for (const share of style.plates) {
    const all = links(share)
    const size = style.sizes.find((one) => all.reduce((sum, link) => sum + heightOf(link, one, width), 0) <= room)
    if (size !== undefined) return [{ size, links: all, total: all.length }]
  }
  const size = style.sizes.at(-1) ?? 4.4
  const pages: StoryLink[][] = []
  let left = 0
  for (const link of links(style.plates[0] ?? 0.45)) {
    const height = heightOf(link, size, width)
    const page = pages.at(-1)
    if (page && height <= left) page.push(link)
    else {
      pages.push([link])
      left = room
    }
    left -= height
  }
  return pages.map((links) => ({ size, links, total: chain.length }))
}
