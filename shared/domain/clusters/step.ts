import type { ClusterId, FramingId, IdeaId, SeatId } from '../state.ts'

/** One command's worth of what can be undone, in the terms of `clusters/steps.ts`. */
export type Step = {
  id: string
  seat: SeatId | null
  by: 'organiser' | 'owner' | 'coach' | 'server'
  label: StepLabel
  changes: Change[]
  /** Version of its event. */
  version: number
}
export type StepLabel = 'placed' | 'created' | 'renamed' | 'merged' | 'split' | 'removed' | 'opened' | 'hidden' | 'shown' | 'adopted'
export type Change =
  | { change: 'place'; idea: IdeaId; from: ClusterId | null; to: ClusterId | null }
  | { change: 'create'; cluster: ClusterId }
  | { change: 'rename'; cluster: ClusterId; from: string; to: string }
  | { change: 'remove'; cluster: ClusterId; mergedInto: ClusterId | null }
  | { change: 'open'; cluster: ClusterId }
  | { change: 'hide'; idea: IdeaId; hidden: boolean }
  | { change: 'adopt'; framing: FramingId }
