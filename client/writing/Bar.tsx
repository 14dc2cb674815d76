import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** The one action of a page. On a phone it stands at the bottom edge, in reach of a thumb, and the page keeps its height free below the text. */
export const Bar = ({ children }: { children: ReactNode }) => {
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const it = bar.current
    if (it === null) return
    const { style } = document.documentElement
    const look = () => style.setProperty('--bar', `${it.offsetHeight}px`)
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
