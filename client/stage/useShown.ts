import { type Shape, shapes } from '../../shared/wire/messages.ts'
import { type Derived, derived, useDerived } from '../session/derived.ts'
import { useCrowd } from '../session/useSeat.ts'
import type { Board } from '../shown/board.ts'
import { type Shown, shown } from '../shown/shown.ts'

const maps = ['plein', 'phases', 'framings', 'ideas', 'places', 'clusters', 'rounds'] as const
const places = maps.map((map) => ['board', map] as const)
const boardOf = (...parts: ReadonlyMap<string, unknown>[]): Board | null => {
  const [plein, ...rest] = maps.map((map, at) => [map, parts[at]] as const)
  const fields = plein?.[1]
  if (fields === undefined || fields.size === 0) return null
  return { ...Object.fromEntries(rest), plein: Object.fromEntries(fields) } as unknown as Board
}
const boardIn = derived(places, () => boardOf)
/** The desk looks at it twice, large sums both times: of all ideas which stand on which page. */
const shownIn = Object.fromEntries(
  shapes.map((shape) => [
    shape,
    derived(places, () => (...parts) => {
      const board = boardOf(...parts)
      return board === null ? null : shown(board, { shape })
    }),
  ]),
) as Record<Shape, Derived<Shown | null>>

/** The board as it stands, `null` until it has come. */
export const useBoard = (): Board | null => useDerived(boardIn)

/** What the room sees now. `own`: the shape of a screen itself, also before the server has heard of it. */
export const useShown = (own: Shape = '16:9'): Shown | null => {
  const told = useCrowd()?.shape ?? '16:9'
  return useDerived(shownIn[shapes.find((one) => one === told || one === own) ?? own])
}
