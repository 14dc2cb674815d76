/** Map `moods`: how it felt around a burst. */
import type { PhaseId, Plein } from '../state.ts'
import type { MoodPair } from '../taps/moods.ts'
import type { Put } from './cells.ts'

const counts = (of: MoodPair['before']): MoodPair['before'] => of && { heavy: of.heavy, neutral: of.neutral, light: of.light }

export const putMood = (plein: Plein, phase: PhaseId, put: Put): void => {
  const pair = plein.moods.get(phase)
  put('board', 'moods', phase, pair && { before: counts(pair.before), after: counts(pair.after) })
}
