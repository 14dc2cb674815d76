/** What another program makes of the table when it splits it elsewhere than we do. */
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { renderOutcome } from '../../server/outcome/outcome.ts'
import { addIdea, afternoon } from './plein.ts'

const table = (texts: string[]): string => {
  const plein = afternoon()
  for (const [at, text] of texts.entries()) addIdea(plein, `odd-${at}`, text)
  return renderOutcome(plein, 'csv', 'nl').body.slice(1)
}
const asPapa = (body: string, delimiter: string): string[] => Papa.parse<string[]>(body, { delimiter, newline: '\r\n' }).data.flat()
/** A quote at the start of a cell begins what is whole; anywhere else it is a sign like any other. */
const asExcel = (body: string, delimiter: string): string[] => {
  const cells = ['']
  let [fresh, whole] = [true, false]
  const add = (sign: string) => {
    cells[cells.length - 1] += sign
  }
  for (let at = 0; at < body.length; at++) {
    const sign = body[at]!
    if (whole && sign === '"' && body[at + 1] === '"') add(body[++at]!)
    else if (whole && sign === '"') whole = false
    else if (whole) add(sign)
    else if (sign === delimiter || sign === '\n') cells.push('')
    else if (fresh && sign === '"') whole = true
    else if (sign !== '\r') add(sign)
    fresh = !whole && (sign === delimiter || sign === '\n')
  }
  return cells
}
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u
const readers = { asPapa, asExcel }

test.each((['asPapa', 'asExcel'] as const).flatMap((name) => [',', '\t', ';'].map((delimiter) => [name, delimiter] as const)))(
  'CSV: %s, splitting at %j, finds no formula in what a citizen wrote',
  (name, delimiter) => {
    const piece = fc.constantFrom(',', '\t', '\n', '"', '""', ';', ' ', '\u200b', "'", '=1+1', '-1', '@SUM(1)', '＝1', '+', 'groen')
    const text = fc.array(piece, { minLength: 1, maxLength: 9 }).map((all) => all.join(''))
    const seen = { runs: 0, bites: 0 }
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const cells = readers[name](table(texts), delimiter)
        expect(cells.filter((cell) => formula.test(cell))).toEqual([])
        seen.runs += 1
        // As it would be without the guard.
        if (readers[name](texts.join('\r\n'), delimiter).some((cell) => formula.test(cell))) seen.bites += 1
      }),
      { numRuns: 100 },
    )
    expect(seen.bites).toBeGreaterThan(15)
  },
)

test('CSV: what an idea looks like does not make the table slow', () => {
  const began = performance.now()
  const texts = Array.from({ length: 2000 }, (_, at) => `${',\n" '.repeat(124)}${at}`)
  expect(table(texts).length).toBeGreaterThan(1_000_000)
  expect(performance.now() - began).toBeLessThan(5000)
})
