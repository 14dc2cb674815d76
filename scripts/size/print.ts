import type { Weighed } from './weigh.ts'

const kB = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(7)

/** A line for each total; with `parts`, one for each file below it. kB are 1,000 bytes. */
export const printed = (visits: readonly Weighed[], parts: boolean): string[] => {
  const wide = Math.max(
    ...visits.flatMap((visit) => [visit.name.length + 8, ...(parts ? visit.parts.map(({ file }) => file.length + 2) : [])]),
  )
  const row = (name: string, { raw, gzip, brotli }: { raw: number; gzip: number; brotli: number }, most = '', goal = '') =>
    `${name.padEnd(wide)} ${kB(raw)} ${kB(gzip)} ${kB(brotli)} ${most.padStart(7)} ${goal.padStart(6)}`.trimEnd()
  return [
    `${''.padEnd(wide)}     raw    gzip  brotli at most   goal`,
    ...visits.flatMap((visit) => [
      row(`${visit.name}: script`, visit.total.script, String(visit.most.script), String(visit.goal?.script ?? '')),
      row(`${visit.name}: style`, visit.total.style, String(visit.most.style), String(visit.goal?.style ?? '')),
      ...(parts ? [...visit.parts.map((part) => row(`  ${part.file.replace('assets/', '')}`, part)), ''] : []),
    ]),
  ]
}
