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

/** Told in a task of its own: on which pages a thousand ideas stand must not hold up the picture of what was just pressed. */
const later = <T>(picture: Derived<T>): Derived<T> => ({
  read: picture.read,
  subscribe: (documents, listener) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = picture.subscribe(documents, () => {
      timer ??= setTimeout(() => {
        timer = undefined
        listener()
      })
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  },
})
const shownBeside = Object.fromEntries(shapes.map((shape) => [shape, later(shownIn[shape])])) as typeof shownIn

/** The board as it stands, `null` until it has come. */
export const useBoard = (): Board | null => useDerived(boardIn)
const boardBeside = later(boardIn)
export const useBoardBeside = (): Board | null => useDerived(boardBeside)

/** What the room sees now, on a screen itself. `own`: its shape, also before the server has heard of it. */
export const useShown = (own: Shape): Shown | null => {
  const told = useCrowd()?.shape ?? '16:9'
  return useDerived(shownIn[shapes.find((one) => one === told || one === own) ?? own])
}

/** The same, beside what somebody is doing: at the desk, and on a phone that looks along. */
export const useShownBeside = (): Shown | null => useDerived(shownBeside[useCrowd()?.shape ?? '16:9'])
