/** What a simulation and its threads say to each other. */
import type { Many } from '../../tests/simulation/many.ts'
import type { Noticed } from '../../tests/simulation/planted.ts'

/** `faults`: plants each of them in up to `schedules`; else plays so many schedules as they are. */
export type Share = { first: number; schedules: number; faults?: string[] }
export type Told =
  | { told: 'progress'; schedules: number }
  | ({ told: 'many' } & Many)
  | { told: 'noticed'; fault: string; noticed: Noticed | null }
