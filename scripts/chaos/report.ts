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

export const printed = ({ ok, variant, seed, skipped, counts, milliseconds, breaches: found, notes }: Report): string => {
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
    ok ? 'Nothing was lost, doubled or put in another order.' : 'BREACH. See above.',
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
  return {
    ok: breaches.every((name) => found[name].length === 0),
    variant,
    seed,
    skipped: null,
    counts: {
      people: people.length,
      commands: asked.length,
      acknowledged: asked.filter(({ answer }) => answer?.ok).length,
      refused: asked.filter(({ answer }) => answer && !answer.ok).length,
      'distinct ids': heard.length,
      'times sent': heard.reduce((sum, { sends }) => sum + sends, 0),
      ...more.counts,
    },
    milliseconds: more.milliseconds ?? {},
    breaches: found,
    notes: more.notes ?? [],
  }
}

export const skippedReport = ({ variant, seed }: Pick<Call, 'variant' | 'seed'>, why: string): Report => ({
  ...reportOf({ variant, seed }, [], noBreaches()),
  skipped: why,
})
