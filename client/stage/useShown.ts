import { useMemo } from 'react'
import { type Shape, shapes } from '../../shared/wire/messages.ts'
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

/** What the room sees now. `own`: the shape of a screen itself, also before the server has heard of it. */
export const useShown = (own: Shape = '16:9'): Shown | null => {
  const board = useBoard()
  const told = useCrowd()?.shape ?? '16:9'
  const shape = shapes.find((one) => one === told || one === own) ?? own
  return useMemo(() => (board === null ? null : shown(board, { shape })), [board, shape])
}
