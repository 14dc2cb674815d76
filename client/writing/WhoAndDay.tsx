import { lengths } from '../../shared/text/lengths.ts'
import { useLaterWords } from './laterWords.ts'

type Props = {
  who: string
  onWho: (who: string) => void
  day: string
  onDay: (day: string) => void
  /** Whoever types it may be the one who does it. */
  own?: boolean
}

/** Who does what was agreed, and by which day: both only as given. */
export const WhoAndDay = ({ who, onWho, day, onDay, own = true }: Props) => {
  const w = useLaterWords().promise
  return (
    <>
      <label className="field">
        {w.who}
        <input
          type="text"
          value={who}
          maxLength={lengths.name}
          autoComplete={own ? 'name' : 'off'}
          onChange={(event) => onWho(event.target.value)}
        />
      </label>
      <label className="field">
        {w.day}
        <input type="date" value={day} min="2000-01-01" max="2999-12-31" onChange={(event) => onDay(event.target.value)} />
      </label>
    </>
  )
}
