import { useMemo } from 'react'
import { useEntries, usePlein } from '../session/useDocument.ts'
import { useCrowd } from '../session/useSeat.ts'
import { type Shown, shown } from '../shown/shown.ts'

/** The same page as on the screen. */
export const useShownNow = (): Shown | null => {
  const plein = usePlein()
  const phases = useEntries('board', 'phases')
  const framings = useEntries('board', 'framings')
  const ideas = useEntries('board', 'ideas')
  const places = useEntries('board', 'places')
  const clusters = useEntries('board', 'clusters')
  const rounds = useEntries('board', 'rounds')
  const narrow = useCrowd()?.narrow ?? false
  return useMemo(
    () => (plein === null ? null : shown({ plein, phases, framings, ideas, places, clusters, rounds }, { narrow })),
    [plein, phases, framings, ideas, places, clusters, rounds, narrow],
  )
}
