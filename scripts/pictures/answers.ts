/** What the phones of a room answer: dots, taps, and what some of them need. */
import type { PhaseTap, TapValue } from '../../shared/domain/taps/taps.ts'
import { newId } from '../players/person.ts'
import type { Guest } from './guest.ts'
import type { Hall } from './hall.ts'

export const onBoard = (hall: Hall, map: string, many: number) =>
  hall.coach.board.until(() => hall.coach.board.map(map).size >= many, `${many} of ${map} are on the board`)

const each = (hall: Hall, does: (guest: Guest, at: number) => Promise<unknown>) => Promise.all(hall.guests.map(does))

const itemsOf = (hall: Hall, round: string): string[] =>
  (hall.coach.board.map<{ items: { id: string }[] }>('rounds').get(round)?.items ?? []).map(({ id }) => id)
const isFew = (n: number): boolean => n % 7 === 0

/** A third still thinks. */
export const cast = (hall: Hall, round: string) => {
  const items = itemsOf(hall, round)
  const at = (n: number) => items[n % items.length] as string
  const dotsOf = (n: number) => (isFew(n) ? { [at(items.length - 1)]: 2 } : { [at(n)]: 1, [at(n * n + 1)]: 1, [at(0)]: 1 })
  return each(hall, async (guest, n) =>
    n < Math.ceil((hall.guests.length * 2) / 3) ? guest.ask({ type: 'ballot.cast', round, dots: dotsOf(n) }) : undefined,
  )
}

/** Everybody chooses one wording, counted and shown; `first`: as few still do. */
export const chooseWording = async (hall: Hall, first: string | null): Promise<string> => {
  const asks = first === null ? { over: 'framings', budget: 1, maximum: 1 } : { again: first }
  const before = hall.coach.board.map('rounds').size
  const round = String((await hall.must({ type: 'round.open', ...asks }))['round'])
  await onBoard(hall, 'rounds', before + 1)
  const items = itemsOf(hall, round)
  const chosen = (n: number) => items[n % (first === null ? items.length : 2)] as string
  await each(hall, (guest, n) => guest.ask({ type: 'ballot.cast', round, dots: { [chosen(n)]: 1 } }))
  await hall.must({ type: 'round.close', round, confirmed: true })
  await hall.must({ type: 'round.reveal', round, revealed: true })
  return round
}

/** Of whoever gave nothing to what leads: what they need to go along with it. */
export const tellNeeds = async (hall: Hall, round: string): Promise<void> => {
  const item = itemsOf(hall, round)[0] as string
  await hall.must({ type: 'round.ask', round, item })
  const few = hall.guests.filter((_, n) => isFew(n) && n < Math.ceil((hall.guests.length * 2) / 3)).slice(0, hall.said.needs.length)
  for (const [at, guest] of few.entries())
    await guest.ask({ type: 'condition.post', key: newId(), round, item, text: hall.said.needs[at] as string })
}

export const tap = <T extends PhaseTap>(hall: Hall, on: T, phase: string, values: readonly TapValue<T>[]) =>
  each(hall, (guest, at) => guest.ask({ type: 'tap.set', on, phase, value: values[at % values.length] }))

const pulses = ['calm', 'calm', 'tense', 'calm', 'unsaid'] as const
/** How safe it feels, and a card that is for the coaches alone. */
export const confide = async (hall: Hall): Promise<void> => {
  await each(hall, (guest, at) => guest.ask({ type: 'tap.set', on: 'pulse', value: pulses[at % pulses.length] }))
  if (hall.ideas > 0) await hall.guests[0]?.ask({ type: 'card.seal', key: newId(), text: hall.said.card })
}
