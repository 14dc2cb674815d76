/** Pages of groups: first all names with how many ideas, then the groups with their ideas, column by column. */
import { lineCount, shortened, type Type } from './lines.ts'
import { type Card, heightOf, partsIn, type Room } from './pages.ts'
import { groupHead, most, card as style } from './surface.ts'

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

const headType = (room: Room): Type => ({ font: 'bold', size: groupHead.size, width: room.surface.column - groupHead.count })
const lineHeight = groupHead.size * groupHead.leading
const headHeight = (name: string | null, type: Type): number => (name === null ? 1 : lineCount(name, type)) * lineHeight + groupHead.after
const limit = (room: Room, at: number): number => (at % room.surface.columns === room.surface.columns - 1 ? room.last : room.height)

/** Names and numbers; as many columns as fit, as many pages as it takes. */
const names = (groups: readonly Group[], room: Room): GroupPage[] => {
  const type = headType(room)
  const pages: GroupPage[] = []
  let column = -1
  let taken = 0
  for (const [at, { id, name, cards }] of groups.entries()) {
    const height = headHeight(name, type) + style.gap
    if (column < 0 || taken + height > limit(room, column)) {
      column += 1
      taken = 0
      if (column % room.surface.columns === 0) pages.push({ columns: [], first: at + 1, last: at + 1 })
      pages.at(-1)?.columns.push([])
    }
    const page = pages.at(-1)
    page?.columns.at(-1)?.push({ group: id, name, total: cards.length, continued: false, cards: [], rest: cards.length })
    if (page) page.last = at + 1
    taken += height
  }
  return pages
}

/** Each group in a column of its own, as far as its ideas fit. */
const beside = (groups: readonly Group[], room: Room): GroupPage => {
  const type = headType(room)
  const columns = groups.map(({ id, name, cards }, at): Block[] => {
    let left = limit(room, at) - headHeight(name, type) - (style.size * style.leading + style.gap)
    const here: Card[] = []
    for (const one of cards) {
      left -= heightOf(one, room.surface.column, style.size) + style.gap
      if (left < 0 || here.length >= most / room.surface.columns) break
      here.push(one)
    }
    return [{ group: id, name, total: cards.length, continued: false, cards: here, rest: cards.length - here.length }]
  })
  return { columns, first: 1, last: groups.length }
}

const full = (groups: readonly Group[], room: Room): GroupPage[] => {
  const type = headType(room)
  const { columns, column } = room.surface
  const pages: GroupPage[] = []
  let at = -1
  let left = 0
  const open = (group: Group, number: number, continued: boolean): Block => {
    at += 1
    if (at % columns === 0) pages.push({ columns: [], first: number, last: number })
    const name = group.name === null ? null : shortened(group.name, type, continued ? 1 : 3)
    left = limit(room, at) - headHeight(name, type)
    const block: Block = { group: group.id, name, total: group.cards.length, continued, cards: [], rest: 0 }
    const page = pages.at(-1)
    page?.columns.push([block])
    if (page) page.last = number
    return block
  }
  for (const [index, group] of groups.entries()) {
    let block = open(group, index + 1, false)
    // The same height in every column, the corner's and the tallest head included: what fits here fits in any.
    const room3 = room.last - 3 * lineHeight - groupHead.after
    for (const whole of group.cards)
      for (const one of partsIn(whole, column, room3, style.size)) {
        const height = heightOf(one, column, style.size)
        if (height > left || block.cards.length >= most / columns) block = open(group, index + 1, true)
        block.cards.push(one)
        left -= height + style.gap
      }
  }
  return pages
}

export const groupPages = (groups: readonly Group[], room: Room): GroupPage[] => {
  const filled = groups.filter(({ cards }) => cards.length > 0)
  const pages = full(filled, room)
  if (groups.length <= room.surface.columns) {
    const first = beside(groups, room)
    const all = first.columns.every((blocks) => blocks.every(({ rest }) => rest === 0))
    return all ? [first] : [first, ...pages]
  }
  return [...names(groups, room), ...pages]
}
