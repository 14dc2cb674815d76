import type { ReactNode } from 'react'
import { useSettling } from '../../parts/useSettling.ts'
import { useEntry } from '../../session/useDocument.ts'
import { useMuted } from '../../session/useSeat.ts'
import { Action } from '../Action.tsx'
import { useDeskWords } from '../deskWords.ts'
import type { Card } from '../model.ts'
import { ShowOnScreen } from '../ShowOnScreen.tsx'
import { useCoachWords } from '../words.ts'

/** Above so many rows it pays to search. */
export const many = 12
export type Extra = ((card: Card) => ReactNode) | undefined

/** The buttons of a row that waits, and of one that is shared. */
export const WaitingTools = ({ card }: { card: Card }) => {
  const w = useCoachWords()
  const { turning } = useDeskWords().rail
  // Its author may have changed it just now.
  const turns = useSettling(card.text) ? turning : null
  return (
    <>
      <Action compact command={{ type: 'ideas.release', ideas: [card.id] }} turning={turns}>
        {w.ideasSheet.releaseOne}
      </Action>
      <Action compact command={{ type: 'idea.hide', ideas: [card.id] }}>
        {w.ideasSheet.hide}
      </Action>
    </>
  )
}

export const SharedTools = ({ card }: { card: Card }) => {
  const w = useCoachWords()
  return (
    <>
      <ShowOnScreen compact show={{ on: 'idea', idea: card.id }} label={w.groups.show} />
      <Action compact command={{ type: 'idea.hide', ideas: [card.id] }}>
        {w.ideasSheet.hide}
      </Action>
    </>
  )
}

/** Behind hiding, so that nobody is stopped by a slip of the finger. Which other contributions are of this phone is known to nobody here. */
const MutePhone = ({ card: { id, entry, phase, late } }: { card: Card }) => {
  const w = useCoachWords()
  const muted = useMuted().has(id)
  const current = useEntry('board', 'plein', 'current')
  if (entry !== 'phone' || (phase !== current && !late)) return null
  return (
    <>
      <Action compact command={{ type: 'seat.mute', idea: id, muted: !muted }}>
        {muted ? w.ideasSheet.unmute : w.ideasSheet.mute}
      </Action>
      {muted ? <small>{w.ideasSheet.muted}</small> : null}
    </>
  )
}

export const HiddenTools = ({ card }: { card: Card }) => {
  const w = useCoachWords()
  return (
    <>
      <Action compact command={{ type: 'idea.show', ideas: [card.id] }}>
        {w.ideasSheet.show}
      </Action>
      <MutePhone card={card} />
    </>
  )
}
