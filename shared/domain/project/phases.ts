/** Map `phases`. */
import type { PhaseEntry } from '../../wire/documents.ts'
import type { Phase, PhaseId, Plein } from '../state.ts'
import type { Put } from './cells.ts'

const entry = ({ kind, title, settings, played, skipped, repeats, interlude }: Phase): PhaseEntry => ({
  kind,
  title,
  settings: {
    prompt: settings.prompt,
    minutes: settings.minutes,
    whoPosts: settings.whoPosts,
    hidden: settings.hidden,
    whoGroups: settings.whoGroups,
    over: settings.over,
    dots: settings.dots,
    maximum: settings.maximum,
  },
  played,
  skipped,
  repeats,
  interlude: interlude ?? false,
})

export const putPhase = (plein: Plein, id: PhaseId, put: Put): void => {
  const phase = plein.phases.get(id)
  put('board', 'phases', id, phase && entry(phase))
}
