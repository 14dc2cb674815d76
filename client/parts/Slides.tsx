import { type RefObject, useEffect } from 'react'
import { settles } from './useSettling.ts'

/** Marks, for half a second, each of `what` that came or slid to where it stands: the second half of a double tap, or a finger that was on its way to
 *  the row that left, must not press the next one. A key may. `at` names the page; what came with that, or in a fold that a hand opened, may be pressed at once.
 *  On the elements and not in their state: of hundreds of rows none is drawn again. */
export const Slides = ({ place, what, at }: { place: RefObject<HTMLElement | null>; what: string; at: unknown }) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is looked at anew
  useEffect(() => (place.current === null ? undefined : watch(place.current, what)), [place, what, at])
  return null
}

const watch = (root: HTMLElement, what: string): (() => void) => {
  let spots = new Map<Element, DOMRect>()
  let filled = false
  let changed = false
  let scrolled = false
  let unfolded: Node | null = null
  let frame = 0
  const marks = new Map<Element, object>()
  const settle = (mark: object) => {
    for (const [one, its] of marks) if (its === mark) unmark(one)
  }
  const unmark = (one: Element) => {
    marks.delete(one)
    one.removeAttribute('data-turning')
  }
  const look = () => {
    cancelAnimationFrame(frame)
    frame = 0
    const mark = {}
    const [before, marking] = [spots, filled && changed && !scrolled]
    spots = new Map()
    changed = false
    scrolled = false
    for (const one of root.querySelectorAll(what)) {
      // Rows out of sight cost nothing until they are measured.
      if (one.checkVisibility?.({ contentVisibilityAuto: true }) === false) continue
      const spot = one.getBoundingClientRect()
      if (spot.width === 0) continue
      spots.set(one, spot)
      const was = before.get(one)
      const same = was === undefined ? unfolded?.contains(one) : Math.abs(was.top - spot.top) < 2 && Math.abs(was.left - spot.left) < 2
      if (!marking || same) continue
      marks.set(one, mark)
      one.setAttribute('data-turning', '')
    }
    filled ||= spots.size > 0
    if (marking) setTimeout(settle, settles, mark)
  }
  const lookSoon = () => {
    frame ||= requestAnimationFrame(look)
  }
  // Where letters are large the page itself scrolls.
  const scroll = () => {
    scrolled = true
    lookSoon()
  }
  const watcher = new MutationObserver(() => {
    changed = true
    lookSoon()
  })
  // What moves under a hand that scrolls or unfolds is seen to move.
  const unfold = ({ target }: Event) => {
    unfolded = target as Node
    setTimeout(() => {
      if (unfolded === target) unfolded = null
    }, settles)
    lookSoon()
  }
  const press = (event: MouseEvent) => {
    if (changed) look()
    if (event.detail === 0 || !(event.target as Element).closest('[data-turning]')) return
    event.preventDefault()
    event.stopPropagation()
  }
  look()
  watcher.observe(root, { childList: true, subtree: true })
  addEventListener('resize', lookSoon)
  addEventListener('scroll', scroll, { capture: true, passive: true })
  root.addEventListener('toggle', unfold, true)
  root.addEventListener('click', press, true)
  return () => {
    watcher.disconnect()
    cancelAnimationFrame(frame)
    removeEventListener('resize', lookSoon)
    removeEventListener('scroll', scroll, true)
    root.removeEventListener('toggle', unfold, true)
    root.removeEventListener('click', press, true)
    for (const one of marks.keys()) unmark(one)
  }
}
