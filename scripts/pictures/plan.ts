/** Which pictures are taken. Not every product of people, ideas, moments and sizes: the typical room in full, and of the others what differs with them. */
import type { Moment } from './moments.ts'
import { moments } from './moments.ts'
import type { ShotName } from './shots.ts'

export type Room = { people: number; ideas: number; shots(moment: Moment): ShotName[] }

const three: ShotName[] = ['phone', 'desk', 'screen']
const wide: ShotName[] = ['phone', 'desk', 'desk-tablet', 'screen', 'screen-small']
const among =
  (chosen: Partial<Record<Moment, ShotName[]>>) =>
  (moment: Moment): ShotName[] =>
    chosen[moment] ?? []
const each = (chosen: readonly Moment[], shots: ShotName[]) => Object.fromEntries(chosen.map((moment) => [moment, shots]))

const typical = (moment: Moment): ShotName[] => [
  ...wide,
  'phone-200',
  ...(['prepared', 'silent', 'proposals', 'reframed', 'closed'].includes(moment) ? (['owner', 'owner-phone'] as const) : []),
  ...(['silent', 'grouped', 'voting', 'result', 'reframed'].includes(moment) ? (['desk-dark'] as const) : []),
  ...(['silent', 'voting', 'result', 'reframed'].includes(moment) ? (['phone-forced', 'desk-forced', 'screen-forced'] as const) : []),
  ...(moment === 'reframed' ? (['owner-forced'] as const) : []),
  ...(moment === 'prepared' ? (['organiser', 'organiser-phone', 'organiser-forced'] as const) : []),
]

const few: Moment[] = ['welcome', 'checkin', 'silent', 'shared', 'grouped', 'vote', 'proposals', 'harvest', 'closed']
const many: Moment[] = ['silent', 'shared', 'grouped', 'voting', 'result', 'reframed', 'harvest']

export const rooms: Room[] = [
  { people: 27, ideas: 40, shots: typical },
  { people: 3, ideas: 0, shots: among(each(few, three)) },
  { people: 3, ideas: 1, shots: among(each(['silent', 'shared', 'grouped', 'harvest'], three)) },
  { people: 150, ideas: 150, shots: among(each(many, wide)) },
  { people: 600, ideas: 150, shots: among(each(['welcome', 'silent', 'voting', 'result'], ['desk', 'screen', 'screen-small'])) },
]

/** A room of any size, in the sizes that matter most. */
export const anyRoom = (people: number, ideas: number): Room => ({ people, ideas, shots: among(each(moments, wide)) })
