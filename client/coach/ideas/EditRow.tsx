import { Was } from '../../parts/Sign.tsx'
import { Action } from '../Action.tsx'
import { Cover } from '../Cover.tsx'
import { useDesk } from '../desk.ts'
import type { Card } from '../model.ts'
import { useCoachWords } from '../words.ts'

/** A released idea whose author sent another text. The room keeps the old one until a coach decides. */
export const EditRow = ({ card }: { card: Card }) => {
  const w = useCoachWords()
  const { covered } = useDesk()
  const text = card.edit ?? ''
  return (
    <li className="idea">
      <div className="idea-text">
        {covered ? (
          <Cover text={text} />
        ) : (
          <>
            <Was before={card.text} after={text} />
            <span className="text">{text}</span>
          </>
        )}
      </div>
      <div className="idea-tools">
        <Action compact command={{ type: 'edit.release', idea: card.id }}>
          {w.ideasSheet.editRelease}
        </Action>
        <Action compact command={{ type: 'edit.drop', idea: card.id }}>
          {w.ideasSheet.editDrop}
        </Action>
      </div>
    </li>
  )
}
