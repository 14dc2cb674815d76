import { dayInWords } from '../../shared/text/day.ts'
import type { OwnLine } from '../session/ownIdeas.ts'
import { useLanguage } from '../session/useLanguage.ts'
import { useLaterWords } from './laterWords.ts'

type Props = { line: Pick<OwnLine, 'who' | 'day'>; who: string; onWho: (who: string) => void; day: string; onDay: (day: string) => void }

/** Of what the room has seen: a name or a day that no coach has looked at does not come instead (I14). */
export const TakeAway = ({ line, who, onWho, day, onDay }: Props) => {
  const w = useLaterWords().promise
  const language = useLanguage()
  if (line.who === null && line.day === undefined) return null
  return (
    <>
      <p className="help">{w.shared}</p>
      {line.who === null ? null : (
        <label className="choice">
          <input type="checkbox" checked={who === ''} onChange={() => onWho(who === '' ? (line.who ?? '') : '')} />
          {w.takeAway(line.who)}
        </label>
      )}
      {line.day === undefined ? null : (
        <label className="choice">
          <input type="checkbox" checked={day === ''} onChange={() => onDay(day === '' ? (line.day ?? '') : '')} />
          {w.takeAway(dayInWords(line.day, language))}
        </label>
      )}
    </>
  )
}
