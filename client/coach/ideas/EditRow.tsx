import { Was } from '../../parts/Change.tsx'
import { useSettling } from '../../parts/useSettling.ts'
import { Action } from '../Action.tsx'
import { Cover } from '../Cover.tsx'
import { useDesk } from '../desk.ts'
import { useDeskWords } from '../deskWords.ts'
import type { Card } from '../model.ts'
import { useCoachWords } from '../words.ts'

/** A released idea whose author sent another text, beside each other. The room keeps the old one until a coach decides. */
export const EditRow = ({ card }: { card: Card }) => {
  const w = useCoachWords()
  const { covered } = useDesk()
  const text = card.edit ?? ''
  const { turning } = useDeskWords().rail
  const turns = useSettling(text) ? turning : null
  return (
    <li className="idea">
      <dl className="edit">
        <div>
          <dt>{w.ideasEdit.before}</dt>
          <dd>{covered ? <span className="text">{card.text}</span> : <Was before={card.text} after={text} />}</dd>
        </div>
        <div>
          <dt>{w.ideasEdit.after}</dt>
          <dd>
            <Cover text={text} />
          </dd>
        </div>
      </dl>
      <div className="idea-tools">
        <Action compact command={{ type: 'edit.release', idea: card.id, words: text }} turning={turns}>
          {w.ideasSheet.editRelease}
        </Action>
        <Action compact command={{ type: 'edit.drop', idea: card.id, words: text }} turning={turns}>
          {w.ideasSheet.editDrop}
        </Action>
      </div>
    </li>
  )
}
