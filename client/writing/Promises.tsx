import { useWritingWords } from './words.ts'

/** Who reads this, who never learns whose it is, until when. In full above the first text, and wherever the room reads along;
 *  later one line that can be opened. */
export const Promises = ({ id, sees, never, folded }: { id: string; sees: string; never: string; folded: boolean }) => {
  const w = useWritingWords()
  const sentences = (
    <p className="promises" id={id}>
      {sees} {never} {w.write.until}
    </p>
  )
  if (!folded) return sentences
  return (
    <details className="promises-fold">
      <summary>{w.write.promises}</summary>
      {sentences}
    </details>
  )
}
