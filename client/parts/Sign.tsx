import type { ReactNode } from 'react'
import '../styles/sign.css'

export type SignSize = 'tiny' | 'small' | 'large' | 'screen'
export type SignLooks = {
  text: string
  caption?: string | null
  size?: SignSize
  /** As a heading of this level; without it a paragraph. */
  heading?: 1 | 2
}

/** The dilemma on its plate. `words`: its text with marks in it. */
export const Sign = ({ text, words = text, caption, size = 'small', heading }: SignLooks & { words?: ReactNode }) => {
  const Words = heading === 1 ? 'h1' : heading === 2 ? 'h2' : 'p'
  return (
    <figure className={`plate plate-${size}`}>
      <Words className="plate-text">{words}</Words>
      {caption ? <figcaption className="plate-caption">{caption}</figcaption> : null}
    </figure>
  )
}
