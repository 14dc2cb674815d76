import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** More than this share of a device's height is too much to lie over a page: very large letters, or much to tell at once. */
const share = 0.4

/** The one action of a page. On a phone it stands at the bottom edge, in reach of a thumb, and the page keeps its height free below the text. */
export const Bar = ({ children }: { children: ReactNode }) => {
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const it = bar.current
    if (it === null) return
    const { style } = document.documentElement
    const look = () => {
      const still = it.offsetHeight > share * screen.height
      it.toggleAttribute('data-still', still)
      style.setProperty('--bar', still ? '0px' : `${it.offsetHeight}px`)
    }
    const watch = new ResizeObserver(look)
    watch.observe(it)
    look()
    return () => {
      watch.disconnect()
      style.removeProperty('--bar')
    }
  }, [])
  return (
    <div className="thumb-bar" ref={bar}>
      {children}
    </div>
  )
}
