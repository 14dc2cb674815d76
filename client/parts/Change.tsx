import { type CSSProperties, Fragment, type ReactNode, useMemo } from 'react'
import { marksBetween, type Piece } from '../../shared/text/difference.ts'
import { Sign, type SignLooks } from './Sign.tsx'
import { useSharedWords } from './words.ts'

/** What changed, for marks in the words; `null` when nothing did, or so much that marks would be a patchwork. */
export const useChange = (before: string | null, after: string): readonly Piece[] | null =>
  useMemo(() => (before === null ? null : marksBetween(before, after)), [before, after])

/** Marks stand on words: the space around them stays bare. */
export const marked = (pieces: readonly Piece[], kind: 'new' | 'lost', mark: (words: string, nth: number) => ReactNode): ReactNode => {
  let nth = -1
  return pieces.map((piece, at) => {
    if (piece.kind !== 'same' && piece.kind !== kind) return null
    const words = piece.text.trim()
    if (piece.kind === 'same' || words === '') return piece.text
    const start = piece.text.indexOf(words)
    nth += 1
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one difference never move
      <Fragment key={at}>
        {piece.text.slice(0, start)}
        {mark(words, nth)}
        {piece.text.slice(start + words.length)}
      </Fragment>
    )
  })
}

/** The dilemma on its plate. With `before`, the wording that it replaced: new words are chalked. */
export const ChalkedSign = ({ text, before, ...looks }: SignLooks & { before: string | null }) => {
  const change = useChange(before, text)
  if (change === null) return <Sign text={text} {...looks} />
  const words = marked(change, 'new', (words, nth) => (
    <ins className="chalked" style={{ '--nth': nth } as CSSProperties}>
      {words}
    </ins>
  ))
  return <Sign text={text} words={words} {...looks} />
}

/** The wording that was, its lost words struck through; whole, with the word "first", when marks would tear it to pieces. */
export const Was = ({ before, after, short = null }: { before: string; after: string /** As it fits. */; short?: string | null }) => {
  const w = useSharedWords()
  const change = useChange(before, after)
  return (
    <p className={change === null || short !== null ? 'was was-whole' : 'was'}>
      {change === null || short !== null ? (
        <>
          <span className="was-word">{w.chain.was} </span>
          {short ?? before}
        </>
      ) : (
        marked(change, 'lost', (words) => <del>{words}</del>)
      )}
    </p>
  )
}
