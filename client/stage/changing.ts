import type { Reframing } from '../parts/useReframing.ts'
import type { Shown } from '../shown/shown.ts'

/** So long (ms) the change of the question fills the screen, whatever the phase. */
export const moment = 8000

/** Whether it fills the screen now. */
export const fills = (reframing: Reframing, { what }: Shown): boolean =>
  reframing.moment === 'plays' && what !== 'dark' && what !== 'closed'
