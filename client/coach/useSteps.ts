import { useRef } from 'react'
import type { Command } from '../../shared/domain/commands.ts'
import type { DeskStep } from '../../shared/wire/documents.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { wallNow } from '../session/clock.ts'
import { useSession, useWorks } from '../session/SessionProvider.tsx'
import type { Act } from '../session/useAct.ts'
import { useEntry } from '../session/useDocument.ts'

/** What can be taken back: one's own last step, and the last one of whichever coach. */
export const useSteps = (): { own: DeskStep | undefined; last: DeskStep | undefined } => {
  const seat = useSession().hello?.seat
  const steps = useEntry('desk', 'undo', 'steps') ?? []
  return { own: steps.findLast((step) => step.seat === seat), last: steps.at(-1) }
}

/** By its name: when another coach takes it back in the same moment, the one before it must not go along. */
const takingBack = (step: DeskStep | undefined): Command => ({ type: 'undo', ...(step === undefined ? {} : { step: step.id }) })

/** One's own last step, one after another: whoever presses twice in a breath means the two last ones, so that the second waits until the desk tells
 *  what the first left, and reads it there and not on the page, which is a picture late. */
export const useTakeBack = (act: Act['act']): ((pressed?: number) => Promise<Answer>) => {
  const seat = useSession().hello?.seat
  const desk = useWorks().connection.documents.replica('desk')
  const before = useRef<Promise<unknown>>(Promise.resolve())
  return (pressed = wallNow()) => {
    const mine = before.current.then(async () => {
      const steps = (desk.snapshot('undo').get('steps') ?? []) as DeskStep[]
      const answer = await act(takingBack(steps.findLast((step) => step.seat === seat)), pressed)
      // What this coach did a moment ago was on its way still, and is what is meant: what others do is no step of this seat.
      return !answer.ok && answer.error.code === 'step-not-last' ? act({ type: 'undo' }, pressed) : answer
    })
    before.current = mine.catch(() => undefined)
    return mine
  }
}
