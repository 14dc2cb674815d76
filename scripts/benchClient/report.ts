/** Medians over the repetitions, what they were to be, and a page that says so. */
import { cpus } from 'node:os'
import { median, rounded } from './figures.ts'
import type { Joined } from './scenes/join.ts'
import type { Act } from './scenes/keys.ts'
import type { Typed } from './scenes/phone.ts'
import type { Smooth } from './smooth.ts'

export type Run = { joins: Joined[]; smooth: Smooth[]; acts: Act[]; typed: Typed[] }
export type Goal = { goal: string; limit: number; got: number; met: boolean }
export type Report = {
  machine: string
  browser: string
  ideas: number
  seconds: number
  repetitions: number
  joins: Joined | null
  smooth: Smooth[]
  acts: Act[]
  typed: Typed[]
  goals: Goal[]
  missing: string[]
}

type Figured<T> = { [K in keyof T]: T[K] extends number ? K : never }[keyof T]
/** One of these rows, with the median of each number. */
const middle = <T extends object>(rows: readonly T[]): T => {
  const [first] = rows as readonly [T, ...T[]]
  const numbers = Object.keys(first).filter((key) => typeof first[key as keyof T] === 'number') as Figured<T>[]
  return { ...first, ...Object.fromEntries(numbers.map((key) => [key, median(rows.map((row) => row[key] as number))])) }
}
const grouped = <T extends object>(rows: readonly T[], name: (row: T) => string): T[] =>
  [...new Set(rows.map(name))].map((one) => middle(rows.filter((row) => name(row) === one)))

const at = ({ scene, slow, perSecond }: Smooth) => `${scene}, ${perSecond} a second, processor ÷ ${slow}`

export const reportOf = (runs: readonly Run[], told: Pick<Report, 'browser' | 'ideas' | 'seconds'>): Report => {
  const all = <T>(of: (run: Run) => readonly T[]) => runs.flatMap(of)
  const smooth = grouped(
    all((run) => run.smooth),
    at,
  )
  const typed = grouped(
    all((run) => run.typed),
    ({ scene }) => scene,
  )
  const acts = grouped(
    all((run) => run.acts),
    ({ act, slow }) => `${act} ${slow}`,
  )
  const joined = all((run) => run.joins)
  const joins = joined.length === 0 ? null : middle(joined)
  const goals: Goal[] = []
  const most = (goal: string, limit: number, got: number) => goals.push({ goal, limit, got, met: got <= limit })
  if (joins !== null) {
    most('P9 join screen usable, ms', 1000, joins.usable)
    most('P9 first idea typable after the tap, ms', 2500, joins.typable)
  }
  const own = smooth.filter(({ perSecond, scene }) => perSecond > 0 && !scene.startsWith('peer'))
  for (const one of own) {
    most(`P10 ${at(one)}: frame p95, ms`, one.slow === 1 ? 18 : 34, one.p95)
    if (one.slow === 1) most(`P10 ${at(one)}: long tasks`, 0, one.long)
    const peer = smooth.find((other) => other.scene.startsWith('peer') && other.slow === one.slow)
    if (peer && one.slow > 1) most(`P10 ${at(one)}: frame p95 ÷ tldraw`, 0.35, one.p95 / peer.p95)
  }
  for (const act of acts.filter(({ slow }) => slow === 1)) most(`P10 desk, ${act.act}: longest task, ms`, 50, act.longest)
  for (const one of typed) most(`P10 phone, ${one.scene}, processor ÷ ${one.slow}: p95, ms`, 50, one.p95)
  return {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
    ...told,
    repetitions: runs.length,
    joins,
    smooth,
    acts,
    typed,
    goals,
    missing: [...all((run) => run.smooth), ...all((run) => run.typed)].flatMap(({ scene, missing }) =>
      missing.length === 0 ? [] : [`${scene}: ${missing.length} things, such as "${missing[0]}"`],
    ),
  }
}

const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [heads, heads.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => (typeof cell === 'number' ? rounded(cell) : cell)).join(' | ')} |`)
    .join('\n')

export const markdown = (it: Report): string => `# The pages, measured

${it.ideas} ideas; ${it.repetitions} repetitions of ${it.seconds} s, medians. ${it.machine}; ${it.browser}, drawn by the processor (no graphics card). Milliseconds hold for this machine in
these minutes; an empty page stands among the rows to say what it gives at best.

## On a slow phone and a slow network (processor ÷ 4, 1.6 Mbit/s, 150 ms), first visit

${table(['join screen usable', 'first idea typable after the tap', 'kB received'], it.joins === null ? [] : [[it.joins.usable, it.joins.typable, it.joins.bytes / 1000]])}

## While the board changes

${table(
  ['page', 'processor ÷', 'changes/s', 'frame p50', 'p95', 'longest', 'long tasks', 'longest task', 'layout shift', 'main thread ms/s'],
  it.smooth.map((row) => [row.scene, row.slow, row.perSecond, row.p50, row.p95, row.worst, row.long, row.longest, row.shift, row.busy]),
)}

## Acts at the desk

${table(
  ['act', 'processor ÷', 'slowest key to picture', 'long tasks', 'longest task'],
  it.acts.map((row) => [row.act, row.slow, row.slowest, row.long, row.longest]),
)}

## On the phone

${table(
  ['what', 'processor ÷', 'n', 'key to picture p50', 'p95', 'long tasks', 'longest task', 'memory kept, kB'],
  it.typed.map((row) => [row.scene, row.slow, row.n, row.p50, row.p95, row.long, row.longest, row.grown / 1000]),
)}

## Goals

${table(
  ['goal', 'at most', 'got', ''],
  it.goals.map(({ goal, limit, got, met }) => [goal, limit, got, met ? 'met' : '**missed**']),
)}

${it.missing.length === 0 ? 'Every page showed in the end what the documents say.' : `Missing: ${it.missing.join('; ')}`}
`
