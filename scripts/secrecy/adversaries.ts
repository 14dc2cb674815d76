/** T21: three who hold the files and want to know whose idea is whose. Each tries many ways on one half of the Pleinen, and is judged on the
 *  other half by the way that worked best there: a way that was lucky is not lucky twice. */
import { createHash } from 'node:crypto'
import type { Dice } from '../players/dice.ts'
import type { Evidence } from './evidence.ts'

/** What is known of one Plein at one moment, and what is true. `whose`: the place at the door, by idea. */
export type Case = { evidence: Evidence; plein: string; tokenHashes: string[]; whose: Map<string, number> }
/** A place for each idea. */
export type Guess = (of: Case, chance: Dice) => Map<string, number>

/** The seats of the participants in the file, by their place at the door: whoever stood there and saw people come in could know which row came when. */
const seatsOf = ({ evidence, tokenHashes }: Case): { place: number; id: string; strings: string[] }[] =>
  evidence.rows.flatMap(({ table, values }) => {
    if (table !== 'seats') return []
    const place = tokenHashes.indexOf(String(values[3]))
    return place < 0 ? [] : [{ place, id: String(values[1]), strings: values.map(String) }]
  })

const stringsOf = ({ evidence }: Case, idea: string): string[] =>
  evidence.rows.flatMap(({ table, values }) =>
    table === 'seats' || !values.some((value) => typeof value === 'string' && value.includes(idea)) ? [] : values.slice(1).map(String),
  )

const grams = (strings: readonly string[], length: number): Set<string> =>
  new Set(strings.flatMap((text) => Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length))))

const hashes = (text: string): string[] => {
  const digest = createHash('sha256').update(text).digest()
  return [
    digest.toString('hex'),
    digest.toString('base64url'),
    digest.toString('hex').slice(0, 22),
    digest.toString('base64url').slice(0, 22),
  ]
}

/** By what rows of ideas and rows of seats share: an id, a part of one, or a hash of one with the other. */
const byId: Guess = (of, chance) => {
  const seats = seatsOf(of).map((seat) => ({
    ...seat,
    grams: grams(
      seat.strings.filter((text) => text !== of.plein && text.length > 12),
      6,
    ),
  }))
  return new Map(
    [...of.whose.keys()].map((idea) => {
      const strings = stringsOf(of, idea)
      const own = new Set(strings)
      const parts = grams(strings, 6)
      const scores = seats.map(({ place, id, strings: [, , , token = ''], grams: shared }) => ({
        place,
        score:
          [...shared].filter((gram) => parts.has(gram)).length +
          [id, token, `${id}${idea}`, `${id}:${idea}`, `${id} ${idea}`, `${idea}:${id}`, `${of.plein}:${id}`]
            .flatMap(hashes)
            .filter((hash) => own.has(hash)).length *
            1000,
      }))
      const most = Math.max(...scores.map(({ score }) => score))
      return [idea, chance.pick(scores.filter(({ score }) => score === most)).place] as const
    }),
  )
}

type Order<T> = (of: Case) => T[]
const inOrderOf = <T>(list: T[], by: (one: T) => string): T[] => [...list].sort((a, b) => (by(a) < by(b) ? -1 : 1))
const only = ({ whose }: Case, ideas: readonly string[]): string[] => [...new Set(ideas)].filter((idea) => whose.has(idea))

const ideaOrders: Record<string, Order<string>> = {
  'number in the log': (of) =>
    only(
      of,
      of.evidence.events
        .toSorted((a, b) => a.version - b.version)
        .flatMap(({ type, idea }) => (type === 'idea.posted' && idea ? [idea] : [])),
    ),
  'place of the key in the file': (of) =>
    only(
      of,
      of.evidence.rows.flatMap(({ table, values }) => (table === 'keys' ? [String(values[2])] : [])),
    ),
  'place of the answer in the file': (of) =>
    only(
      of,
      of.evidence.rows.flatMap(({ table, values }) =>
        table === 'answers' ? [(JSON.parse(String(values[3])) as { idea?: string }).idea ?? ''] : [],
      ),
    ),
  'place of the event in the file': (of) =>
    only(
      of,
      of.evidence.rows.flatMap(({ table, values }) =>
        table === 'events' ? [/"idea\.posted","idea":"([\w-]+)"/.exec(String(values[3]))?.[1] ?? ''] : [],
      ),
    ),
  'order at the desk': (of) =>
    only(
      of,
      of.evidence.events.flatMap(({ type, ...event }) => (type === 'desk.listed' ? (event['ideas'] as string[]) : [])),
    ),
  'order of release': (of) =>
    only(
      of,
      of.evidence.events.flatMap(({ type, ...event }) => (type === 'ideas.released' ? (event['ideas'] as string[]) : [])),
    ),
  'the id itself': (of) => [...of.whose.keys()].sort(),
}
const seatOrders: Record<string, Order<number>> = {
  'order at the door': (of) => of.tokenHashes.map((_, place) => place),
  'place of the seat in the file': (of) => seatsOf(of).map(({ place }) => place),
  'the id of the seat': (of) => inOrderOf(seatsOf(of), ({ id }) => id).map(({ place }) => place),
  'the hash of the token': (of) => inOrderOf(seatsOf(of), ({ strings }) => strings[3]!).map(({ place }) => place),
}

/** The first idea is of the first seat, and so on: spread over all ideas, or once round for each. */
const matched = (ideas: readonly string[], seats: readonly number[], round: boolean): Map<string, number> =>
  new Map(ideas.map((idea, at) => [idea, seats[round ? at % seats.length : Math.floor((at * seats.length) / ideas.length)] ?? -1] as const))

const byOrder: Record<string, Guess> = Object.fromEntries(
  Object.entries(ideaOrders).flatMap(([what, ideas]) =>
    Object.entries(seatOrders).flatMap(([by, seats]) =>
      [true, false].flatMap((round) =>
        [true, false].map((turned): [string, Guess] => [
          `${what} by ${by}${round ? ', in rounds' : ''}${turned ? ', turned round' : ''}`,
          (of) => matched(ideas(of), turned ? seats(of).toReversed() : seats(of), round),
        ]),
      ),
    ),
  ),
)

/** Whose seat or ballot was written in the same transaction as the idea, or in one close to it. */
const besides =
  (steps: readonly number[]): Guess =>
  (of, chance) => {
    const seats = seatsOf(of)
    const placeOf = new Map(seats.map(({ id, place }) => [id, place]))
    const touched = of.evidence.written.map((rows) =>
      rows.flatMap(({ table, values }) => {
        const place = placeOf.get(String(table === 'seats' ? values[1] : table === 'ballots' ? values[2] : ''))
        return place === undefined ? [] : [place]
      }),
    )
    return new Map(
      [...of.whose.keys()].map((idea) => {
        const at = of.evidence.written.findIndex((rows) =>
          rows.some(({ table, values }) => table !== 'seats' && JSON.stringify(values).includes(idea)),
        )
        const near = at < 0 ? [] : (steps.map((step) => touched[at + step] ?? []).find((places) => places.length > 0) ?? [])
        return [idea, near.length > 0 ? chance.pick(near) : chance.below(of.tokenHashes.length)] as const
      }),
    )
  }

const steps = Array.from({ length: 12 }, (_, place) => place)
const byWrites: Record<string, Guess> = {
  'the same transaction': besides([0]),
  'the next that touches a seat': besides(steps),
  'the last that touched a seat': besides(steps.map((step) => -step)),
  'the nearest of both': besides(steps.flatMap((step) => [step, -step])),
}

export const adversaries: Record<string, Record<string, Guess>> = {
  'by id': { 'what rows share': byId },
  'by order and place': byOrder,
  'by what was written together': byWrites,
}

/** `listed`: the ballots in the order in which they stand in the count; `voted`: places in the order in which people voted. */
export type BallotCase = Case & { listed: string[]; voted: number[] }

/** Ballots in the order in which they were counted. */
export const ballotWays: Record<string, Guess> = Object.fromEntries(
  Object.entries({ ...seatOrders, 'order of voting': (of: Case) => (of as BallotCase).voted }).flatMap(([by, seats]) =>
    [true, false].map((turned): [string, Guess] => [
      `${by}${turned ? ', turned round' : ''}`,
      (of) => matched((of as BallotCase).listed, turned ? seats(of).toReversed() : seats(of), true),
    ]),
  ),
)

export type Verdict = { way: string; right: number; of: number; chance: number; most: number }

const hits = (guess: Guess, cases: readonly Case[], dice: Dice): { right: number; of: number; chance: number } => {
  const sum = { right: 0, of: 0, chance: 0 }
  for (const one of cases) {
    const guessed = guess(one, dice)
    for (const [idea, place] of one.whose) {
      sum.of++
      sum.chance += 1 / one.tokenHashes.length
      if (guessed.get(idea) === place) sum.right++
    }
  }
  return sum
}

/** `sigmas`: how far above chance is still chance. */
export const judged = (ways: Record<string, Guess>, cases: readonly Case[], dice: Dice, sigmas: number): Verdict => {
  const [tried, kept] = [cases.filter((_, place) => place % 2 === 0), cases.filter((_, place) => place % 2 === 1)]
  const best = Object.entries(ways)
    .map(([way, guess]) => ({ way, guess, right: hits(guess, tried, dice).right }))
    .sort((a, b) => b.right - a.right)[0]!
  const { right, of, chance } = hits(best.guess, kept, dice)
  const share = of === 0 ? 0 : chance / of
  return { way: best.way, right, of, chance, most: chance + sigmas * Math.sqrt(of * share * (1 - share)) }
}
