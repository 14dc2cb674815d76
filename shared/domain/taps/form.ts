/** What one seat gave, in the form of a ballot: so it is sealed like one, and all of one tap are equally long. */
import type { Dots } from '../state.ts'
import { isTapId, type Mark, type TapId, type TapValue, tapOf, taps } from './taps.ts'

type Form = { items: readonly { id: string }[]; budget: number }
const forms = new Map<string, Form>()

/** `null`: it is the id of something else. */
export const tapForm = (id: string): Form | null => {
  if (!isTapId(id)) return null
  const { on } = tapOf(id)
  const form = forms.get(on) ?? {
    items: (['now', 'told'] as const).flatMap((which) => taps[on].values.map((value) => ({ id: `${which}/${value}` }))),
    budget: 1,
  }
  forms.set(on, form)
  return form
}

export const dotsOf = (mark: Mark): Dots =>
  Object.fromEntries((['now', 'told'] as const).flatMap((which) => (mark[which] === null ? [] : [[`${which}/${mark[which]}`, 1]])))

/** `null`: nobody can have given that. */
export const markOf = (tap: TapId, dots: Dots): Mark | null => {
  const { values } = taps[tapOf(tap).on]
  const given = (which: keyof Mark): TapValue[] => values.filter((value) => dots[`${which}/${value}`] === 1)
  const [now, told] = [given('now'), given('told')]
  if (now.length > 1 || told.length > 1 || now.length + told.length !== Object.keys(dots).length) return null
  return { now: now[0] ?? null, told: told[0] ?? null }
}
