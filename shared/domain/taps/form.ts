/** What one seat gave, in the form of a ballot: so it is sealed like one, and all of one tap are equally long. */
import type { Dots } from '../state.ts'
import { isTapId, type Mark, type Tap, type TapId, type TapRule, type TapValue, tapNames, tapOf, taps } from './taps.ts'

type Form = { items: readonly { id: string }[]; budget: number }
const sides = ['now', 'told'] as const
const formOf = ({ values }: TapRule): Form => ({
  items: sides.flatMap((side) => values.map((value) => ({ id: `${side}/${value}` }))),
  budget: 1,
})
const forms = new Map<Tap, Form>(tapNames.map((on) => [on, formOf(taps[on])]))

/** `null`: it is the id of something else. */
export const tapForm = (id: string): Form | null => (isTapId(id) ? (forms.get(tapOf(id).on) ?? null) : null)

export const dotsOf = (mark: Mark): Dots =>
  Object.fromEntries(sides.flatMap((side) => (mark[side] === null ? [] : [[`${side}/${mark[side]}`, 1]])))

/** `null`: nobody can have given that. */
export const markOf = (tap: TapId, dots: Dots): Mark | null => {
  const { values } = taps[tapOf(tap).on]
  const given = (which: keyof Mark): TapValue[] => values.filter((value) => dots[`${which}/${value}`] === 1)
  const [now, told] = [given('now'), given('told')]
  if (now.length > 1 || told.length > 1 || now.length + told.length !== Object.keys(dots).length) return null
  return { now: now[0] ?? null, told: told[0] ?? null }
}
