/** What a run found, for people and as JSON. */
import { type Breaches, breaches } from '../chaos/judge.ts'
import type { Call } from './call.ts'
import type { Measure } from './gauge.ts'
import { growsBeyond, type Trend, trendOf } from './trend.ts'

/** What may not grow without end, and by how much an hour it may seem to. */
export const goals = { live: 1, rss: 1, files: 5, timers: 5 } as const
export type Grown = keyof typeof goals
const grown = Object.keys(goals) as Grown[]
const units: Record<Grown, string> = { live: 'MB of live heap', rss: 'MB of memory', files: 'open files', timers: 'timers' }
/** A shorter run says nothing of an hour. In minutes, without the warming up. */
export const judgedFrom = 20

export type Report = {
  ok: boolean
  seed: number
  minutes: number
  warmUp: number
  counts: Record<string, number>
  /** Before anybody came, and when everybody had left. */
  rest: { before: Measure; after: Measure }
  trends: Record<Grown, Trend | null>
  judged: boolean
  growth: string[]
  breaches: Breaches
  measures: Measure[]
}

export const growthOf = (
  measures: readonly Measure[],
  { before, after }: Report['rest'],
  warmUp: number,
): Pick<Report, 'trends' | 'judged' | 'growth'> => {
  const warm = measures.filter(({ minute }) => minute >= warmUp)
  const series = (figure: Grown) => warm.flatMap((one) => (one[figure] === null ? [] : [{ minute: one.minute, value: one[figure] }]))
  const trends = Object.fromEntries(grown.map((figure) => [figure, trendOf(series(figure))])) as Report['trends']
  const judged = warm.length > 0 && (warm.at(-1) as Measure).minute - warmUp >= judgedFrom
  const growth = grown.flatMap((figure) =>
    judged && growsBeyond(trends[figure], goals[figure])
      ? [`${units[figure]}: ${trends[figure]?.perHour} an hour, goal ${goals[figure]}`]
      : [],
  )
  // What somebody left behind stays open when they have gone, however short the run was.
  for (const figure of ['files', 'timers'] as const)
    if ((after[figure] ?? 0) > (before[figure] ?? 0) + goals[figure])
      growth.push(`${units[figure]}: ${after[figure]} when everybody had left, ${before[figure]} before anybody came`)
  return { trends, judged, growth }
}

export const reportOf = (
  { seed, minutes }: Pick<Call, 'seed' | 'minutes'>,
  rest: Omit<Report, 'ok' | 'seed' | 'minutes' | 'trends' | 'judged' | 'growth'>,
): Report => {
  const grows = growthOf(rest.measures, rest.rest, rest.warmUp)
  const ok = grows.growth.length === 0 && breaches.every((name) => rest.breaches[name].length === 0)
  return { ok, seed, minutes, ...rest, ...grows }
}

const shown = 10
const line = (name: string, ...values: (string | number)[]): string =>
  `  ${name.padEnd(34)} ${values.map((value) => String(value).padStart(10)).join(' ')}`

export const printed = (report: Report): string => {
  const { ok, seed, minutes, warmUp, counts, rest, trends, judged, growth, breaches: found } = report
  return [
    '',
    `${minutes} minutes, seed ${seed}`,
    ...Object.entries(counts).map(([name, count]) => line(name, count)),
    '',
    line('', 'before', 'after', 'per hour', '±', 'goal'),
    ...grown.map((figure) =>
      line(
        units[figure],
        rest.before[figure] ?? '–',
        rest.after[figure] ?? '–',
        trends[figure]?.perHour ?? '–',
        trends[figure]?.error ?? '–',
        goals[figure],
      ),
    ),
    line('MB of database', rest.before.database, rest.after.database),
    `  per hour: from minute ${Math.round(warmUp)} on${judged ? '' : '; too short to be judged'}`,
    ...growth.map((one) => `    grows: ${one}`),
    '',
    ...breaches.map((name) => line(name, found[name].length, 'goal 0')),
    ...breaches.flatMap((name) => found[name].slice(0, shown).map((one) => `    ${name}: ${one}`)),
    '',
    ok ? 'Nothing was lost, nothing differed, nothing stayed behind.' : 'BREACH. See above.',
  ].join('\n')
}
