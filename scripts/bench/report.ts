/** What a bench found, for people and for programs. */
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Cores } from './cores.ts'
import { loadSettings } from './peers/pleinbord.ts'
import { type Found, isMet, type ScenarioName, type Table, type Verdict } from './work/scenario.ts'

export type Report = {
  command: string
  /** `2026-11-27`, UTC. */
  day: string
  machine: string
  notes: readonly string[]
  settings: Record<string, string>
  minutes: number
  found: Partial<Record<ScenarioName, Found>>
  problems: string[]
}

const machine = (): string => {
  const [first] = cpus()
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.versions.node}, loopback`
}

export const reportOf = (args: readonly string[], cores: Cores, began: number, found: Report['found']): Report => ({
  command: ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
  day: new Date().toISOString().slice(0, 10),
  machine: machine(),
  notes: cores.notes,
  settings: loadSettings,
  minutes: Math.round((performance.now() - began) / 6000) / 10,
  found,
  problems: Object.entries(found).flatMap(([name, { problems }]) => problems.map((problem) => `${name}: ${problem}`)),
})

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const tableText = ({ title, head, rows }: Table): string =>
  [`**${title}**`, '', row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

const number = (value: number): string => (Number.isFinite(value) ? (Math.abs(value) < 10 ? value.toFixed(2) : value.toFixed(1)) : '–')
const goalRow = (verdict: Verdict): string =>
  row([
    verdict.goal,
    verdict.what,
    `≤ ${verdict.most} ${verdict.unit}`,
    `${number(verdict.figure)} ${verdict.unit}`,
    isMet(verdict) ? 'met' : '**missed**',
  ])

const verdictsIn = ({ found }: Report): Verdict[] => Object.values(found).flatMap(({ verdicts }) => verdicts)

export const printed = (report: Report): string =>
  [
    `\`${report.command}\`, ${report.day}, ${report.minutes} minutes, on ${report.machine}. ${report.notes.join(' ')}`,
    `Settings other than the defaults: ${Object.entries(report.settings)
      .map(([name, value]) => `\`${name}=${value}\``)
      .join(', ')}.`,
    [row(['goal', 'what', 'at most', 'found', '']), row(['---', '---', '---', '---', '---']), ...verdictsIn(report).map(goalRow)].join(
      '\n',
    ),
    ...Object.values(report.found).flatMap(({ tables }) => tables.map(tableText)),
    report.problems.length === 0
      ? 'Nothing was missing, nothing came twice, nothing was refused, and all boards that were compared are equal.'
      : ['**Something went wrong:**', '', ...report.problems.map((problem) => `- ${problem}`)].join('\n'),
    '',
  ].join('\n\n')

/** 1: something was missing, doubled, unequal or refused. 3: nothing was, but a goal is missed. 0: neither. */
export const exitCode = (report: Report): 0 | 1 | 3 => {
  if (report.problems.length > 0) return 1
  return verdictsIn(report).every(isMet) ? 0 : 3
}

/** `bench.json` and `bench.md` in this folder. */
export const write = async (folder: string, report: Report): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'bench.json'), `${JSON.stringify(report, null, 1)}\n`)
  const heading = '# Figures of the bench\n\nMade by a machine; what is measured and how stands in [performance.md](../performance.md).\n\n'
  await writeFile(join(folder, 'bench.md'), `${heading}${printed(report)}`)
}
