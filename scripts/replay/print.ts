/** The report for people. */
import type { Report } from './play.ts'

const shown = 40

export const printed = (report: Report): string => {
  const lines = [
    `${report.title}`,
    `${report.people} people, ${report.phones} phones, ${report.seconds} s at speed ${report.speed}`,
    '',
    ...Object.entries(report.counts).map(([name, count]) => `  ${name.padEnd(30)} ${count}`),
    ...Object.entries(report.refused).map(([code, count]) => `  refused, as expected: ${code.padEnd(7)} ${count}`),
    '',
    ...report.rounds.map(
      (round) =>
        `  ${round.question ?? 'round'}: ${round.votes} votes, ${round.ballots} ballots (${round.voters} with a dot), ${round.dots} dots${round.heldBack ? ', held back' : ''}`,
    ),
    '',
    '  ms            n      p50      p95      p99      max',
    ...Object.entries(report.latency).flatMap(([name, figures]) =>
      figures
        ? [
            `  ${name.padEnd(7)} ${[figures.n, figures.p50, figures.p95, figures.p99, figures.max].map((value) => String(value).padStart(8)).join(' ')}`,
          ]
        : [],
    ),
    '',
    `  ${report.documents.compared} boards compared with the coach's at version ${report.documents.version}: ${report.documents.different} differ`,
    '',
    report.ok ? 'Everything that came out is what the file says.' : `${report.differences.length} differences:`,
    ...report.differences.slice(0, shown).map((difference) => `  ${difference}`),
    ...(report.differences.length > shown ? [`  … and ${report.differences.length - shown} more`] : []),
  ]
  return lines.join('\n')
}
