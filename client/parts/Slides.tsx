import { type RefObject, useEffect, useState } from 'react'
import { settles } from './useSettling.ts'

/** Milliseconds that it is told of a press that was not heard, and after which a hand that scrolled has let go. */
const told = 2500
const lets = 250

const hands = ['wheel', 'touchmove', 'keydown', 'pointerdown', 'pointercancel'] as const

type Press = { x: number; y: number }

/** Marks, for half a second, each of `what` that came or slid to where it stands: the second half of a double tap, or a finger that was on its way to
 *  the row that left, must not press the next one. A key may. `at` names the page; what came with that, or in a fold that a hand opened, may be pressed at once.
 *  On the elements and not in their state: of hundreds of rows none is drawn again. `unheard`: said where a press was not heard, but for the second half of a double tap. */
export const Slides = ({
  place,
  what,
  at,
  unheard,
}: {
  place: RefObject<HTMLElement | null>
  what: string
  at: unknown
  unheard: string
}) => {
  const [press, setPress] = useState<Press | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is looked at anew
  useEffect(() => (place.current === null ? undefined : watch(place.current, what, setPress)), [place, what, at])
  useEffect(() => {
    if (press === null) return
    const timer = setTimeout(() => setPress(null), told)
    return () => clearTimeout(timer)
  }, [press])
  return (
    <p
      className={press === null ? 'for-ears' : 'unheard'}
      role="status"
      style={press === null ? undefined : { left: `clamp(10rem, ${press.x}px, 100vw - 10rem)`, top: `max(4rem, ${press.y}px)` }}
    >
      {press === null ? '' : unheard}
    </p>
  )
}

const watch = (root: HTMLElement, what: string, onUnheard: (press: Press) => void): (() => void) => {
  let spots = new Map<Element, DOMRect>()
  let filled = false
  let changed = false
  let scrolled = false
  let hand = Number.NEGATIVE_INFINITY
  let pressing = false
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
    let row = null as Element | null
    let inSight = true
    for (const one of root.querySelectorAll(what)) {
      // Rows out of sight cost nothing until they are measured, and of hundreds each is asked once.
      if (row?.contains(one) !== true) {
        row = one.closest('li')
        inSight = one.checkVisibility?.({ contentVisibilityAuto: true }) !== false
      }
      if (!inSight) continue
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
  const moves = ({ type }: Event) => {
    // Who presses has scrolled enough; a finger that trembles while it does scrolls nothing until the browser takes the touch over.
    if (type === 'pointerdown') pressing = true
    if (type === 'pointercancel') pressing = false
    hand = pressing && type !== 'wheel' && type !== 'keydown' ? Number.NEGATIVE_INFINITY : performance.now()
  }
  // Where letters are large the page itself scrolls. A list that became shorter, or that the browser holds in its place, scrolls without a hand.
  const scroll = () => {
    const by = performance.now() - hand < lets
    scrolled ||= by
    // A list that was thrown goes on after the finger.
    if (by) hand = performance.now()
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
    if (event.detail === 1) onUnheard({ x: event.clientX, y: event.clientY })
  }
  look()
  watcher.observe(root, { childList: true, subtree: true })
  addEventListener('resize', lookSoon)
  addEventListener('scroll', scroll, { capture: true, passive: true })
  for (const one of hands) addEventListener(one, moves, { capture: true, passive: true })
  root.addEventListener('toggle', unfold, true)
  root.addEventListener('click', press, true)
  return () => {
    for (const one of hands) removeEventListener(one, moves, true)
    watcher.disconnect()
    cancelAnimationFrame(frame)
    removeEventListener('resize', lookSoon)
    removeEventListener('scroll', scroll, true)
    root.removeEventListener('toggle', unfold, true)
    root.removeEventListener('click', press, true)
    for (const one of marks.keys()) unmark(one)
  }
}
