/** What stands in the bytes of a database file and in no row of it: on pages that no table has any more, and between the rows of the others.
 *  Source of the format: https://www.sqlite.org/fileformat2.html. */
import { pagesOf, varint } from './pages.ts'

/** `free`: all of its page; there nothing at all should stand. */
export type Corner = { bytes: Buffer; free: boolean }
/** `rows`: the bytes of each row, the parts on further pages with it. */
export type Corners = { corners: Corner[]; rows: Buffer[] }

type Kind = { interior: boolean; rowid: boolean }
const kinds: Record<number, Kind> = {
  2: { interior: true, rowid: false },
  5: { interior: true, rowid: true },
  10: { interior: false, rowid: false },
  13: { interior: false, rowid: true },
}
const head = 100

/** `roots`: the first page of each table and index. */
export const cornersOf = (database: Buffer, roots: readonly number[]): Corners => {
  const pages = pagesOf(database)
  const size = pages[0]?.length ?? 0
  /** By page, what of it is in use. */
  const used = new Map<number, Uint8Array>()
  const rows: Buffer[] = []

  const use = (page: number, from: number, to: number): void => {
    const own = used.get(page) ?? new Uint8Array(size)
    used.set(page, own.fill(1, from, to))
  }
  const chain = (first: number, length: number): Buffer[] => {
    const parts: Buffer[] = []
    let left = length
    for (let next = first; left > 0 && pages[next - 1] && !used.has(next); ) {
      const page = pages[next - 1]!
      const here = Math.min(left, size - 4)
      use(next, 0, 4 + here)
      parts.push(page.subarray(4, 4 + here))
      left -= here
      next = page.readUInt32BE(0)
    }
    return parts
  }
  const least = Math.floor(((size - 12) * 32) / 255) - 23
  const cell = (number: number, offset: number, { interior, rowid }: Kind): void => {
    const page = pages[number - 1]!
    let at = offset + (interior ? 4 : 0)
    if (interior) waiting.push(page.readUInt32BE(offset))
    if (interior && rowid) {
      use(number, offset, varint(page, at)[1])
      return
    }
    const [length, after] = varint(page, at)
    at = rowid ? varint(page, after)[1] : after
    const most = rowid ? size - 35 : Math.floor(((size - 12) * 64) / 255) - 23
    const split = least + ((length - least) % (size - 4))
    const here = length <= most ? length : split <= most ? split : least
    const end = at + here
    use(number, offset, length > here ? end + 4 : end)
    rows.push(
      Buffer.concat([
        page.subarray(offset, end),
        ...(length > here && end + 4 <= size ? chain(page.readUInt32BE(end), length - here) : []),
      ]),
    )
  }

  const waiting = [1, ...roots]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const page = pages[number - 1]
    const start = number === 1 ? head : 0
    const kind = page && kinds[page[start]!]
    if (!page || !kind || used.has(number)) continue
    const pointers = start + (kind.interior ? 12 : 8)
    const count = page.readUInt16BE(start + 3)
    use(number, 0, pointers + 2 * count)
    if (kind.interior) waiting.push(page.readUInt32BE(start + 8))
    for (let at = pointers; at < pointers + 2 * count && at + 2 <= size; at += 2) cell(number, page.readUInt16BE(at), kind)
  }

  const corners = pages.flatMap((page, place): Corner[] => {
    const own = used.get(place + 1)
    if (!own) return [{ bytes: page, free: true }]
    const found: Corner[] = []
    for (let from = own.indexOf(0); from >= 0; ) {
      const next = own.indexOf(1, from)
      const to = next < 0 ? size : next
      found.push({ bytes: page.subarray(from, to), free: false })
      from = own.indexOf(0, to)
    }
    return found
  })
  return { corners, rows }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has none of them inside a text, so they end each.
const controls = /[\x00-\x1f\x7f]+/
const worded = 'idea\\.posted|idea\\.edited|edit\\.released|owner\\.worded'
const beforeEvent = new RegExp(`(?=\\{"type":"(?:${worded})")`)
/** As far as it says of which idea. */
const begins = new RegExp(`^\\{"type":"(?:${worded})",(?:"idea":"[\\w-]+")?`)
/** `end`: missing where the rest was written over, or stands on another page. */
const said = /"(?<field>text|who|by|day)":"(?<words>(?:[^"\\]|\\.)*)(?<end>"?)/g
const shortest = 12

/** Bytes as they are, one sign each. */
const plain = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
/** Several words, and not an id, a hash or a piece of a row. */
const isProse = (piece: string): boolean =>
  piece.length >= shortest && /[\p{L}\p{N}]{2}\S*\s+\S*[\p{L}\p{N}]/u.test(Buffer.from(piece, 'latin1').toString('utf8'))
const shared = (one: string, other: string): number => {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}
/** Parts of a row whose beginning was written over that stand as words do in JSON; without the first and the last, which may be no longer whole. */
const innerWords = (loose: string): string[] => {
  const pieces = loose.split(/(?<!\\)"/)
  return pieces
    .filter((_, place) => pieces[place - 1] === ':' || /^[,}]/.test(pieces[place + 1] ?? ''))
    .map((piece) => piece.replace(/^\S*\s+/, '').replace(/\s+\S*$/, ''))
}

/** How many texts stand in the corners and in no row. A page that was divided leaves copies of rows, whole or cut off: those of what still stands
 *  say nothing that the rows do not say. `events`: all of them, as they are stored. */
export const textsIn = ({ corners, rows }: Corners, events: readonly string[]): number => {
  const live = Buffer.concat(rows.flatMap((row) => [row, Buffer.of(0)])).toString('latin1')
  const known = new Map<string, string[]>()
  for (const event of events.map(plain))
    for (const { groups: { field = '', words = '' } = {} } of event.matchAll(said)) {
      const of = `${begins.exec(event)?.[0]} ${field}`
      known.set(of, [...(known.get(of) ?? []), words])
    }
  const isLeft = (begun: string): boolean => {
    const begin = begins.exec(begun)?.[0]
    return [...begun.matchAll(said)].some(({ groups: { field = '', words = '', end = '' } = {} }) => {
      const stand = known.get(`${begin} ${field}`) ?? []
      if (end) return words !== '' && !stand.includes(words)
      return isProse(words.slice(Math.max(0, ...stand.map((one) => shared(one, words)))))
    })
  }
  let found = 0
  for (const { bytes, free } of corners)
    for (const run of bytes.toString('latin1').split(controls)) {
      const parts = run.split(beforeEvent)
      const loose = begins.test(parts[0] ?? '') ? '' : (parts.shift() ?? '')
      found += parts.filter(isLeft).length
      const pieces = free ? [loose].filter(({ length }) => length >= shortest) : innerWords(loose).filter(isProse)
      found += pieces.filter((piece) => !live.includes(piece)).length
    }
  return found
}
