import { type MouseEvent, memo } from 'react'
import { within } from '../../../shared/text/ownLines.ts'
import { Cover } from '../Cover.tsx'
import { useGroupWords } from './useGroupWords.ts'

type Props = {
  id: string
  text: string
  released: boolean
  chosen: boolean
  /** The room has it before its eyes. */
  shown: boolean
  /** The one stop of its list for the Tab key. */
  stop: boolean
  onPick: (id: string, event: MouseEvent) => void
}

/** One idea to tick; its properties are plain values, so that ticking or placing one of a thousand draws one. */
export const CardItem = memo(({ id, text, released, chosen, shown, stop, onPick }: Props) => {
  const w = useGroupWords()
  const tags = [released ? null : w.ideasSheet.notShared, shown ? w.groups.onScreen : null].filter((tag) => tag !== null)
  return (
    <li>
      <label className={`work-card${chosen ? ' work-card-chosen' : ''}${released ? '' : ' work-card-unshared'}`}>
        <input
          type="checkbox"
          data-idea={id}
          checked={chosen}
          tabIndex={stop ? 0 : -1}
          onClick={(event) => onPick(id, event)}
          onChange={() => {}}
        />
        <span className="work-card-text">
          {released ? <span className="text">{within(text)}</span> : <Cover text={text} />}
          {tags.length === 0 ? null : <small>{tags.join(' · ')}</small>}
        </span>
      </label>
    </li>
  )
})
