/** The goals, and which of them were missed. Sources: docs/reliability.md. */
import type { FloodReport } from './flood.ts'
import type { FramesReport } from './frames.ts'
import type { Guessing } from './guessing.ts'
import type { Guided } from './guided/guided.ts'
import type { ReadersReport } from './readers.ts'
import type { Compared } from './timing.ts'
import { patience, type UnfinishedReport } from './unfinished.ts'

/** One line of the table: what was found, the goal, and whether it was met. */
export type Row = { what: string; found: string; goal: string; ok: boolean }

const row = (what: string, found: string | number, goal: string, ok: boolean): Row => ({ what, found: String(found), goal, ok })
const MB = 1e6
const mega = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`
const ms = (value: number | undefined): string => (value === undefined ? 'none' : `${value} ms`)
const below = (value: number | undefined, most: number): boolean => value !== undefined && value < most

export const ofFrames = (report: FramesReport, wished: number): Row[] => [
  ...Object.entries(report.counts).map(([name, { bouts, frames }]) => row(`  ${name}`, `${frames} in ${bouts} bouts`, '', true)),
  row('frames', `${report.frames} in ${report.seconds.toFixed(0)} s`, `${wished}`, report.frames >= wished),
  row('crashes', report.ended ?? 0, '0', report.ended === null),
  row('changes', report.changed.join('; ') || 0, '0', report.changed.length === 0),
  row('accepted', report.accepted[0] ?? 0, '0', report.accepted.length === 0),
  row('lines that failed otherwise', report.failures.join('; ').slice(0, 200) || 0, '0', report.failures.length === 0),
  row(
    'memory, at rest',
    `+${mega(report.memory.after - report.memory.before)}`,
    '< 64 MB',
    report.memory.after - report.memory.before < 64 * MB,
  ),
  row('/healthz p99', ms(report.health?.p99), '< 50 ms', below(report.health?.p99, 50) && report.healthFailed === 0),
  row('log', mega(report.logged), '< 1 MB', report.logged < MB),
]

export const ofUnfinished = ({ gone, memory, answers, refused }: UnfinishedReport): Row[] => [
  ...Object.entries(gone).map(([name, seconds]) =>
    row(`  ${name}`, seconds === null ? 'stays' : `gone in ${seconds} s`, `${patience} s`, seconds !== null && seconds <= patience),
  ),
  row('memory, peak', `+${mega(memory.peak - memory.before)}`, '< 32 MB', memory.peak - memory.before < 32 * MB),
  row('answers to others, p99', ms(answers?.p99), '< 100 ms', below(answers?.p99, 100)),
  row('others refused', refused, '0', refused === 0),
]

export const ofFlood = ({ by, seats, sent, answered, accepted, cut, answers, refused, seconds }: FloodReport): Row[] => [
  row(`sent by one seat, by ${by}`, `${sent} in ${seconds} s`, '', true),
  row('answered of it', answered, '', true),
  row('lines of it that were ended', cut, '', true),
  row('accepted of it', accepted, '30', accepted <= 30),
  row(`answers to ${seats} others, p99`, ms(answers?.p99), '< 100 ms', below(answers?.p99, 100)),
  row('others refused', refused, '0', refused === 0),
]

export const ofReaders = ({ stalled, updates, left, memory, answers, refused }: ReadersReport): Row[] => [
  row('updates for each', mega(updates), '', true),
  row(`of ${stalled} stalled still open`, left, '0', left === 0),
  row('memory, peak', `+${mega(memory.peak - memory.before)}`, '< 128 MB', memory.peak - memory.before < 128 * MB),
  row('answers to others, p99', ms(answers?.p99), '< 200 ms', below(answers?.p99, 200)),
  row('others refused', refused, '0', refused === 0),
]

export const ofCodes = ({ hours, addresses, checked, most, expected, hits, slowest, sentAway }: Guessing): Row[] => [
  row(`codes looked at, ${addresses} addresses, ${hours} h`, checked, `${most}`, checked <= most),
  row('seats found by chance', expected.toFixed(4), '< 0.01 a day', expected <= 0.01 * Math.max(1, hours / 24)),
  row('seats found', hits, '0', hits === 0),
  row('60 phones of an unknown room, slowest', ms(slowest), '< 10 s', slowest < 10_000),
  row('of them told to come back', sentAway, '0', sentAway === 0),
]

export const ofTiming = (compared: Compared[]): Row[] =>
  compared.flatMap(({ what, tries, bytesEqual, difference, p }) => [
    row(`${what}: bytes`, bytesEqual ? 'equal' : 'differ', 'equal', bytesEqual),
    row(`${what}: median of ${tries}`, `${difference.toFixed(3)} ms apart`, '< 1 ms', difference < 1),
    row(`${what}: Mann-Whitney`, `p = ${p.toFixed(3)}`, '> 0.01', p > 0.01),
  ])

export const ofGuided = (found: Record<string, Guided>): Row[] =>
  Object.entries(found).flatMap(([name, { inputs, seconds, reached, kept, slowest, uncaught, slow }]) => [
    row(`${name}: inputs`, `${inputs} in ${seconds.toFixed(0)} s`, '> 0', inputs > 0),
    row(`${name}: code reached`, `${(reached / 1000).toFixed(0)} kB, by ${kept} kept inputs`, '', true),
    row(`${name}: uncaught`, uncaught.join('; ') || 0, '0', uncaught.length === 0),
    row(`${name}: slow ones`, slow.join('; ') || `0, slowest ${slowest.toFixed(1)} ms`, '0 over 20 ms (32 kB)', slow.length === 0),
  ])
