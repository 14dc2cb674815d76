/** What every scenario is given, and what it gives. */
import type { Call } from '../call.ts'
import type { Cores } from '../cores.ts'
import type { Peer, PeerName } from '../peers/peer.ts'
import type { Pleinbord } from '../peers/pleinbord.ts'

export const scenarioNames = [
  'compare',
  'growth',
  'memory',
  'thousand',
  'capacity',
  'votes',
  'idle',
  'several',
  'reopen',
  'decided',
  'sleeper',
] as const
export type ScenarioName = (typeof scenarioNames)[number]

export type Bench = {
  call: Call
  cores: Cores
  /** Started when it is first asked for, and the same from then on. */
  peer(name: PeerName): Promise<Peer>
  pleinbord(): Promise<Pleinbord>
  say(line: string): void
}
/** One goal, and what was found. `figure` and `most` in `unit`; met when the figure is not above. */
export type Verdict = { goal: string; what: string; figure: number; most: number; unit: string }
export type Table = { title: string; head: readonly string[]; rows: readonly (readonly string[])[] }
export type Found = {
  /** Whatever was measured, as JSON. */
  figures: unknown
  verdicts: Verdict[]
  tables: Table[]
  /** What was missing, doubled, unequal or refused, in words. */
  problems: string[]
}
export type Scenario = (bench: Bench) => Promise<Found>

/** Milliseconds of quiet between one thing and the next: those of a full room go on for a while. */
export const restOf = ({ call }: Pick<Bench, 'call'>): number => (call.phones < 100 ? 100 : 1000)
export const ms = (value: number): string => (Number.isNaN(value) ? '–' : `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`)
export const share = (value: number): string => `${(value * 100).toFixed(1)} %`

/** NaN is no figure, so it is never met. */
export const isMet = ({ figure, most }: Verdict): boolean => figure <= most
