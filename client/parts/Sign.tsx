import { Fragment, type ReactNode, useMemo } from 'react'
import { difference, type Piece } from '../../shared/text/difference.ts'
import '../styles/sign.css'

/** Below this share of kept words two sentences are shown side by side: a patchwork of words would be unreadable. */
const patchwork = 0.25

/** Marks stand on words: the space around them stays bare. */
const marked = (pieces: readonly Piece[], kind: 'new' | 'lost', mark: (words: string) => ReactNode): ReactNode =>
  pieces.map((piece, at) => {
    if (piece.kind !== 'same' && piece.kind !== kind) return null
    const words = piece.text.trim()
    if (piece.kind === 'same' || words === '') return piece.text
    const start = piece.text.indexOf(words)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one difference never move
      <Fragment key={at}>
        {piece.text.slice(0, start)}
        {mark(words)}
        {piece.text.slice(start + words.length)}
      </Fragment>
    )
  })

/** The dilemma on its plate. With `before`, the wording that it replaced: new words are chalked. */
export const Sign = ({
  text,
  caption,
  before,
  size = 'small',
  heading,
}: {
  text: string
  caption?: string | null
  before?: string | null
  size?: 'tiny' | 'small' | 'large' | 'screen'
  /** As a heading of this level; without it a paragraph. */
  heading?: 1 | 2
}) => {
  const change = useMemo(() => (before == null ? null : difference(before, text)), [before, text])
  const Words = heading === 1 ? 'h1' : heading === 2 ? 'h2' : 'p'
  return (
    <figure className={`plate plate-${size}`}>
      <Words className="plate-text">
        {change === null || change.keptShare < patchwork
          ? text
          : marked(change.pieces, 'new', (words) => <ins className="chalked">{words}</ins>)}
      </Words>
      {caption ? <figcaption className="plate-caption">{caption}</figcaption> : null}
    </figure>
  )
}

/** The wording that was, its lost words struck through. */
export const Was = ({ before, after }: { before: string; after: string }) => {
  const change = useMemo(() => difference(before, after), [before, after])
  return (
    <p className="was">
      {change.keptShare < patchwork ? <del>{before}</del> : marked(change.pieces, 'lost', (words) => <del>{words}</del>)}
    </p>
  )
}
