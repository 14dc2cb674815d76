import { useMemo } from 'react'
import { useEntries, usePlein } from '../session/useDocument.ts'
import { useCrowd } from '../session/useSeat.ts'
import type { Board } from '../shown/board.ts'
import { type Shown, shown } from '../shown/shown.ts'

/** The board as it stands, `null` until it has come. */
export const useBoard = (): Board | null => {
  const plein = usePlein()
  const phases = useEntries('board', 'phases')
  const framings = useEntries('board', 'framings')
  const ideas = useEntries('board', 'ideas')
  const places = useEntries('board', 'places')
  const clusters = useEntries('board', 'clusters')
  const rounds = useEntries('board', 'rounds')
  return useMemo(
    () => (plein === null ? null : { plein, phases, framings, ideas, places, clusters, rounds }),
    [plein, phases, framings, ideas, places, clusters, rounds],
  )
}

/** What the room sees now; for a screen that is narrow itself also before the server has heard of it. */
export const useShown = (narrow = false): Shown | null => {
  const board = useBoard()
  const told = useCrowd()?.narrow ?? false
  return useMemo(() => (board === null ? null : shown(board, { narrow: told || narrow })), [board, told, narrow])
}
