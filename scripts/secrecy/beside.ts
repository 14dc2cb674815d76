/** T21, of what authors answer about the names of groups: long rows, of which each has a page of its own. The order of those pages was the order
 *  in which they came, and whoever answers for two ideas does so one after the other. */
import { createHash } from 'node:crypto'
import type { Evidence } from './evidence.ts'
import type { Truth } from './meeting.ts'

/** `beside`: rows that stand next to one another and are of one phone. `chance`: how many would be by chance. */
export type Beside = { rows: number; beside: number; chance: number }

const hash = (key: string): string => createHash('sha256').update(key).digest('hex')

export const besideIn = ({ rows }: Pick<Evidence, 'rows'>, { ideas }: Pick<Truth, 'ideas'>): Beside => {
  const whose = new Map(ideas.map(({ key, place }) => [hash(key), place]))
  const places = rows
    .filter(({ table }) => table === 'sealed')
    .toSorted((one, other) => one.page - other.page)
    .flatMap(({ values }) => {
      const place = whose.get(/^name\/([0-9a-f]{64})\//.exec(String(values[1]))?.[1] ?? '')
      return place === undefined ? [] : [place]
    })
  const counts = [...new Set(places)].map((place) => places.filter((one) => one === place).length)
  const pairs = counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  return {
    rows: places.length,
    beside: places.filter((place, at) => at > 0 && places[at - 1] === place).length,
    // Of all pairs of rows, 2 in n stand beside one another.
    chance: places.length === 0 ? 0 : (2 * pairs) / places.length,
  }
}

/** More than chance and `sigmas` of it. */
export const isTold = (found: readonly Beside[], sigmas: number): boolean => {
  const [right, chance] = [found.reduce((sum, { beside }) => sum + beside, 0), found.reduce((sum, one) => sum + one.chance, 0)]
  return right > chance + sigmas * Math.sqrt(chance)
}
