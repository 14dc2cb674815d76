/** What the played people do in a phase, and when. Pure: chance is handed in. */
import type { Contribution, Phase, Plein } from '../../shared/domain/state.ts'
import type { Tap, TapValue } from '../../shared/domain/taps/taps.ts'
import type { Line, Script } from './texts/script.ts'

export type Act =
  | { do: 'perspective' }
  | { do: 'write'; as: Contribution; text: string; who?: string; by?: string }
  | { do: 'place' }
  | { do: 'hand'; up: boolean }
  /** How it is, or of what is being written before the room. */
  | { do: 'tap'; on: Tap; value: TapValue }
  /** For the coaches alone. */
  | { do: 'card'; text: string }
  | { do: 'ready' }
/** `at`: milliseconds since the phase began, counted only while we are in it. */
export type Step = { at: number; name: string; act: Act }

export type Shuffle = <T>(list: readonly T[]) => T[]

const seconds = 1000
/** Somebody is always still thinking. */
const neverReady = 2

/** At even distances, in the order given. */
const spread = <T>(list: readonly T[], from: number, to: number, step: (item: T) => Omit<Step, 'at'>): Step[] =>
  list.map((item, at) => ({ at: Math.round(from + ((to - from) * (at + 1)) / list.length), ...step(item) }))

const writing =
  (as: Contribution) =>
  ([name, text]: Line): Omit<Step, 'at'> => ({ name, act: { do: 'write', as, text } })

const tapping =
  <T extends Tap>(on: T, value: (name: string) => TapValue<T>) =>
  (name: string): Omit<Step, 'at'> => ({ name, act: { do: 'tap', on, value: value(name) } })

/** Everybody but a few says to be ready, after the last thing that they do. */
const ready = (steps: readonly Step[], { people }: Script, shuffle: Shuffle, until: number): Step[] => {
  const names = shuffle(Object.keys(people)).slice(neverReady)
  const last = (name: string) => Math.max(0, ...steps.filter((step) => step.name === name).map(({ at }) => at))
  return spread(names, until / 3, until, (name) => ({ name, act: { do: 'ready' } })).map((step) => ({
    ...step,
    at: Math.max(step.at, last(step.name) + 2 * seconds),
  }))
}

/** What of these was not written yet. A phase that was left in the middle, also by a restart of the server, is gone on with. */
const unwritten = (pools: readonly (readonly Line[])[], phase: Phase, plein: Plein): readonly Line[] => {
  const written = new Map<string, string[]>()
  for (const idea of plein.ideas.values()) written.set(idea.text, [...(written.get(idea.text) ?? []), idea.phase])
  for (const pool of pools) {
    const begun = pool.filter(([, text]) => written.has(text))
    if (begun.length === 0) return pool
    if (begun.some(([, text]) => written.get(text)?.includes(phase.id))) return pool.filter(([, text]) => !written.has(text))
  }
  return []
}

export const planFor = (phase: Phase, plein: Plein, script: Script, shuffle: Shuffle): Step[] => {
  const fresh = (pool: readonly Line[]) => unwritten([pool], phase, plein)
  const withReady = (steps: Step[], until: number) => [...steps, ...ready(steps, script, shuffle, until)]
  switch (phase.kind) {
    case 'checkin': {
      const lenses = spread(shuffle(Object.keys(script.people)), 2 * seconds, 25 * seconds, (name) => ({
        name,
        act: { do: 'perspective' },
      }))
      // Enough of them for a picture, and not everybody: many never tap.
      const calm = spread(
        shuffle(Object.keys(script.people)).slice(0, 9),
        10 * seconds,
        40 * seconds,
        tapping('pulse', () => 'calm'),
      )
      return withReady([...lenses, ...calm, ...spread(fresh(script.facts), 4 * seconds, 45 * seconds, writing('checkin'))], 50 * seconds)
    }
    case 'ideas':
      return withReady(
        spread(shuffle(unwritten([script.ideas, script.conditions], phase, plein)), 3 * seconds, 60 * seconds, writing('idea')),
        66 * seconds,
      )
    case 'cluster':
      // Where authors place their own idea; a coach who groups does it alone.
      return phase.settings.whoGroups === 'authors'
        ? withReady(
            spread(shuffle(Object.keys(script.people)), 5 * seconds, 45 * seconds, (name) => ({ name, act: { do: 'place' } })),
            50 * seconds,
          )
        : []
    case 'burst': {
      const names = shuffle(Object.keys(script.people))
      return withReady(
        [
          ...spread(
            names,
            1 * seconds,
            8 * seconds,
            tapping('mood-before', (name) => (script.few.includes(name) ? 'heavy' : 'neutral')),
          ),
          ...spread(shuffle(fresh(script.questions)), 4 * seconds, 50 * seconds, writing('question')),
          ...spread(
            names,
            46 * seconds,
            55 * seconds,
            tapping('mood-after', (name) => (script.few.includes(name) ? 'neutral' : 'light')),
          ),
        ],
        56 * seconds,
      )
    }
    case 'reframe':
      return withReady(spread(shuffle(fresh(script.proposals)), 6 * seconds, 40 * seconds, writing('proposal')), 50 * seconds)
    case 'harvest': {
      const texts = new Set([...plein.ideas.values()].map(({ text }) => text))
      const promises = script.commitments.filter(({ text }) => !texts.has(text))
      return withReady(
        [
          ...spread(promises, 5 * seconds, 40 * seconds, ({ from, who, text, by }) => ({
            name: from,
            act: { do: 'write', as: 'commitment', text, who, by },
          })),
          ...spread(fresh(script.closings), 10 * seconds, 55 * seconds, writing('closing')),
        ],
        60 * seconds,
      )
    }
    case 'plenary': {
      const [first = '', second = ''] = shuffle(script.few)
      const confided = [...plein.cards.values()].some(({ text }) => text === script.confides[1])
      return [
        { at: 8 * seconds, name: first, act: { do: 'hand', up: true } },
        { at: 14 * seconds, name: second, act: { do: 'hand', up: true } },
        { at: 40 * seconds, name: first, act: { do: 'hand', up: false } },
        { at: 60 * seconds, name: second, act: { do: 'hand', up: false } },
        ...spread(
          shuffle(script.few),
          10 * seconds,
          30 * seconds,
          tapping('pulse', (name) => (name === first ? 'unsaid' : 'tense')),
        ),
        ...spread(confided ? [] : [script.confides], 15 * seconds, 20 * seconds, ([name, text]) => ({ name, act: { do: 'card', text } })),
      ]
    }
    case 'write':
      // Nothing stands there at first; later most are touched, and a few are not.
      return spread(
        shuffle(Object.keys(script.people)),
        20 * seconds,
        90 * seconds,
        tapping('resonance', (name) => (script.few.includes(name) ? 'off' : 'touches')),
      )
    case 'welcome':
    case 'vote':
    case 'pause':
      return []
    default:
      return phase.kind satisfies never
  }
}

/** Who votes when, counted from the opening of the round. */
export const votingPlan = (script: Script, shuffle: Shuffle): { at: number; name: string }[] =>
  spread(shuffle(Object.keys(script.people)), 3 * seconds, 35 * seconds, (name) => ({ name, act: { do: 'ready' } })).map(
    ({ at, name }) => ({
      at,
      name,
    }),
  )
