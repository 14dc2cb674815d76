import type { ResultRow } from '../../shared/domain/state.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import type { Board } from './board.ts'
import { evenly } from './evenly.ts'
import { type Heading, headingBeside, headingOf } from './heading.ts'
import { lineCount, linesOf, type Type, widthOf } from './lines.ts'
import { type Band, lettered, pagesOf, plainCard, type Room, roomyPages } from './pages.ts'
import { type Common, roomOf, type Scene, sharedOf, turned } from './scene.ts'
import { card as cardStyle, heading as headingStyle, type Surface, result as style } from './surface.ts'

/** Items with their letters, as the paper ballot and the phones have them; no dots. */
export type Ballot = {
  status: 'open' | 'closed'
  budget: number
  maximum: number
  bands: Band[]
  columns: number
  size: number
  total: number
}
export type Row = ResultRow & {
  letter: string
  /** `null`: no longer on the board. */
  name: string | null
  /** How many said what they need to go along with it, on a page of its own; 0: nothing of it was shared. */
  needs: number
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
  /** Of all rows on all pages: the longest bar, and how wide the names are. */
  longest: number
  names: number
  /** Rows end on the left of the way in, so that more of them stand there. */
  beside: boolean
}
/** What those who gave something no dots need to go along with it. */
export type ConditionsPage = { /** How many answered. */ answers: number; bands: Band[]; columns: number; size: number; total: number }
export type RoundShown = Common &
  ({ what: 'waiting' } | ({ what: 'ballot' } & Ballot) | ({ what: 'result' } & ResultPage) | ({ what: 'conditions' } & ConditionsPage))

const nameIn = (board: Board, round: RoundEntry, item: string): string | null =>
  (round.over === 'clusters'
    ? board.clusters.get(item)?.name
    : ((round.over === 'framings' ? board.framings.get(item) : undefined) ?? board.ideas.get(item))?.text) ??
  round.items.find(({ id }) => id === item)?.name ??
  null

const typeOf = (surface: Surface, size: number): Type => ({ font: 'text', size, width: style.name[surface.shape] })
const rowHeight = (row: Row, surface: Surface, size: number): number => {
  const lines = row.name === null ? 1 : lineCount(row.name, typeOf(surface, size))
  const notes = [row.strongMinority, row.divided, row.withdrawn, row.needs > 0].filter(Boolean).length * style.note
  return Math.max(lines * size * style.leading, style.bar * size + notes)
}

/** The longest line of a name: bars begin after it. */
const namesWidth = (rows: readonly Row[], surface: Surface, size: number): number => {
  const type = typeOf(surface, size)
  if (rows.some(({ name }) => name === null)) return type.width
  const lines = rows.flatMap(({ name }) => linesOf(name ?? '', type))
  return Math.min(type.width, Math.max(style.least, ...lines.map((line) => widthOf(line, type.font, size))))
}

/** As many pages as the rows need, and about as full as each other. */
const rowPages = (rows: readonly Row[], room: Room, size: number): Row[][] => {
  const heights = rows.map((row) => Math.min(rowHeight(row, room.surface, size), room.last) + style.gap)
  for (let many = 1; many < rows.length; many += 1) {
    const ends = evenly(
      heights,
      Array.from({ length: many }, () => room.last + style.gap),
    )
    if (ends.at(-1) === rows.length) return ends.map((end, at) => rows.slice(at === 0 ? 0 : ends[at - 1], end))
  }
  return rows.map((row) => [row])
}

type Laid = Pick<ResultPage, 'size' | 'names' | 'beside'> & { pages: Row[][] }

/** The largest letters with which all rows stand on one page, else the fewest pages of the smallest. */
const laid = (rows: readonly Row[], room: Room): Laid => {
  const { surface, height } = room
  const ways = style.sizes.flatMap((size): Laid[] => {
    const names = namesWidth(rows, surface, size)
    const way = { size, names, beside: false, pages: rowPages(rows, room, size) }
    if (names + style.beside + style.rest > surface.width) return [way]
    return [way, { size, names, beside: true, pages: rowPages(rows, { ...room, last: height }, size) }]
  })
  const smallest = ways.filter(({ size }) => size === style.sizes.at(-1))
  const fewest = smallest.reduce((best, way) => (way.pages.length < best.pages.length ? way : best))
  return ways.find(({ pages }) => pages.length <= 1) ?? fewest
}

const needsOf = ({ asks = [] }: RoundEntry, { item, merged }: ResultRow): number =>
  asks.reduce((sum, ask) => sum + (ask.item === item || merged.includes(ask.item) ? (ask.answers ?? 0) : 0), 0)

/** After the rows: for each item of which something was shared, what is needed to go along with it. */
const conditionPages = (scene: Scene, id: string, round: RoundEntry): (ConditionsPage & { heading: Heading })[] => {
  const { board, surface, common } = scene
  return (round.asks ?? []).flatMap(({ item, answers }) => {
    if (answers === null) return []
    const letter = round.items.find((one) => one.id === item)?.letter ?? ''
    const heading = headingOf(`${letter} · ${nameIn(board, round, item) ?? '—'}`, surface, headingStyle.aside.page, 2)
    const cards = sharedOf(board, ({ about }) => about?.round === id && about.item === item)
    const room = roomOf({ ...scene, common: { ...common, heading } }, style.help)
    const { size, columns, pages } = roomyPages(cards, room, cardStyle.sizes, (room, size) => pagesOf(cards, room, { size }))
    return pages.map((bands) => ({ heading, answers, bands, columns, size, total: cards.length }))
  })
}

export const roundShown = (scene: Scene): RoundShown => {
  const { board, phase, surface } = scene
  const [id, round] = [...board.rounds].findLast(([, one]) => one.phase === phase?.id) ?? ['', undefined]
  if (!round) return { ...scene.common, what: 'waiting' }
  const asked = round.question ?? phase?.settings.prompt ?? null
  if (!round.revealed || round.result === null) {
    const common = { ...scene.common, heading: headingBeside(asked, surface) }
    const room = roomOf({ ...scene, common }, style.help)
    const cards = round.items.map(({ id, letter }) => ({ ...plainCard(id, nameIn(board, round, id) ?? '—'), letter }))
    const { size, columns, pages } = roomyPages(cards, room, [7, 6, 5, 4.2], (room, size) => lettered(cards, room, size))
    const { it, ...at } = turned(pages, scene.asked, false)
    const status = round.status === 'open' ? 'open' : 'closed'
    const { budget, maximum } = round
    return { ...common, ...at, what: 'ballot', status, budget, maximum, bands: it ?? [], columns, size, total: cards.length }
  }
  const common = asked === null ? scene.common : { ...scene.common, heading: headingOf(asked, surface, headingStyle.aside.page, 2) }
  const room = roomOf({ ...scene, common }, style.help)
  const { heldBack, voters, rows } = round.result
  const letter = (item: string) => round.items.find(({ id }) => id === item)?.letter ?? ''
  const sorted = [...rows]
    .sort((a, b) => b.dots - a.dots)
    .map((row): Row => ({ ...row, letter: letter(row.item), name: nameIn(board, round, row.item), needs: needsOf(round, row) }))
  const { pages, ...look } = laid(sorted, room)
  const needed = conditionPages(scene, id, round)
  const { it, ...at } = turned([...pages, ...needed], scene.asked, false)
  if (it !== undefined && 'answers' in it) {
    const { heading, ...page } = it
    return { ...common, ...at, heading, what: 'conditions', ...page }
  }
  const longest = Math.max(1, ...rows.map(({ dots }) => dots))
  return { ...common, ...at, what: 'result', heldBack, voters, rows: it ?? [], ...look, longest }
}
