import { useDesk } from '../desk.ts'
import { useKeys } from '../keys.ts'
import type { Grouping } from './useGrouping.ts'
import { ideaOf } from './useLanding.ts'

/** The keys of this sheet, outside text fields. They are about the selection, else about the idea under the focus. */
export const useGroupKeys = (work: Grouping): void => {
  const { letters } = useDesk()
  const numbered = Object.fromEntries(
    work.groups.map((group) => [String(work.numbers.get(group.id)), () => void work.assign(work.subject(), group.id)]),
  )
  const tick = () => {
    const focused = ideaOf(document.activeElement)
    if (focused === null) return
    work.toggle(focused)
  }
  useKeys(
    {
      ...numbered,
      '0': () => void work.assign(work.subject(), null),
      n: () => work.ask({ task: 'create', ideas: work.subject() }),
      g: () => work.askWhere(),
      h: () => void work.hide(work.subject()),
      x: tick,
      j: () => work.landing.walk(1),
      k: () => work.landing.walk(-1),
      z: () => work.undo(),
      escape: () => work.choose([]),
    },
    letters,
  )
  // So that what came back is under the cursor; the desk's own key sees that it is done.
  useKeys({ 'ctrl+z': () => work.undo() }, true, true)
}
