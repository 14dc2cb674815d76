import { useEntry } from '../session/useDocument.ts'
import { useLaterSharedWords } from './laterWords.ts'

/** What the owner takes along, as the room reads it. */
export const LastWord = () => {
  const w = useLaterSharedWords()
  const word = useEntry('board', 'plein', 'word')
  return word === undefined ? null : (
    <section>
      <h2>{w.lastWord}</h2>
      <p className="card said">{word}</p>
    </section>
  )
}
