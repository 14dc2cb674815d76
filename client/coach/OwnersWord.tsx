import { useEntry } from '../session/useDocument.ts'
import { Action } from './Action.tsx'
import { useCoachWords } from './words.ts'

/** What the owner takes along, and keeping it from the room. */
export const OwnersWord = () => {
  const w = useCoachWords()
  const shown = useEntry('board', 'plein', 'word')
  const hidden = useEntry('desk', 'owner', 'word')
  const text = shown ?? hidden
  return (
    <section className="panel">
      <h2>{w.owner.word}</h2>
      {text === undefined ? (
        <p className="help">{w.owner.noWord}</p>
      ) : (
        <>
          <p className="text">{text}</p>
          <p className="help" role="status">
            {shown === undefined ? w.owner.wordHidden : w.owner.wordShown}
          </p>
          <div className="row">
            <Action command={{ type: 'word.hide', hidden: shown !== undefined }}>
              {shown === undefined ? w.owner.showWord : w.owner.hideWord}
            </Action>
          </div>
        </>
      )}
    </section>
  )
}
