/** The eleven kinds of phase. Each kind has one file in `phases/` with its defaults and what it offers. */
import type { Collected, Over } from './state.ts'

export type PhaseKind =
  | 'welcome'
  | 'checkin'
  | 'ideas'
  | 'burst'
  | 'cluster'
  | 'vote'
  | 'reframe'
  | 'write'
  | 'harvest'
  | 'plenary'
  | 'pause'

export type Poster = 'participant' | 'owner' | 'coach'

/** All settings of all kinds; a kind reads the ones it knows, and each has a default that works. */
export type PhaseSettings = {
  /** What is asked of the room; `null`: the interface says the standard sentence of the kind. */
  prompt: string | null
  /** Planned length in minutes; `null`: no clock. */
  minutes: number | null
  whoPosts: Poster[]
  /** Contributions wait at the desk until the coach releases them. */
  hidden: boolean
  /** Who groups: coaches at the desk, or authors place their own idea through its edit key. */
  whoGroups: 'coaches' | 'authors'
  /** `vote`: what the dots go on. */
  over: Over
  /** `vote`: dots per voter; `null` is suggested from the number of items. */
  dots: number | null
  /** `vote`: most dots of one voter on one item; `null` is suggested. */
  maximum: number | null
}

/** What a kind is: pure data. */
export type KindRule = {
  defaults: PhaseSettings
  /** What people may contribute while it is current; the first is what the phone asks for. */
  contributions: readonly Collected[]
  /** Which settings make sense at the desk for this kind. */
  shows: (keyof PhaseSettings)[]
}
