/** The rows for people. */
import { isBad, type Row } from './row.ts'

const shown = 10

export const printed = (rows: readonly Row[]): string =>
  rows
    .flatMap((row) => [
      `${isBad(row) ? 'BAD ' : row.unjudged === undefined ? 'good' : '?   '}  ${row.test.padEnd(3)}  ${row.what}`,
      `           ${row.measured}  (goal: ${row.goal})`,
      ...(row.unjudged === undefined ? [] : [`           ? could not be judged: ${row.unjudged}`]),
      ...row.breaches.slice(0, shown).map((breach) => `           ! ${breach}`),
      ...(row.breaches.length > shown ? [`           ! and ${row.breaches.length - shown} more`] : []),
    ])
    .join('\n')
