import type { ResultRow } from '../../shared/domain/state.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import type { Board } from './board.ts'
import { headingOf } from './heading.ts'
import { lineCount } from './lines.ts'
import { type Band, lettered, plainCard, type Room, roomyPages } from './pages.ts'
import { type Common, roomOf, type Scene, turned } from './scene.ts'
import { type Surface, result as style } from './surface.ts'

/** Items with their letters, as the paper ballot and the phones have them; no dots. */
export type Ballot = {
  status: 'open' | 'closed'
  budget: number
  maximum: number
  bands: Band[]
  size: number
  total: number
}
export type Row = ResultRow & {
  letter: string
  /** `null`: no longer on the board. */
  name: string | null
}
/** Sorted by dots, in the order of the letters where they are equal. */
export type ResultPage = {
  /** Fewer than three ballots: rows are empty. */
  heldBack: boolean
  /** People who gave dots. */
  voters: number
  rows: Row[]
  /** Letters of the rows. */
  size: number
  /** Of all rows on all pages: the longest bar. */
  longest: number
}
export type RoundShown = Common & ({ what: 'waiting' } | ({ what: 'ballot' } & Ballot) | ({ what: 'result' } & ResultPage))

const nameIn = (board: Board, round: RoundEntry, item: string): string | null =>
  (round.over === 'ideas' ? board.ideas.get(item)?.text : board.clusters.get(item)?.name) ??
  round.items.find(({ id }) => id === item)?.name ??
  null

const rowHeight = (row: Row, surface: Surface, size: number): number => {
  const width = style.name[surface.columns === 3 ? 'wide' : 'narrow']
  const lines = row.name === null ? 1 : lineCount(row.name, { font: 'text', size, width })
  const notes = (row.strongMinority ? style.note : 0) + (row.withdrawn ? style.note : 0)
  return Math.max(lines * size * style.leading, style.bar * size + notes)
}

const rowPages = (rows: readonly Row[], room: Room, size: number): Row[][] => {
  const pages: Row[][] = []
  let left = 0
  for (const row of rows) {
    const height = rowHeight(row, room.surface, size)
    if (height > left || pages.length === 0) {
      pages.push([])
      left = room.last
    }
    pages.at(-1)?.push(row)
    left -= height + style.gap
  }
  return pages
}

export const roundShown = (scene: Scene): RoundShown => {
  const { board, phase, surface, asked } = scene
  const round = [...board.rounds.values()].findLast((one) => one.phase === phase?.id)
  if (!round) return { ...scene.common, what: 'waiting' }
  const common = round.question === null ? scene.common : { ...scene.common, heading: headingOf(round.question, surface, 2) }
  const room = roomOf({ ...scene, common }, style.help)
  if (!round.revealed || round.result === null) {
    const cards = round.items.map(({ id, letter }) => ({ ...plainCard(id, nameIn(board, round, id) ?? '—'), letter }))
    const { size, pages: all } = roomyPages((size) => lettered(cards, room, size), [7, 6, 5, 4.2])
    const { it, ...at } = turned(all, asked, false)
    const status = round.status === 'open' ? 'open' : 'closed'
    const { budget, maximum } = round
    return { ...common, ...at, what: 'ballot', status, budget, maximum, bands: it ?? [], size, total: cards.length }
  }
  const { heldBack, voters, rows } = round.result
  const letter = (item: string) => round.items.find(({ id }) => id === item)?.letter ?? ''
  const sorted = [...rows]
    .sort((a, b) => b.dots - a.dots)
    .map((row): Row => ({ ...row, letter: letter(row.item), name: nameIn(board, round, row.item) }))
  const size = style.sizes.find((one) => rowPages(sorted, room, one).length <= 1) ?? 4.8
  const { it, ...at } = turned(rowPages(sorted, room, size), asked, false)
  const longest = Math.max(1, ...rows.map(({ dots }) => dots))
  return { ...common, ...at, what: 'result', heldBack, voters, rows: it ?? [], size, longest }
}
