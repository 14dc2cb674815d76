import type { ReactNode } from 'react'
import { Action } from '../Action.tsx'
import type { Card } from '../model.ts'
import { ShowOnScreen } from '../ShowOnScreen.tsx'
import { useCoachWords } from '../words.ts'

/** Above so many rows it pays to search. */
export const many = 12
export type Extra = ((card: Card) => ReactNode) | undefined

/** The buttons of a row that waits, and of one that is shared. */
export const WaitingTools = ({ card }: { card: Card }) => {
  const w = useCoachWords()
  return (
    <>
      <Action compact command={{ type: 'ideas.release', ideas: [card.id] }}>
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

export const HiddenTools = ({ card }: { card: Card }) => {
  const w = useCoachWords()
  return (
    <Action compact command={{ type: 'idea.show', ideas: [card.id] }}>
      {w.ideasSheet.show}
    </Action>
  )
}
