import { useMemo } from 'react'
import { difference } from '../../shared/text/difference.ts'
import '../styles/sign.css'

/** Below this share of kept words two sentences are shown side by side: a patchwork of words would be unreadable. */
const patchwork = 0.25

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
  const pieces = useMemo(() => (before == null ? null : difference(before, text)), [before, text])
  const Words = heading === 1 ? 'h1' : heading === 2 ? 'h2' : 'p'
  return (
    <figure className={`plate plate-${size}`}>
      <Words className="plate-text">
        {pieces === null || pieces.keptShare < patchwork
          ? text
          : pieces.pieces.map((piece, at) =>
              piece.kind === 'lost' ? null : piece.kind === 'new' && piece.text.trim() !== '' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one difference never move
                <ins key={at} className="chalked">
                  {piece.text}
                </ins>
              ) : (
                piece.text
              ),
            )}
      </Words>
      {caption ? <figcaption className="plate-caption">{caption}</figcaption> : null}
    </figure>
  )
}

/** The wording that was, its lost words struck through. */
export const Was = ({ before, after }: { before: string; after: string }) => {
  const pieces = useMemo(() => difference(before, after), [before, after])
  return (
    <p className="was">
      {pieces.keptShare < patchwork ? (
        <del>{before}</del>
      ) : (
        pieces.pieces.map((piece, at) =>
          piece.kind === 'new' ? null : piece.kind === 'lost' && piece.text.trim() !== '' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one difference never move
            <del key={at}>{piece.text}</del>
          ) : (
            piece.text
          ),
        )
      )}
    </p>
  )
}
