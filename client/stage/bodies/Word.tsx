import type { CSSProperties } from 'react'
import type { Shown } from '../../shown/shown.ts'
import { paged } from '../paged.ts'
import { useScreenWords } from '../words.ts'

/** The owner's last word, under the question, as large as it can be. */
export const Word = ({ shown }: { shown: Extract<Shown, { what: 'word' }> }) => {
  const w = useScreenWords()
  return (
    <section className="stage-idea" style={{ '--asked': shown.letter } as CSSProperties}>
      <p className={shown.named ? 'stage-idea-group' : 'for-ears'}>{w.harvest.word}</p>
      <p className="stage-idea-text">{shown.cut ?? shown.text}</p>
      {paged(shown) ? <p className="for-ears">{w.page(shown.page + 1, shown.pages)}</p> : null}
    </section>
  )
}
