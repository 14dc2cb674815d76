/** All that the played people of an Oefen-Plein have to say, in one language. Texts only: who they are stays in their file. */
import type { NewPhase } from '../../../shared/domain/programme/phase.ts'
import type { Locale } from '../../../shared/domain/state.ts'
import { script as en } from './en/script.ts'
import { script as nl } from './nl/script.ts'

/** Who says it, and what. */
export type Line = readonly [who: string, text: string]
export type Promised = { from: string; who: string; text: string; by: string }

export type Script = {
  title: string
  dilemma: string
  perspectives: string[]
  programme: NewPhase[]
  /** Name → perspective. Twenty-four of them. */
  people: Readonly<Record<string, string>>
  facts: readonly Line[]
  ideas: readonly Line[]
  /** For a second phase of writing. */
  conditions: readonly Line[]
  /** For a question burst. */
  questions: readonly Line[]
  proposals: readonly Line[]
  commitments: readonly Promised[]
  closings: readonly Line[]
  /** What people say who did not choose something and are asked what they need to go along; in any order, by whoever it is. */
  needs: readonly string[]
  /** What somebody writes for the coaches alone. */
  confides: Line
  /** Other names for a group, whichever it is. */
  otherNames: readonly string[]
  /** Who put all they can on one thing, and how they know it by its name. */
  few: readonly string[]
  fewWant: RegExp
}

export const scripts: Readonly<Record<Locale, Script>> = { nl, en }
