import type { Show } from '../../shared/domain/state.ts'
import { useEntry } from '../session/useDocument.ts'
import { Action } from './Action.tsx'

const phase: Show = { on: 'phase', page: null }

/** Whether this stands before the room now, whatever page of it. */
export const isShown = (now: Show | undefined, show: Show): boolean =>
  now?.on === show.on &&
  (now.on !== 'idea' || now.idea === (show as typeof now).idea) &&
  (now.on !== 'cluster' || now.cluster === (show as typeof now).cluster)

/** Puts something before the room in one tap, and takes it away with the next: then the screen shows the phase again. */
export const ShowOnScreen = ({ show, label, compact = false }: { show: Show; label: string; compact?: boolean }) => {
  const shown = isShown(useEntry('board', 'plein', 'show'), show)
  return (
    <Action compact={compact} command={{ type: 'screen.show', show: shown ? phase : show }} pressed={shown}>
      {label}
    </Action>
  )
}
