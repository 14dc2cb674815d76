import type { ResultRow } from '../../shared/domain/state.ts'
import { type Few, fewIn } from '../../shared/domain/votes/enough.ts'
import { type Shift, shiftsOf } from '../../shared/domain/votes/shift.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import type { Board } from './board.ts'
import { evenly } from './evenly.ts'
import { type Heading, headingBeside, headingOf } from './heading.ts'
import { lineCount, linesOf, shortened, type Type, widthOf } from './lines.ts'
import { type Band, lettered, pagesOf, plainCard, type Room, roomyPages } from './pages.ts'
import { type Common, roomOf, type Scene, sharedOf, turned } from './scene.ts'
import { card as cardStyle, heading as headingStyle, result as style } from './surface.ts'

/** Items with their letters, as the paper ballot and the phones have them; no dots. */
export type Ballot = {
  round: string
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
  /** What stands there instead, where no page holds the name with its bar. */
  cut: string | null
  /** In the round that this one repeats; `null`: there is none, or it is not shown. */
  was: Shift | null
}
/** Sorted by dots, in the order of the letters where they are equal. */
export type ResultPage = {
  /** Of too few ballots: rows are empty. `null`: it is told. */
  heldBack: Few | null
  /** People who gave dots. */
  voters: number
  ballots: number
  /** How many of them came on paper. */
  paper: number
  /** The same of the round that this one repeats; `null`: there is none, or it is not shown. */
  votersBefore: number | null
  rows: Row[]
  /** Letters of the rows. */
  size: number
  /** Names of several lines stand above their bars, over the whole width. */
  above: boolean
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

/** Where the names stand: on the left of their bars, or above them; `beside`: all of it on the left of the way in. */
type Place = { size: number; width: number; above: boolean; beside: boolean }

const typeOf = ({ size, width }: Place): Type => ({ font: 'text', size, width })
/** What people need to go along says more of it than that they lie far apart. */
const notesOf = ({ strongMinority, divided, withdrawn, needs, was }: Row, above: boolean): number =>
  [strongMinority, divided || needs > 0, withdrawn].filter(Boolean).length * style.note +
  (was === null ? 0 : style.was[above ? 'above' : 'beside'])
/** The bar with what is said about it. */
const barHeight = (row: Row, { size, above }: Place): number => style.bar * size + notesOf(row, above)
const nameHeight = ({ name, cut }: Row, place: Place): number =>
  (name === null ? 1 : lineCount(cut ?? name, typeOf(place))) * place.size * style.leading
const rowHeight = (row: Row, place: Place): number =>
  place.above ? nameHeight(row, place) + style.under + barHeight(row, place) : Math.max(nameHeight(row, place), barHeight(row, place))

/** As many lines as a page holds: whole it stands on the phones. */
const fitting = (row: Row, place: Place, height: number): Row => {
  if (!place.above || row.name === null || rowHeight(row, place) <= height) return row
  const lines = Math.max(1, Math.floor((height - style.under - barHeight(row, place)) / (place.size * style.leading)))
  return { ...row, cut: shortened(row.name, typeOf(place), lines) }
}

/** The longest line of a name: bars begin after it. */
const namesWidth = (rows: readonly Row[], place: Place): number => {
  const type = typeOf(place)
  if (rows.some(({ name }) => name === null)) return type.width
  const lines = rows.flatMap(({ name }) => linesOf(name ?? '', type))
  return Math.min(type.width, Math.max(style.least, ...lines.map((line) => widthOf(line, type.font, place.size))))
}

/** As many pages as the rows need, and about as full as each other. */
const rowPages = (all: readonly Row[], room: Room, place: Place): Row[][] => {
  const rows = all.map((row) => fitting(row, place, room.last))
  const heights = rows.map((row) => Math.min(rowHeight(row, place), room.last) + style.gap)
  for (let many = 1; many < rows.length; many += 1) {
    const ends = evenly(
      heights,
      Array.from({ length: many }, () => room.last + style.gap),
    )
    if (ends.at(-1) === rows.length) return ends.map((end, at) => rows.slice(at === 0 ? 0 : ends[at - 1], end))
  }
  return rows.map((row) => [row])
}

type Laid = Pick<ResultPage, 'size' | 'above' | 'names' | 'beside'> & { pages: Row[][] }

const inPlace = (rows: readonly Row[], room: Room, place: Place): Laid => {
  const { size, above, beside } = place
  const pages = rowPages(rows, beside ? { ...room, last: room.height } : room, place)
  return { size, above, beside, names: above ? 0 : namesWidth(rows, place), pages }
}

/** The largest letters with which all rows stand on one page, else the fewest pages of the smallest. */
const laid = (rows: readonly Row[], room: Room, above: boolean): Laid => {
  const { surface } = room
  const ways = style.sizes.flatMap((size): Laid[] => {
    if (above)
      return [false, true].map((beside) =>
        inPlace(rows, room, {
          size,
          above,
          beside,
          width: surface.width - (beside ? style.beside : 0) - style.letter * size - style.aside,
        }),
      )
    const way = inPlace(rows, room, { size, above, beside: false, width: style.name[surface.shape] })
    if (way.names + style.beside + style.rest > surface.width) return [way]
    return [way, inPlace(rows, room, { size, above, beside: true, width: style.name[surface.shape] })]
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
    return { ...common, ...at, what: 'ballot', round: id, status, budget, maximum, bands: it ?? [], columns, size, total: cards.length }
  }
  const common = asked === null ? scene.common : { ...scene.common, heading: headingOf(asked, surface, headingStyle.aside.page, 2) }
  const room = roomOf({ ...scene, common }, style.help)
  const { ballots, voters, paper = 0, rows } = round.result
  const heldBack = round.result.heldBack ? fewIn(round.result) : null
  const first = board.rounds.get(round.again ?? '')?.result
  const shifts = new Map(shiftsOf(first, round.result, round.maximum)?.map((shift) => [shift.item, shift]))
  const letter = (item: string) => round.items.find(({ id }) => id === item)?.letter ?? ''
  const sorted = [...rows]
    .sort((a, b) => b.dots - a.dots)
    .map((row): Row => {
      const [name, needs, was] = [nameIn(board, round, row.item), needsOf(round, row), shifts.get(row.item) ?? null]
      return { ...row, letter: letter(row.item), name, needs, cut: null, was }
    })
  const { pages, ...look } = laid(sorted, room, round.over === 'framings')
  const needed = conditionPages(scene, id, round)
  const { it, ...at } = turned([...pages, ...needed], scene.asked, false)
  if (it !== undefined && 'answers' in it) {
    const { heading, ...page } = it
    return { ...common, ...at, heading, what: 'conditions', ...page }
  }
  const longest = Math.max(1, ...sorted.map(({ dots, was }) => Math.max(dots, was?.dots.before ?? 0)))
  const votersBefore = shifts.size === 0 ? null : (first?.voters ?? null)
  return { ...common, ...at, what: 'result', heldBack, ballots, voters, paper, votersBefore, rows: it ?? [], ...look, longest }
}
