import { useState } from 'react'
import { mostIn } from '../../../shared/wire/mostIn.ts'
import { Action } from '../Action.tsx'
import { useDeskWords } from '../deskWords.ts'

const minute = 60

/** Another length than the planned one. Closes with Escape, and when the focus leaves it. */
export const TimerMenu = ({ planned }: { planned: number | null }) => {
  const w = useDeskWords()
  const [open, setOpen] = useState(false)
  const [own, setOwn] = useState('')
  const seconds = Math.round(Number(own.replace(',', '.')) * minute)
  return (
    <details
      className="menu"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        setOpen(false)
        event.currentTarget.querySelector('summary')?.focus()
      }}
    >
      <summary>{w.timer.more}</summary>
      <div className="menu-body">
        {[1, 3, 5]
          .filter((length) => length !== (planned ?? 1))
          .map((length) => (
            <Action key={length} command={{ type: 'timer.start', seconds: length * minute }}>
              {w.timer.start(length)}
            </Action>
          ))}
        <label className="field">
          {w.timer.own}
          <input inputMode="decimal" value={own} onChange={(event) => setOwn(event.target.value)} size={4} />
        </label>
        <Action
          command={{ type: 'timer.start', seconds }}
          why={seconds > mostIn.seconds ? w.why.mostMinutes(mostIn.seconds / minute) : seconds > 0 ? null : w.why.noMinutes}
          onDone={() => setOwn('')}
        >
          {w.timer.ownGo}
        </Action>
      </div>
    </details>
  )
}
