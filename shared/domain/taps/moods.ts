/** The mood around a burst, kept as counts: when its phase is left, and again when it was entered anew and left with another picture. Only
 *  pictures are kept, so that what is kept tells no more than what was told. */
import type { PleinEvent } from '../events.ts'
import { signed } from '../signed.ts'
import type { PhaseId, Plein } from '../state.ts'
import type { World } from '../world.ts'
import { pictureOf } from './picture.ts'
import { type TapCounts, tapOf } from './taps.ts'

/** `null`: fewer than three people said how it felt. */
export type MoodPair = { before: TapCounts<'mood-before'> | null; after: TapCounts<'mood-after'> | null }
type MoodCounted = Extract<PleinEvent, { type: 'mood.counted' }>

const counted = (plein: Plein, phase: PhaseId, world: World): MoodCounted[] => {
  const pair: MoodPair = {
    before: pictureOf(plein, `mood-before/${phase}`) as MoodPair['before'],
    after: pictureOf(plein, `mood-after/${phase}`) as MoodPair['after'],
  }
  const before = plein.moods.get(phase) ?? { before: null, after: null }
  if (JSON.stringify(pair) === JSON.stringify(before)) return []
  return [{ type: 'mood.counted', phase, ...pair, ...signed({ role: 'server', seat: null }, world) }]
}

/** Of the phase that is left. */
export const moodLeft = (plein: Plein, world: World): MoodCounted[] => (plein.current === null ? [] : counted(plein, plein.current, world))

/** Of every phase in which somebody said how it felt, when the Plein is closed for good. */
export const moodsLeft = (plein: Plein, world: World): MoodCounted[] => {
  const phases = new Set([...plein.taps.keys()].flatMap((tap) => tapOf(tap).phase ?? []))
  return [...phases].flatMap((phase) => counted(plein, phase, world))
}
