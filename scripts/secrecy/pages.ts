/** A database file and its write-ahead log, read byte by byte, as somebody reads them who wants to know what stands where and what was written
 *  together. Source of the formats: https://www.sqlite.org/fileformat2.html. Only rows of tables without a rowid. */

export type Value = string | number | null | Uint8Array
/** Rows of one page were written from its end to its beginning. `further`: the first page on which the rest of a long row stands. */
export type PhysicalRow = { values: Value[]; page: number; offset: number; further: number | null }
/** `stale`: of an earlier use of the log, whose frames stay until they are written over. */
export type Transaction = { pages: Map<number, Buffer>; stale: boolean }

export const varint = (bytes: Buffer, at: number): [value: number, next: number] => {
  let value = 0
  for (let place = 0; place < 9; place++) {
    const byte = bytes[at + place] ?? 0
    if (place === 8) return [value * 256 + byte, at + 9]
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return [value, at + place + 1]
  }
  return [value, at + 9]
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8]

const record = (bytes: Buffer): Value[] => {
  const [headerEnd, first] = varint(bytes, 0)
  const values: Value[] = []
  let body = headerEnd
  for (let at = first; at < headerEnd; ) {
    const [type, next] = varint(bytes, at)
    at = next
    if (type === 0) values.push(null)
    else if (type === 8 || type === 9) values.push(type - 8)
    else if (type <= 6) {
      const length = integerBytes[type]!
      if (body + length > bytes.length) return values
      values.push(type === 6 ? Number(bytes.readBigInt64BE(body)) : bytes.readIntBE(body, length))
      body += length
    } else if (type === 7) body += 8
    else {
      const length = (type - (type % 2 ? 13 : 12)) / 2
      const part = bytes.subarray(body, body + length)
      values.push(type % 2 ? part.toString('utf8') : part)
      body += length
      // The rest of it stands on other pages.
      if (body > bytes.length) return values
    }
  }
  return values
}

/** What of a long row stands on further pages. */
const overflow = (pages: readonly Buffer[], first: number, length: number): Buffer => {
  const parts: Buffer[] = []
  let left = length
  for (let next = first; left > 0 && pages[next - 1]; ) {
    const page = pages[next - 1]!
    parts.push(page.subarray(4, 4 + left))
    left -= page.length - 4
    next = page.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

/** Of a page of any kind; one that holds no such rows has none. `pages`: where the rest of long rows is; without them only the beginning is read. */
export const rowsOf = (page: Buffer, number: number, pages: readonly Buffer[] = []): PhysicalRow[] => {
  const start = number === 1 ? 100 : 0
  const kind = page[start]
  if (kind !== 0x0a && kind !== 0x02) return []
  const cells = page.readUInt16BE(start + 3)
  const pointers = start + (kind === 0x02 ? 12 : 8)
  const most = Math.floor(((page.length - 12) * 64) / 255) - 23
  const least = Math.floor(((page.length - 12) * 32) / 255) - 23
  const rows: PhysicalRow[] = []
  for (let cell = 0; cell < cells && pointers + 2 * cell + 2 <= page.length; cell++) {
    const offset = page.readUInt16BE(pointers + 2 * cell)
    const [size, body] = varint(page, offset + (kind === 0x02 ? 4 : 0))
    const split = least + ((size - least) % (page.length - 4))
    const here = size <= most ? size : split <= most ? split : least
    const local = page.subarray(body, body + here)
    const further = size > here && body + here + 4 <= page.length ? page.readUInt32BE(body + here) : null
    const rest = further === null ? null : overflow(pages, further, size - here)
    rows.push({ values: record(rest === null ? local : Buffer.concat([local, rest])), page: number, offset, further })
  }
  return rows
}

const pageSize = (database: Buffer): number => {
  const size = database.readUInt16BE(16)
  return size === 1 ? 65_536 : size
}

export const pagesOf = (database: Buffer): Buffer[] => {
  if (database.length < 512) return []
  const size = pageSize(database)
  return Array.from({ length: Math.floor(database.length / size) }, (_, place) => database.subarray(place * size, (place + 1) * size))
}

/** The file as the log makes it. */
export const together = (database: Buffer, log: Buffer): Buffer => {
  const pages: Buffer[] = pagesOf(database).map((page) => Buffer.from(page))
  for (const { pages: written, stale } of transactionsOf(log)) if (!stale) for (const [number, page] of written) pages[number - 1] = page
  // A page that was never written has a hole here.
  return Buffer.concat(Array.from(pages, (page) => page ?? Buffer.alloc(pages[0]?.length ?? 4096)))
}

/** In the order in which they stand in the file: page by page, the row that was written first in a page first. */
export const physicalRows = (database: Buffer): PhysicalRow[] => {
  const pages = pagesOf(database)
  return pages.flatMap((page, place) => rowsOf(page, place + 1, pages).sort((a, b) => b.offset - a.offset))
}

/** Whatever transactions the log still holds, those that were already taken over too. */
export const transactionsOf = (log: Buffer): Transaction[] => {
  if (log.length < 32) return []
  const size = log.readUInt32BE(8)
  const found: Transaction[] = []
  let pages = new Map<number, Buffer>()
  for (let at = 32; at + 24 + size <= log.length; at += 24 + size) {
    pages.set(log.readUInt32BE(at), log.subarray(at + 24, at + 24 + size))
    if (log.readUInt32BE(at + 4) === 0) continue
    found.push({ pages, stale: log.readUInt32BE(at + 8) !== log.readUInt32BE(16) })
    pages = new Map()
  }
  return found
}
