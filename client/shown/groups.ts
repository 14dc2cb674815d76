/** Pages of groups: first all names with how many ideas, then the groups with their ideas, column by column. */
import { evenly } from './evenly.ts'
import { lineCount, shortened, type Type, unbroken, widthOf } from './lines.ts'
import { type Card, heightOf, partsIn, type Room } from './pages.ts'
import { columned, groupHead, most, card as style } from './surface.ts'

export type Group = { id: string /** `null`: what stands in no group. */; name: string | null; cards: Card[] }
/** A piece of a column: the name of a group and some of its ideas. */
export type Block = {
  group: string
  name: string | null
  total: number
  /** It began in an earlier column. */
  continued: boolean
  cards: Card[]
  /** How many of its ideas stand on a later page only. */
  rest: number
}
export type GroupPage = { columns: Block[][] /** Numbers of the first and the last group here, from 1. */; first: number; last: number }

/** Beside how many there are. */
const headType = (room: Room, total: number, size: number = groupHead.size): Type => ({
  font: 'bold',
  size,
  width: room.surface.column - groupHead.gap - widthOf('0'.repeat(`${total}`.length), 'text', size),
})
const headHeight = (name: string | null, type: Type): number =>
  (name === null ? 1 : lineCount(name, type)) * type.size * groupHead.leading + groupHead.after
const limit = (room: Room, at: number): number => (at % room.surface.columns === room.surface.columns - 1 ? room.last : room.height)

/** Names and numbers: down each column, as evenly over the columns as a page is full. */
const names = (groups: readonly Group[], room: Room): { size: number; pages: GroupPage[] } => {
  for (const size of groupHead.sizes) {
    const pages = namesIn(groups, room, size)
    const broken = groups.some(
      ({ name, cards }) =>
        name !== null && !unbroken(name, headType(room, cards.length, size)) && unbroken(name, headType(room, cards.length)),
    )
    if (pages.length === 1 && !broken) return { size, pages }
  }
  return { size: groupHead.size, pages: namesIn(groups, room, groupHead.size) }
}

const namesIn = (groups: readonly Group[], room: Room, size: number): GroupPage[] => {
  const heights = groups.map(({ name, cards }) => headHeight(name, headType(room, cards.length, size)) + style.gap)
  const pages: GroupPage[] = []
  let start = 0
  while (start < groups.length) {
    const limits = Array.from({ length: room.surface.columns }, (_, column) => limit(room, column))
    const ends = evenly(heights.slice(start), limits)
    // A name that fits nowhere stands there all the same.
    const atLeast = ends.at(-1) === 0 ? 1 : 0
    const columns: Block[][] = []
    let at = start
    for (const end of ends) {
      const here = groups.slice(at, start + Math.max(end, atLeast))
      columns.push(
        here.map(({ id, name, cards }) => ({ group: id, name, total: cards.length, continued: false, cards: [], rest: cards.length })),
      )
      at = start + Math.max(end, atLeast)
    }
    pages.push({ columns, first: start + 1, last: at })
    start = at
  }
  return pages
}

/** Each group in a column of its own, as far as its ideas fit. */
const beside = (groups: readonly Group[], room: Room, size: number, cardSize: number): GroupPage => {
  const columns = groups.map((group, at): Block[] => {
    const free = limit(room, at) - headHeight(group.name, headType(room, group.cards.length, size))
    const whole = fitting(group.cards, free, room, cardSize)
    const cards = whole.length === group.cards.length ? whole : fitting(group.cards, free - moreHeight, room, cardSize)
    const total = group.cards.length
    return [{ group: group.id, name: group.name, total, continued: false, cards, rest: total - cards.length }]
  })
  return { columns, first: 1, last: groups.length }
}

/** The line that says how many more there are. */
const moreHeight = style.size * style.leading + style.gap

const fitting = (cards: readonly Card[], free: number, room: Room, size: number): Card[] => {
  let left = free
  return cards.filter((one, nth) => {
    const height = heightOf(one, room.surface.column, size) + style.gap
    if (height > left || nth >= most / room.surface.columns) return false
    left -= height
    return true
  })
}

/** Fewer groups than columns: wider columns, and the larger letters with which everything stands there whole. */
const wide = (groups: readonly Group[], room: Room): Sized & { whole: boolean } => {
  const surface = columned(room.surface, groups.length)
  const sized = groupHead.beside.map(([size, cards]) => ({
    size,
    cards,
    of: surface.columns,
    ...beside(groups, { ...room, surface }, size, cards),
  }))
  const whole = sized.find(({ columns }) => columns.every((blocks) => blocks.every(({ rest }) => rest === 0)))
  return { ...(whole ?? (sized.at(-1) as Sized)), whole: whole !== undefined }
}

type Piece = { one: Card; height: number }

/** Column by column; what does not fit at the foot of one waits for the next, and something that does fit comes first. */
const full = (groups: readonly Group[], room: Room): GroupPage[] => {
  const { columns, column } = room.surface
  const measured = (one: Card): Piece => ({ one, height: heightOf(one, column, style.size) })
  const pages: GroupPage[] = []
  let at = -1
  for (const [index, group] of groups.entries()) {
    const type = headType(room, group.cards.length)
    const wide = { ...type, width: column }
    const fresh = room.height - groupHead.size * groupHead.leading - groupHead.after
    let waiting = group.cards.flatMap((whole) => partsIn(whole, column, fresh, style.size).map(measured))
    const lowest = Math.min(...waiting.map(({ height }) => height))
    let continued = false
    while (waiting.length > 0) {
      const name = group.name === null ? null : shortened(group.name, continued ? wide : type, continued ? 1 : 3)
      let left = limit(room, at + 1) - headHeight(name, continued ? wide : type)
      const cards: Card[] = []
      const later: Piece[] = []
      const begun = new Set<string>()
      for (const [next, piece] of waiting.entries()) {
        // From here on nothing fits any more.
        if (left < lowest || cards.length >= most / columns) {
          later.push(...waiting.slice(next))
          break
        }
        const { one, height } = piece
        if (height > left || begun.has(one.id)) {
          later.push(piece)
          begun.add(one.id)
          continue
        }
        cards.push(one)
        left -= height + style.gap
      }
      at += 1
      const number = index + 1
      if (at % columns === 0) pages.push({ columns: [], first: number, last: number })
      const page = pages.at(-1)
      // The last column is shorter: where nothing fits in it, it stays bare.
      if (cards.length === 0 && at % columns === columns - 1) {
        page?.columns.push([])
        continue
      }
      if (page) page.last = number
      page?.columns.push([{ group: group.id, name, total: group.cards.length, continued, cards, rest: 0 }])
      continued = true
      waiting = later
    }
  }
  return pages
}

/** `size`: the letters of the names; `cards`: those of the ideas; `of`: how many columns there is room for. */
export type Sized = GroupPage & { size: number; cards: number; of: number }

/** `loose` is what stands in no group; it comes last. */
export const groupPages = (groups: readonly Group[], loose: Group, room: Room): Sized[] => {
  const all = loose.cards.length === 0 ? groups : [...groups, loose]
  const { columns } = room.surface
  const sized = (pages: readonly GroupPage[], size: number = groupHead.size) =>
    pages.map((page) => ({ ...page, size, cards: style.size, of: columns }))
  const first = groups.length > columns ? null : wide(all.length > columns ? groups : all, room)
  if (first?.whole && all.length <= columns) return [first]
  const pages = sized(
    full(
      all.filter(({ cards }) => cards.length > 0),
      room,
    ),
  )
  // What stands on one page, or is one group, needs no page before it that says what there is.
  if (first !== null) return all.length === 1 || pages.length === 1 ? pages : [first, ...pages]
  const named = names(all, room)
  return [...sized(named.pages, named.size), ...pages]
}
