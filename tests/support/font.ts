/** Reads what a WOFF2 font says about itself: which characters it has, how high and how wide they are. */
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

const tags = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post', 'cvt ', 'fpgm', 'glyf', 'loca', 'prep', 'CFF ', 'VORG']

const tablesOf = (file: string): Map<string, Buffer> => {
  const bytes = readFileSync(file)
  if (bytes.toString('latin1', 0, 4) !== 'wOF2') throw new Error(`${file} is no WOFF2`)
  let at = 48
  const base128 = (): number => {
    let value = 0
    for (let byte = 0x80; byte & 0x80; ) {
      byte = bytes.readUInt8(at++)
      value = value * 128 + (byte & 0x7f)
    }
    return value
  }
  const listed: { tag: string; length: number }[] = []
  for (let left = bytes.readUInt16BE(12); left > 0; left--) {
    const flags = bytes.readUInt8(at++)
    const known = flags & 0x3f
    const tag = known === 63 ? bytes.toString('latin1', at, at + 4) : (tags[known] ?? `#${known}`)
    if (known === 63) at += 4
    const version = flags >> 6
    let length = base128()
    // glyf and loca are transformed unless they say 3; others only when they say something.
    if (tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0) length = base128()
    listed.push({ tag, length })
  }
  const data = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)))
  let from = 0
  return new Map(
    listed.map(({ tag, length }) => {
      from += length
      return [tag, data.subarray(from - length, from)]
    }),
  )
}

const glyphs = (cmap: Buffer): Map<number, number> => {
  const found = new Map<number, number>()
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const at = cmap.readUInt32BE(4 + record * 8 + 4)
    const format = cmap.readUInt16BE(at)
    if (format === 12) {
      for (let group = 0; group < cmap.readUInt32BE(at + 12); group++) {
        const [first, last, glyph] = [0, 4, 8].map((offset) => cmap.readUInt32BE(at + 16 + group * 12 + offset)) as [number, number, number]
        for (let code = first; code <= last; code++) found.set(code, glyph + code - first)
      }
    } else if (format === 4) {
      const twice = cmap.readUInt16BE(at + 6)
      for (let segment = 0; segment < twice; segment += 2) {
        const last = cmap.readUInt16BE(at + 14 + segment)
        const first = cmap.readUInt16BE(at + 16 + twice + segment)
        const delta = cmap.readInt16BE(at + 16 + twice * 2 + segment)
        const range = cmap.readUInt16BE(at + 16 + twice * 3 + segment)
        for (let code = first; code <= last && code < 0xffff; code++) {
          const place = at + 16 + twice * 3 + segment + range + (code - first) * 2
          const glyph = range === 0 ? (code + delta) & 0xffff : cmap.readUInt16BE(place)
          if (glyph !== 0) found.set(code, range === 0 ? glyph : (glyph + delta) & 0xffff)
        }
      }
    }
  }
  return found
}

export type Font = {
  has(code: number): boolean
  /** In shares of the letter size. */
  ascent: number
  descent: number
  lineGap: number
  /** Width of a text, in shares of the letter size; `null` when the font keeps its widths packed. */
  width(text: string): number | null
}

export const readFont = (file: string): Font => {
  const tables = tablesOf(file)
  const table = (tag: string): Buffer => {
    const found = tables.get(tag)
    if (!found) throw new Error(`${file} has no ${tag}`)
    return found
  }
  const codes = glyphs(table('cmap'))
  const unit = table('head').readUInt16BE(18)
  const hhea = table('hhea')
  const hmtx = table('hmtx')
  const many = hhea.readUInt16BE(34)
  const packed = hmtx.length < many * 4
  return {
    has: (code) => codes.has(code),
    ascent: hhea.readInt16BE(4) / unit,
    descent: -hhea.readInt16BE(6) / unit,
    lineGap: hhea.readInt16BE(8) / unit,
    width: (text) =>
      packed
        ? null
        : [...text].reduce((sum, letter) => {
            const glyph = codes.get(letter.codePointAt(0) ?? 0) ?? 0
            return sum + hmtx.readUInt16BE(Math.min(glyph, many - 1) * 4) / unit
          }, 0),
  }
}
