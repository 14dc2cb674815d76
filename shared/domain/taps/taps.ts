/** What can be answered with one tap: pure data. A tap is given by a seat, and is told as counts only. */
import type { PhaseId, Plein, Role } from '../state.ts'

/** How safe it feels: I follow it, this is tense, I am giving up, I want to say something difficult. */
export type Pulse = 'calm' | 'tense' | 'leaving' | 'unsaid'
export type Mood = 'heavy' | 'neutral' | 'light'
/** Of what is being written before the room. */
export type Resonance = 'touches' | 'off'

/** Taps that belong to one phase. */
export type PhaseTap = 'mood-before' | 'mood-after' | 'resonance'
export type Tap = 'pulse' | PhaseTap
/** Under which the answers to one tap are kept. */
export type TapId = 'pulse' | `${PhaseTap}/${PhaseId}`
export type TapValue<T extends Tap = Tap> = T extends 'pulse' ? Pulse : T extends 'resonance' ? Resonance : Mood
/** How many gave each value; all values of the tap, in the order of the table. */
export type TapCounts<T extends Tap = Tap> = Record<TapValue<T>, number>

/** What one seat gave: `now`, and as it was in the last picture that was told. */
export type Mark = { now: TapValue | null; told: TapValue | null }

export type TapRule = {
  values: readonly TapValue[]
  roles: readonly Role[]
  /** The kind of phase that asks for it while it is current; `null`: all of them, and it belongs to none. */
  kind: string | null
  /** A picture is of so many people or more, and differs from the one before in so many of them or more (S4). */
  fewest: number
  /** Whether it ends with its phase, like a raised hand: it was about what was going on then. */
  lowered: boolean
}

const moods = { values: ['heavy', 'neutral', 'light'], roles: ['participant', 'owner'], kind: 'burst', fewest: 3, lowered: false } as const

export const taps: { readonly [T in Tap]: TapRule } = {
  pulse: { values: ['calm', 'tense', 'leaving', 'unsaid'], roles: ['participant'], kind: null, fewest: 5, lowered: false },
  'mood-before': moods,
  'mood-after': moods,
  resonance: { values: ['touches', 'off'], roles: ['participant'], kind: 'write', fewest: 3, lowered: true },
}
export const tapNames = Object.keys(taps) as Tap[]
const phaseTaps = tapNames.filter((tap): tap is PhaseTap => tap !== 'pulse')

export const tapIdOf = (given: { on: 'pulse' } | { on: PhaseTap; phase: PhaseId }): TapId =>
  given.on === 'pulse' ? 'pulse' : `${given.on}/${given.phase}`

/** `false`: it is the id of something else. Ids that are made have no slash in them. */
export const isTapId = (id: string): id is TapId => id === 'pulse' || phaseTaps.some((tap) => id.startsWith(`${tap}/`))

export const tapOf = (id: TapId): { on: Tap; phase: PhaseId | null } => {
  const slash = id.indexOf('/')
  return slash < 0 ? { on: 'pulse', phase: null } : { on: id.slice(0, slash) as PhaseTap, phase: id.slice(slash + 1) }
}

/** The taps of the phase of now. */
export const phaseTapsNow = (plein: Plein): { on: PhaseTap; id: TapId }[] => {
  const phase = plein.phases.get(plein.current ?? '')
  if (phase === undefined) return []
  return phaseTaps.flatMap((on) => (taps[on].kind === phase.kind ? [{ on, id: tapIdOf({ on, phase: phase.id }) }] : []))
}
