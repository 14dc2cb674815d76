import { useState } from 'react'
import { useSharedWords } from '../parts/words.ts'
import { wallNow } from '../session/clock.ts'
import { useLater } from '../session/later.ts'
import type { DetailOf } from './Detail.tsx'
import { lastDay } from './days.ts'
import { viewsLater } from './later.ts'
import { useOrganiserWords } from './words.ts'

const week = 7 * 86_400_000

export const Row = (props: DetailOf) => {
  const { plein } = props
  const w = useOrganiserWords()
  const { date, time } = useSharedWords()
  const [open, setOpen] = useState(false)
  const come = useLater(viewsLater, open)
  const until = Date.parse(plein.retainUntil)
  const kept = plein.practice ? w.practice.until(date(until), time(until)) : w.keptThrough(date(Date.parse(lastDay(plein.retainUntil))))
  return (
    <li className="plein">
      <div className="plein-line">
        <div className="plein-what">
          <h2>{plein.title}</h2>
          <p>
            {plein.practice ? <b className="plein-practice">{w.practice.word}</b> : null}
            <b className={`stage stage-${plein.stage}`}>{w.stages[plein.stage]}</b>
          </p>
          <p className="help">
            {w.made(date(Date.parse(plein.createdAt)))} · {kept}
            {!plein.practice && until - wallNow() < week ? ` ${w.soon}` : ''}
          </p>
        </div>
        <button
          type="button"
          className="button"
          aria-expanded={open}
          aria-label={`${w.detail.open}: ${plein.title}`}
          onClick={() => setOpen(!open)}
        >
          {open ? w.detail.close : w.detail.open}
        </button>
      </div>
      {open ? come === null ? <p role="status">{w.loading}</p> : <come.Detail {...props} /> : null}
    </li>
  )
}
