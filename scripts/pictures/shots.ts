/** In which sizes and lights each view is looked at, and what is opened on it. */
import type { SheetName } from '../../client/coach/desk.ts'
import type { Moment } from './moments.ts'

export type View = 'phone' | 'desk' | 'screen' | 'owner' | 'organiser'
export type Shot = {
  view: View
  width: number
  height: number
  /** The reader's own text size, in per cent. */
  text?: 200
  forced?: true
  dark?: true
  /** Something is pressed first: the sheet of the moment, the form of a new Plein, a Plein of the list; a phone that took part. */
  open?: 'sheet' | 'form' | 'row' | 'own'
}

export const shots = {
  phone: { view: 'phone', width: 360, height: 780 },
  'phone-small': { view: 'phone', width: 320, height: 568 },
  'phone-own': { view: 'phone', width: 360, height: 780, open: 'own' },
  'phone-200': { view: 'phone', width: 320, height: 568, text: 200 },
  'phone-forced': { view: 'phone', width: 360, height: 780, forced: true },
  desk: { view: 'desk', width: 1280, height: 800 },
  'desk-tablet': { view: 'desk', width: 1024, height: 1366 },
  'desk-sheet': { view: 'desk', width: 1280, height: 800, open: 'sheet' },
  'desk-sheet-tablet': { view: 'desk', width: 1024, height: 1366, open: 'sheet' },
  'desk-sheet-dark': { view: 'desk', width: 1280, height: 800, dark: true, open: 'sheet' },
  'desk-sheet-forced': { view: 'desk', width: 1280, height: 800, forced: true, open: 'sheet' },
  'desk-dark': { view: 'desk', width: 1280, height: 800, dark: true },
  'desk-forced': { view: 'desk', width: 1280, height: 800, forced: true },
  screen: { view: 'screen', width: 1920, height: 1080 },
  'screen-small': { view: 'screen', width: 1024, height: 768 },
  'screen-forced': { view: 'screen', width: 1920, height: 1080, forced: true },
  owner: { view: 'owner', width: 1280, height: 800 },
  'owner-phone': { view: 'owner', width: 360, height: 780 },
  'owner-200': { view: 'owner', width: 320, height: 568, text: 200 },
  'owner-dark': { view: 'owner', width: 1280, height: 800, dark: true },
  'owner-forced': { view: 'owner', width: 1280, height: 800, forced: true },
  organiser: { view: 'organiser', width: 1280, height: 800 },
  'organiser-form': { view: 'organiser', width: 1280, height: 800, open: 'form' },
  'organiser-form-phone': { view: 'organiser', width: 360, height: 780, open: 'form' },
  'organiser-row': { view: 'organiser', width: 1280, height: 800, open: 'row' },
  'organiser-row-phone': { view: 'organiser', width: 360, height: 780, open: 'row' },
  'organiser-phone': { view: 'organiser', width: 360, height: 780 },
  'organiser-forced': { view: 'organiser', width: 1280, height: 800, forced: true },
} as const satisfies Record<string, Shot>

export type ShotName = keyof typeof shots

/** The sheet of the desk that is worked on at this moment; none where the one card says it all. */
export const sheetAt: Partial<Record<Moment, SheetName>> = {
  prepared: 'manage',
  intake: 'intake',
  checkin: 'ideas',
  silent: 'ideas',
  shared: 'ideas',
  grouped: 'groups',
  vote: 'votes',
  voting: 'votes',
  counted: 'votes',
  result: 'votes',
  needs: 'votes',
  proposals: 'question',
  wordings: 'votes',
  again: 'votes',
  writing: 'question',
  reframed: 'question',
  harvest: 'harvest',
  closed: 'harvest',
}
