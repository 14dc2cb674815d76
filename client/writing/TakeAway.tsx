import { dayInWords } from '../../shared/text/day.ts'
import type { OwnLine } from '../session/ownIdeas.ts'
import { useLanguage } from '../session/useLanguage.ts'
import { useLaterWords } from './laterWords.ts'

type Props = { line: Pick<OwnLine, 'who' | 'day'>; who: string; onWho: (who: string) => void; day: string; onDay: (day: string) => void }

/** Of what the room has seen: a name or a day that no coach has looked at does not come instead (I14). */
export const TakeAway = ({ line, who, onWho, day, onDay }: Props) => {
  const w = useLaterWords().promise
  const language = useLanguage()
  const given = [
    [line.who, who, onWho, line.who],
    [line.day, day, onDay, line.day && dayInWords(line.day, language)],
  ] as const
  return (
    <>
      {given.map(([was, now, onChange, said]) =>
        was && said ? (
          <label key={said} className="choice">
            <input type="checkbox" checked={now === ''} onChange={() => onChange(now === '' ? was : '')} />
            {w.takeAway(said)}
          </label>
        ) : null,
      )}
      <p className="help">{w.shared}</p>
    </>
  )
}
