import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const client = fileURLToPath(new URL('../../client', import.meta.url))
const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))

/** Plurals, numbers, times and lists are the language's business. `only`: where it may stand, because there is the tool for it. */
const byHand: { what: string; pattern: RegExp; only: string[] }[] = [
  { what: 'a plural: use count() or form()', pattern: /\b(?!heading|by)\w+ (===|!==|>|<) ?1 \? ['"`]/, only: [] },
  { what: 'a rounded number: use Intl.NumberFormat', pattern: /\.toFixed\(/, only: [] },
  {
    what: 'a date or a time: use clockTime() or longDate()',
    pattern: /\.(toLocale\w*String|getHours|getMinutes|getDate|getMonth|toDateString|toTimeString)\(/,
    only: [],
  },
  {
    what: 'a clock: only the timer counts minutes',
    pattern: /padStart\(2/,
    only: ['parts/Timer.tsx', 'screen/Timer.tsx', 'parts/minutes.ts'],
  },
  { what: 'a list: use listOf()', pattern: /\.join\(' (en|and|of|or) '\)/, only: [] },
  { what: 'a tool of Intl: they live in words/plural.ts', pattern: /new Intl\.|Intl\.\w+\(/, only: ['words/plural.ts'] },
]

test.each(byHand)('not made by hand: $what', ({ pattern, only }) => {
  expect(files.length).toBeGreaterThan(100)
  const found = files
    .filter((file) => !only.includes(file))
    .flatMap((file) =>
      readFileSync(join(client, file), 'utf8')
        .split('\n')
        .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
    )
  expect(found).toEqual([])
})
