/** T24, of taps: two Pleinen are the same to the letter but for what some people gave with one tap. As long as nobody else can tell them apart,
 *  somebody who looks after each tap learns 0 bits. */
import { createHash } from 'node:crypto'
import type { CommandOf } from '../../shared/domain/commands.ts'
import { type Mood, type Pulse, type Resonance, type Tap, taps } from '../../shared/domain/taps/taps.ts'
import { openInMemory } from './inMemory.ts'
import type { Row } from './row.ts'
import type { Hear, Somebody } from './scene.ts'
import { still } from './still.ts'

const names = ['Fatma', 'Ria', 'Samir', 'Hanna', 'Teun', 'Bram', 'Noor']
/** Who listens and gives nothing. The coach stands alone: only a coach is told of the pulse. */
const others = ['Mo', 'Wim', 'Beamer', 'the log']
const kinds = { pulse: 'plenary', 'mood-before': 'burst', 'mood-after': 'burst', resonance: 'write' } as const

/** By place: what that person gives, a place in the values of the tap; `null` takes it back. */
export type Act = readonly [place: number, value: number | null]
export type Heard = { coach: string; others: string }

const command = (on: Tap, phase: string, value: number | null): CommandOf<'tap.set'> => {
  const given = value === null ? null : taps[on].values[value % taps[on].values.length]!
  if (on === 'pulse') return { type: 'tap.set', on, value: given as Pulse | null }
  if (on === 'resonance') return { type: 'tap.set', on, phase, value: given as Resonance | null }
  return { type: 'tap.set', on, phase, value: given as Mood | null }
}

/** What was heard until the phase was left, and the Plein closed for good with its outcome. */
export const hearTaps = async (on: Tap, acts: readonly Act[], spoil: (hear: Hear) => Hear): Promise<Heard> => {
  const streams = { coach: createHash('sha256'), others: createHash('sha256') }
  const hear = spoil((name, bytes) => {
    const ear = name === 'Joost' ? 'coach' : others.includes(name) ? 'others' : null
    if (ear !== null) streams[ear].update(`${name} ${bytes.length} `).update(bytes)
  })
  const programme = [{ kind: kinds[on] }, { kind: 'pause' as const }]
  const scene = await openInMemory({ title: 'Plein', dilemma: 'Wie zorgt er?', programme }, hear, { world: still })
  const joost = await scene.come('Joost', 'coach')
  const mo = await scene.come('Mo', 'participant')
  const quiet = [await scene.come('Wim', 'owner'), await scene.come('Beamer', 'screen')]
  const people: Somebody[] = []
  for (const name of names) people.push(await scene.come(name, 'participant'))
  await joost.ask({ type: 'plein.open' })
  const [phase] = joost.map('board', 'plein').get('programme') as [string]
  const look = async (): Promise<void> => {
    for (const who of [joost, mo, ...quiet]) await scene.outcomes(who)
    // Counts are told at most once a second.
    await scene.pass(1000)
  }
  for (const [place, value] of acts) {
    const answer = await people[place]!.ask(command(on, phase, value))
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    await look()
  }
  await joost.ask({ type: 'phase.next' })
  await joost.ask({ type: 'outcome.set', shared: true })
  await look()
  await joost.ask({ type: 'plein.close', confirmed: true })
  await scene.seal()
  await look()
  await scene.end()
  return { coach: streams.coach.digest('hex'), others: streams.others.digest('hex') }
}

type Pair = { name: string; one: Act[]; other: Act[]; people: number }

/** Everybody gives something and then something else; in the other Plein other things, in as many commands. */
const fromNothing = (people: number): Pair => {
  const acts = (shift: number): Act[] =>
    Array.from({ length: people }, (_, place): Act[] => [
      [place, place + shift + 1],
      [place, place + shift],
    ]).flat()
  return { name: `${people} people`, one: acts(0), other: acts(1), people }
}

/** There is a picture already, the same in both; then so many people change, come in or take back. */
const afterPicture = (fewest: number, changed: number): Pair => {
  const picture = Array.from({ length: fewest }, (_, place): Act => [place, 0])
  // From the last backwards, so that some are new and some had given something.
  const places = Array.from({ length: changed }, (_, one) => names.length - 1 - one)
  const one = places.map((place): Act => [place, 1])
  const other = places.map((place, at): Act => [place, place < fewest && at % 2 === 1 ? null : taps.pulse.values.length - 1])
  return {
    name: `${changed} that change after a picture of ${fewest}`,
    one: [...picture, ...one],
    other: [...picture, ...other],
    people: changed,
  }
}

export const pulses = async ({
  of = ['pulse', 'mood-before', 'resonance'] as readonly Tap[],
  until = Number.POSITIVE_INFINITY,
  spoil = (hear: Hear): Hear => hear,
} = {}): Promise<Row[]> => {
  const learnt: string[] = []
  let pairs = 0
  let told = 0
  for (const on of of) {
    const { fewest } = taps[on]
    const all = [
      ...Array.from({ length: names.length + 1 }, (_, people) => fromNothing(people)),
      ...Array.from({ length: fewest - 1 }, (_, changed) => afterPicture(fewest, changed + 1)),
    ]
    for (const { name, one, other, people } of all) {
      if (performance.now() > until) break
      pairs++
      const [first, second] = [await hearTaps(on, one, spoil), await hearTaps(on, other, spoil)]
      if (first.coach !== second.coach && people >= fewest) told++
      if (first.coach !== second.coach && people < fewest) learnt.push(`${on}: a coach tells ${name} apart`)
      if (first.others !== second.others && (people < fewest || on === 'pulse')) learnt.push(`${on}: others tell ${name} apart`)
    }
  }
  return [
    {
      test: 'T24',
      what: 'what people gave with one tap, looked at after each tap',
      measured: `${pairs} pairs with 0 to 7 people, ${learnt.length} told apart by whom or below what they may; ${told} pictures told a coach something`,
      goal: '0 bits',
      breaches: learnt,
      unjudged: told > 0 ? undefined : 'no picture told a coach anything',
    },
  ]
}
