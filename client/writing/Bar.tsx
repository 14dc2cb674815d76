import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { keepClear } from '../parts/keepClear.ts'

/** The one action of a page. On a phone it stands at the bottom edge, in reach of a thumb, and the page keeps its height free below the text. */
export const Bar = ({ children }: { children: ReactNode }) => {
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (bar.current !== null) return keepClear(bar.current)
  }, [])
  return (
    <div className="thumb-bar" ref={bar}>
      {children}
    </div>
  )
}
