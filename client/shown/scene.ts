import type { PhaseKind } from '../../shared/domain/phases.ts'
import type { About, Contribution } from '../../shared/domain/state.ts'
import { dayInWords } from '../../shared/text/day.ts'
import type { PhaseEntry } from '../../shared/wire/documents.ts'
import type { Shape } from '../../shared/wire/messages.ts'
import type { Board } from './board.ts'
import type { Heading } from './heading.ts'
import { type Card, plainCard, type Room } from './pages.ts'
import type { Plate } from './plate.ts'
import { between, bottom, corner, foot, footGap, type Surface, top } from './surface.ts'

/** What everything that is shown has. */
export type Common = {
  shape: Shape
  /** The wording above everything; `null` where it stands elsewhere or there is none. */
  plate: Plate | null
  /** `null`: no phase has begun, or the Plein is closed. */
  kind: PhaseKind | null
  heading: Heading | null
  /** From 0; always one that exists. */
  page: number
  pages: number
  /** While nobody turns a page, the newest one is shown. */
  newest: boolean
}
export type Phase = PhaseEntry & { id: string }
export type Scene = {
  board: Board
  surface: Surface
  phase: Phase | null
  common: Common /** The page that a coach turned to. */
  asked: number | null
}

/** What is left under the plate and a heading, and under `more`. */
export const roomUnder = (surface: Surface, plate: Plate | null, heading: Heading | null, more = 0): Room => {
  const free = 100 - top - bottom - footGap - (plate === null ? 0 : plate.height + between) - (heading?.height ?? 0) - more
  return { surface, height: free - foot, last: free - corner }
}
export const roomOf = ({ surface, common }: Scene, more = 0): Room => roomUnder(surface, common.plate, common.heading, more)

export const turned = <T>(
  pages: readonly T[],
  asked: number | null,
  newest: boolean,
): { page: number; pages: number; newest: boolean; it: T | undefined } => {
  const last = Math.max(0, pages.length - 1)
  const page = asked === null ? (newest ? last : 0) : Math.min(Math.max(0, asked), last)
  return { page, pages: Math.max(1, pages.length), newest, it: pages[page] }
}

/** In the words that somebody gave, and the day in the language of the Plein. */
const whenOf = (by: string | null, day: string | undefined, { plein }: Board): string | null =>
  day === undefined ? by : [...(by === null ? [] : [by]), dayInWords(day, plein.locale)].join(', ')

export const sharedOf = (board: Board, keep: (idea: { as: Contribution; phase: string; id: string; about?: About }) => boolean): Card[] =>
  [...board.ideas]
    .filter(([id, idea]) => keep({ ...idea, id }))
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id, { text, who, by, day }]) => ({ ...plainCard(id, text), who, by: whenOf(by, day, board) }))
