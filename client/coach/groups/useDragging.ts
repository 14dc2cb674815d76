import { type RefObject, useEffect, useRef } from 'react'
import { useWhyNot } from '../whyNot.ts'
import type { Dragging } from './drag.ts'
import type { Grouping } from './useGrouping.ts'
import { useGroupWords } from './useGroupWords.ts'

/** Comes after the sheet stands: nobody waits for an extra. */
export const useDragging = (root: RefObject<HTMLElement | null>, work: Grouping): void => {
  const w = useGroupWords()
  const barred = useWhyNot()('ideas.assign') !== null
  const { chosen, selection, assign } = work
  const now = useRef<Dragging>({ along: (idea) => [idea], drop: () => {}, label: String })
  useEffect(() => {
    now.current = {
      along: (idea) => (selection.has(idea) ? chosen : [idea]),
      drop: (ideas, group) => void assign(ideas, group),
      label: w.groups.dragging,
    }
  })
  useEffect(() => {
    if (barred) return
    let end = (): void => {}
    let gone = false
    import('./drag.ts')
      .then(({ attachDragging }) => {
        if (!gone && root.current) end = attachDragging(root.current, () => now.current)
      })
      // Without it everything can still be done.
      .catch(() => undefined)
    return () => {
      gone = true
      end()
    }
  }, [root, barred])
}
