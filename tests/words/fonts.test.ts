import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readFont } from '../support/font.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const css = readFileSync(join(root, 'client/styles/fonts.css'), 'utf8')
const faces = [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, block = '']) => {
  const value = (name: string): string => new RegExp(`${name}:\\s*([^;]+);`).exec(block)?.[1]?.replace(/\s+/g, ' ').trim() ?? ''
  return {
    family: value('font-family').replaceAll('"', ''),
    file: /url\("([^"]+)"\)/.exec(block)?.[1] ?? null,
    display: value('font-display'),
    weights: value('font-weight'),
    ranges: value('unicode-range')
      .split(',')
      .filter(Boolean)
      .map(
        (range) =>
          range
            .trim()
            .slice(2)
            .split('-')
            .map((hex) => Number.parseInt(hex, 16)) as [number, number?],
      ),
    share: (name: string) => Number.parseFloat(value(name)) / 100,
  }
})
const own = faces.filter(({ file }) => file !== null).map((face) => ({ ...face, font: readFont(join(root, 'node_modules', face.file!)) }))
const standIns = faces.filter(({ file }) => file === null)

/** Drawn by a component wherever they are used as marks or keys, so no font needs to have them. */
const drawn = new Set('→←')
/** Without comments: what can come on a page. */
const sources = readdirSync(join(root, 'client'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx|html)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
const saidIn = (file: string): string => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')

describe('the fonts', () => {
  test.each(['Atkinson Hyperlegible Next Variable', 'Overpass Variable'])('%s has every character that the interface uses', (family) => {
    const mine = own.filter((face) => face.family === family)
    expect(mine).toHaveLength(2)
    const has = (code: number): boolean =>
      mine.some(({ font, ranges }) => font.has(code) && ranges.some(([first, last = first]) => code >= first && code <= last))
    let seen = 0
    for (const file of sources)
      for (const letter of new Set(saidIn(file).normalize('NFC'))) {
        const code = letter.codePointAt(0)!
        if (code < 0x80 || drawn.has(letter) || (code >= 0xe000 && code <= 0xf8ff)) continue
        seen += 1
        expect(has(code), `${file.slice(root.length)} uses ${letter} (U+${code.toString(16)})`).toBe(true)
      }
    expect(seen).toBeGreaterThan(50)
    for (const name of 'Çağla Şükrü Łukasz Zoë Mätthias Jiří Ñandú Đorđe Æsa Håkon Ţepeş Žižek Ő Ű')
      if (name !== ' ') expect(has(name.codePointAt(0)!), name).toBe(true)
  })
  test('are shown at once in letters of the system, which take the same room', () => {
    for (const { display } of own) expect(display).toBe('swap')
    for (const [family, standIn] of [
      ['Atkinson Hyperlegible Next Variable', 'Atkinson Fallback'],
      ['Overpass Variable', 'Overpass Fallback'],
    ]) {
      const { font } = own.find((face) => face.family === family)!
      const both = standIns.filter((face) => face.family === standIn)
      expect(both.map(({ weights }) => weights)).toEqual(['100 500', '501 900'])
      for (const face of both) {
        const size = face.share('size-adjust')
        expect(size).toBeGreaterThan(0.9)
        expect(face.share('ascent-override') * size).toBeCloseTo(font.ascent, 2)
        expect(face.share('descent-override') * size).toBeCloseTo(font.descent, 2)
        expect(face.share('line-gap-override')).toBe(font.lineGap)
      }
    }
  })
  test('weigh little: two files for nearly everybody, four at most', () => {
    expect(own).toHaveLength(4)
    const page = readFileSync(join(root, 'client/index.html'), 'utf8')
    expect(page).toMatch(/rel="preload"\s+href="[^"]*atkinson-hyperlegible-next-latin-wght-normal\.woff2"\s+as="font"/)
  })
})
