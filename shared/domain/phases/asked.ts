/** What people may contribute while a phase of this kind is current; the first is what the phone asks for. Apart from the rest of a kind, because
 *  a phone needs no more of it. */
import type { PhaseKind, PhaseSettings } from '../phases.ts'
import type { Collected } from '../state.ts'

export const asked: Record<PhaseKind, readonly Collected[]> = {
  welcome: [],
  checkin: ['checkin'],
  ideas: ['idea'],
  burst: ['question'],
  cluster: [],
  vote: [],
  reframe: ['proposal'],
  write: [],
  harvest: ['commitment', 'closing'],
  plenary: [],
  pause: [],
}

/** Under which name the standard question of a phase stands: a vote on wordings asks another one. */
export const asksOf = ({ kind, settings }: { kind: PhaseKind; settings: Pick<PhaseSettings, 'over'> }): PhaseKind | 'wordings' =>
  kind === 'vote' && settings.over === 'framings' ? 'wordings' : kind
