/** What a run found, for people and as JSON. */
import type { Figures } from '../players/latency.ts'
import type { Call } from './call.ts'
import { type Breaches, breaches, noBreaches } from './judge.ts'
import type { Person } from './person.ts'

export type Report = {
  ok: boolean
  variant: string
  seed: number
  /** Set when this machine cannot show it; nothing was proven then. */
  skipped: string | null
  counts: Record<string, number>
  milliseconds: Record<string, Figures | null>
  breaches: Breaches
  /** What was found out besides. */
  notes: string[]
}

const shown = 10

const whole = (report: Report): boolean => breaches.every((name) => report.breaches[name].length === 0)
/** 2: nothing was proven, neither that it is well nor that it is not. */
export const exitCode = (report: Report): number => (report.ok ? 0 : whole(report) ? 2 : 1)

const verdict = (report: Report): string => {
  if (!whole(report)) return 'BREACH. See above.'
  return report.ok
    ? 'Nothing was lost, doubled or put in another order.'
    : 'Nothing was acknowledged, so nothing was proven: ask for more commands.'
}

export const printed = (report: Report): string => {
  const { variant, seed, skipped, counts, milliseconds, breaches: found, notes } = report
  if (skipped) return `${variant}: skipped, ${skipped}. Nothing was proven.`
  const times = Object.entries(milliseconds).flatMap(([name, figures]) =>
    figures
      ? [
          `  ${name.padEnd(34)} ${[figures.n, figures.p50, figures.p95, figures.p99, figures.max].map((value) => String(value).padStart(8)).join(' ')}`,
        ]
      : [],
  )
  return [
    '',
    `${variant}, seed ${seed}`,
    ...Object.entries(counts).map(([name, count]) => `  ${name.padEnd(34)} ${String(count).padStart(8)}`),
    ...(times.length > 0 ? ['', `  ${'ms'.padEnd(34)}        n      p50      p95      p99      max`, ...times] : []),
    ...(notes.length > 0 ? ['', ...notes.map((note) => `  ${note}`)] : []),
    '',
    ...breaches.map((name) => `  ${name.padEnd(34)} ${String(found[name].length).padStart(8)}    goal 0`),
    ...breaches.flatMap((name) => found[name].slice(0, shown).map((one) => `    ${name}: ${one}`)),
    '',
    verdict(report),
  ].join('\n')
}

/** `more`: what only this variant knows. */
export const reportOf = (
  { variant, seed }: Pick<Call, 'variant' | 'seed'>,
  people: readonly Person[],
  found: Breaches,
  more: Partial<Pick<Report, 'counts' | 'milliseconds' | 'notes'>> = {},
): Report => {
  const asked = people.flatMap((one) => one.asked)
  const heard = people.flatMap((one) => [...one.heard.values()])
  const counts: Record<string, number> = {
    people: people.length,
    commands: asked.length,
    acknowledged: asked.filter(({ answer }) => answer?.ok).length,
    refused: asked.filter(({ answer }) => answer && !answer.ok).length,
    'distinct ids': heard.length,
    'times sent': heard.reduce((sum, { sends }) => sum + sends, 0),
    ...more.counts,
  }
  return {
    ok: breaches.every((name) => found[name].length === 0) && (counts['acknowledged'] ?? 0) > 0,
    variant,
    seed,
    skipped: null,
    counts,
    milliseconds: more.milliseconds ?? {},
    breaches: found,
    notes: more.notes ?? [],
  }
}

export const skippedReport = ({ variant, seed }: Pick<Call, 'variant' | 'seed'>, why: string): Report => ({
  ...reportOf({ variant, seed }, [], noBreaches()),
  skipped: why,
})
