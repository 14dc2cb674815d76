import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** A plate may take this share of a device's height; more, and the page below it is out of sight. */
const share = 0.4

/** A long question in very large letters: its beginning stands there, the rest is one tap away. Who listens hears all of it.
 *  `whole`: it stands open until it is folded, because it has just changed. */
export const useFold = (
  text: string,
  whole: boolean,
): { box: RefObject<HTMLDivElement | null>; long: boolean; open: boolean; turn: () => void } => {
  const box = useRef<HTMLDivElement>(null)
  const [long, setLong] = useState(false)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const open = chosen ?? whole
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another height
  useLayoutEffect(() => {
    const it = box.current
    if (it === null) return
    let width = 0
    const look = () => {
      // Folding changes the height, a keyboard that of the window: only another width is a reason to measure again.
      if (it.offsetWidth === width) return
      width = it.offsetWidth
      it.removeAttribute('data-folded')
      const tall = (it.querySelector<HTMLElement>('.plate')?.offsetHeight ?? 0) > share * screen.height
      it.toggleAttribute('data-folded', tall && !open)
      setLong(tall)
    }
    const watch = new ResizeObserver(look)
    watch.observe(it)
    look()
    return () => watch.disconnect()
  }, [text, open])
  return { box, long, open, turn: () => setChosen(!open) }
}
