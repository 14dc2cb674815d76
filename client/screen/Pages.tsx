import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useScreenWords } from './words.ts'

/** Cards in columns of a fixed height. What does not fit goes on to a next page at the same letter size; shown is the newest page, and
 *  nothing turns by itself but when something new comes. `mark` changes when it does. */
export const Pages = ({ children, mark, count }: { children: ReactNode; mark: string | number; count: string }) => {
  const w = useScreenWords()
  const frame = useRef<HTMLDivElement>(null)
  const flow = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ pages: 1, width: 0 })
  useLayoutEffect(() => {
    const measure = () => {
      if (!frame.current || !flow.current) return
      const gap = Number.parseFloat(getComputedStyle(flow.current).columnGap) || 0
      const width = frame.current.clientWidth + gap
      setView({ pages: Math.max(1, Math.round((flow.current.scrollWidth + gap) / width)), width })
    }
    measure()
    const watcher = new ResizeObserver(measure)
    if (frame.current) watcher.observe(frame.current)
    // Letters that come late are wider or smaller than those that were measured.
    void document.fonts?.ready.then(measure)
    return () => watcher.disconnect()
    // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when something new has come
  }, [mark])
  return (
    <>
      <div className="pages" ref={frame}>
        <div className="pages-flow" ref={flow} style={{ transform: `translateX(${-(view.pages - 1) * view.width}px)` }}>
          {children}
        </div>
      </div>
      <p className="screen-page">
        {view.pages > 1 ? `${w.page(view.pages, view.pages)} · ` : ''}
        {count}
      </p>
    </>
  )
}
