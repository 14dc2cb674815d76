import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react'
import type { Shape } from '../../shared/wire/messages.ts'
import { withWords } from '../session/language.ts'
import { later, useLater } from '../session/later.ts'
import { useBoardBeside, useShownBeside } from './useShown.ts'
import '../styles/mini.css'

/** The heights that the small picture is drawn in before it is made small: the same layout as on a screen of that size. */
const drawn: Record<Shape, { width: number; height: number }> = {
  '4:3': { width: 1024, height: 768 },
  '16:10': { width: 1280, height: 800 },
  '16:9': { width: 1920, height: 1080 },
}

/** Drawn into a frame that has its size already. */
export const surfaceLater = later(() => withWords(import('./Surface.tsx')))

/** A small picture of what the room sees now, as wide as where it stands; the words for it stand beside it. */
export const MiniScreen = () => {
  const come = useLater(surfaceLater)
  const board = useBoardBeside()
  const shown = useShownBeside()
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const shape = shown?.shape ?? '16:9'
  useLayoutEffect(() => {
    const box = frame.current
    if (!box) return
    const measure = () => setWidth(box.clientWidth)
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(box)
    return () => watcher.disconnect()
  }, [])
  const { width: full, height } = drawn[shape]
  const style = { '--vh': `${height / 100}px`, width: full, height, transform: `scale(${width / full})` } as CSSProperties
  return (
    <figure className="mini">
      <div className="mini-frame lit" style={{ aspectRatio: full / height }} ref={frame} aria-hidden="true" inert>
        {come === null || board === null || shown === null || width === 0 ? null : (
          <div className="mini-picture" style={style}>
            <come.Surface board={board} shown={shown} shape={shape} />
          </div>
        )}
      </div>
    </figure>
  )
}
