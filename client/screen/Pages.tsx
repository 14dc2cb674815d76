import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { Current } from './Body.tsx'
import { Heading } from './Heading.tsx'
import { useScreenWords } from './words.ts'

type Props = {
  phase: Current
  help?: string | null
  /** Beside the heading; the page stands under it. */
  aside?: ReactNode
  /** Changes when something new has come. */
  mark: string | number
  /** For what needs room beside it. */
  wide?: boolean
  /** Sorted by what counts: the first page is shown, and not the newest. */
  sorted?: boolean
  children: ReactNode
}

/** Cards in columns of a fixed height. What does not fit goes on to a next page at the same letter size; shown is the newest page, and
 *  nothing turns by itself but when something new comes. */
export const Pages = ({ phase, help, aside, mark, wide = false, sorted = false, children }: Props) => {
  const w = useScreenWords()
  const frame = useRef<HTMLDivElement>(null)
  const flow = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ pages: 1, shift: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when something new has come
  useLayoutEffect(() => {
    const measure = () => {
      if (!frame.current || !flow.current) return
      const style = getComputedStyle(flow.current)
      const gap = Number.parseFloat(style.columnGap) || 0
      const beside = Number.parseInt(style.columnCount, 10) || 1
      const width = (frame.current.clientWidth + gap) / beside
      const columns = Math.max(1, Math.round((flow.current.scrollWidth + gap) / width))
      // The newest page is a full one, also when its last column has just begun.
      setView({ pages: Math.ceil(columns / beside), shift: sorted ? 0 : Math.max(0, columns - beside) * width })
    }
    measure()
    const watcher = new ResizeObserver(measure)
    if (frame.current) watcher.observe(frame.current)
    // Letters that come late are wider or smaller than those that were measured.
    void document.fonts?.ready.then(measure)
    return () => watcher.disconnect()
  }, [mark, sorted])
  return (
    <section className="body">
      <Heading
        phase={phase}
        help={help ?? null}
        aside={
          <div className="screen-aside">
            {aside}
            {view.pages > 1 ? <p className="screen-page">{w.page(sorted ? 1 : view.pages, view.pages)}</p> : null}
          </div>
        }
      />
      <div className="pages" ref={frame}>
        <div className={wide ? 'pages-flow pages-wide' : 'pages-flow'} ref={flow} style={{ transform: `translateX(${-view.shift}px)` }}>
          {children}
        </div>
      </div>
    </section>
  )
}
