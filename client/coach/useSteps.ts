import type { Command } from '../../shared/domain/commands.ts'
import type { DeskStep } from '../../shared/wire/documents.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntry } from '../session/useDocument.ts'

/** What can be taken back: one's own last step, and the last one of whichever coach. */
export const useSteps = (): { own: DeskStep | undefined; last: DeskStep | undefined } => {
  const seat = useSession().hello?.seat
  const steps = useEntry('desk', 'undo', 'steps') ?? []
  return { own: steps.findLast((step) => step.seat === seat), last: steps.at(-1) }
}

/** By its name: when another coach takes it back in the same moment, the one before it must not go along. */
export const takingBack = (step: DeskStep | undefined): Command => ({ type: 'undo', ...(step === undefined ? {} : { step: step.id }) })
