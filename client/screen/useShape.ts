import { useEffect, useState } from 'react'
import type { Shape } from '../../shared/wire/messages.ts'

/** A projector of 4:3, or a window beside something else; and 16:9, of which 1360 × 768 is the narrowest. Between them 16:10. */
const narrow = '(max-aspect-ratio: 1499/1000)'
const wide = '(min-aspect-ratio: 177/100)'
const shapeNow = (): Shape => (matchMedia(narrow).matches ? '4:3' : matchMedia(wide).matches ? '16:9' : '16:10')

export const useShape = (): Shape => {
  const [shape, setShape] = useState(shapeNow)
  useEffect(() => {
    const lists = [narrow, wide].map((query) => matchMedia(query))
    const look = () => setShape(shapeNow())
    look()
    for (const list of lists) list.addEventListener('change', look)
    return () => {
      for (const list of lists) list.removeEventListener('change', look)
    }
  }, [])
  return shape
}
