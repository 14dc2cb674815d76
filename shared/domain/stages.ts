/** Where a Plein stands in its life. `sealed` is closed for good. */
import type { Refusal } from './refusals.ts'
import type { Plein } from './state.ts'

export type LifeStage = 'prepared' | 'open' | 'closed' | 'sealed' | 'deleted'

export const lifeStage = (plein: Plein): LifeStage => (plein.stage === 'closed' && plein.sealed ? 'sealed' : plein.stage)

/** What is said about a command that does not fit the stage. */
export const wrongStage = (stage: LifeStage): Refusal => {
  switch (stage) {
    case 'prepared':
      return { code: 'plein-not-open' }
    case 'open':
      return { code: 'plein-open' }
    case 'closed':
      return { code: 'plein-closed' }
    case 'sealed':
      return { code: 'plein-sealed' }
    case 'deleted':
      return { code: 'plein-unknown' }
    default:
      return stage satisfies never
  }
}
