/** Which pictures are taken. Not every product of people, ideas, moments and sizes: the typical room in full, and of the others what differs with them. */
import type { Moment } from './moments.ts'
import { moments } from './moments.ts'
import type { ShotName } from './shots.ts'
import { long, type Said } from './texts.ts'

/** `said`: what it says, where that is not the usual. */
export type Room = { name?: string; said?: Said; people: number; ideas: number; shots(moment: Moment): ShotName[] }

const three: ShotName[] = ['phone', 'desk', 'screen']
const wide: ShotName[] = ['phone', 'desk', 'desk-tablet', 'screen', 'screen-small']
const among =
  (chosen: Partial<Record<Moment, ShotName[]>>) =>
  (moment: Moment): ShotName[] =>
    chosen[moment] ?? []
const each = (chosen: readonly Moment[], shots: ShotName[]) => Object.fromEntries(chosen.map((moment) => [moment, shots]))

/** `desk-sheet` gives no picture where the one card says it all. */
const typical = (moment: Moment): ShotName[] => [
  ...(moment === 'intake' ? [] : wide),
  'desk-sheet',
  ...(moment === 'intake' ? [] : (['phone-200'] as const)),
  ...(['welcome', 'silent', 'voting', 'harvest'].includes(moment) ? (['phone-own'] as const) : []),
  ...(['checkin', 'asking', 'voting', 'result', 'writing'].includes(moment) ? (['phone-small'] as const) : []),
  ...(['silent', 'grouped', 'reframed'].includes(moment) ? (['desk-sheet-tablet', 'desk-sheet-dark', 'desk-sheet-forced'] as const) : []),
  ...(['prepared', 'intake', 'silent', 'shared', 'proposals', 'writing', 'reframed', 'harvest', 'closed'].includes(moment)
    ? (['owner', 'owner-phone'] as const)
    : []),
  ...(['silent', 'grouped', 'voting', 'result', 'writing', 'reframed'].includes(moment) ? (['desk-dark'] as const) : []),
  ...(['silent', 'voting', 'result', 'writing', 'reframed'].includes(moment)
    ? (['phone-forced', 'desk-forced', 'screen-forced'] as const)
    : []),
  ...(['intake', 'writing', 'harvest'].includes(moment) ? (['owner-200', 'owner-dark'] as const) : []),
  ...(['writing', 'reframed'].includes(moment) ? (['owner-forced'] as const) : []),
  ...(moment === 'prepared'
    ? ([
        'organiser',
        'organiser-phone',
        'organiser-forced',
        'organiser-form',
        'organiser-form-phone',
        'organiser-row',
        'organiser-row-phone',
      ] as const)
    : []),
]

const few: Moment[] = ['welcome', 'checkin', 'silent', 'shared', 'grouped', 'vote', 'proposals', 'writing', 'harvest', 'closed']
const longest: Moment[] = ['intake', 'welcome', 'shared', 'grouped', 'voting', 'result', 'needs', 'writing', 'reframed', 'harvest']
const many: Moment[] = ['silent', 'shared', 'questions', 'grouped', 'voting', 'result', 'needs', 'reframed', 'harvest']

export const rooms: Room[] = [
  { people: 27, ideas: 40, shots: typical },
  { people: 3, ideas: 0, shots: among(each(few, three)) },
  { people: 3, ideas: 1, shots: among(each(['silent', 'shared', 'grouped', 'harvest'], three)) },
  { people: 150, ideas: 150, shots: among(each(many, [...wide, 'desk-sheet'])) },
  { people: 600, ideas: 150, shots: among(each(['welcome', 'silent', 'voting', 'result'], ['desk', 'screen', 'screen-small'])) },
  {
    name: 'long-words',
    said: long,
    people: 24,
    ideas: 24,
    shots: among(each(longest, [...wide, 'desk-sheet', 'phone-small', 'phone-200', 'owner', 'owner-phone'])),
  },
]

/** A room of any size, in the sizes that matter most. */
export const anyRoom = (people: number, ideas: number): Room => ({ people, ideas, shots: among(each(moments, wide)) })
