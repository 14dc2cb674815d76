/** In which sizes and lights each view is looked at. */
export type View = 'phone' | 'desk' | 'screen' | 'owner' | 'organiser'
export type Shot = {
  view: View
  width: number
  height: number
  /** The reader's own text size, in per cent. */
  text?: 200
  forced?: true
  dark?: true
}

export const shots = {
  phone: { view: 'phone', width: 360, height: 780 },
  'phone-200': { view: 'phone', width: 320, height: 568, text: 200 },
  'phone-forced': { view: 'phone', width: 360, height: 780, forced: true },
  desk: { view: 'desk', width: 1280, height: 800 },
  'desk-tablet': { view: 'desk', width: 1024, height: 1366 },
  'desk-dark': { view: 'desk', width: 1280, height: 800, dark: true },
  'desk-forced': { view: 'desk', width: 1280, height: 800, forced: true },
  screen: { view: 'screen', width: 1920, height: 1080 },
  'screen-small': { view: 'screen', width: 1024, height: 768 },
  'screen-forced': { view: 'screen', width: 1920, height: 1080, forced: true },
  owner: { view: 'owner', width: 1280, height: 800 },
  'owner-phone': { view: 'owner', width: 360, height: 780 },
  'owner-forced': { view: 'owner', width: 1280, height: 800, forced: true },
  organiser: { view: 'organiser', width: 1280, height: 800 },
  'organiser-phone': { view: 'organiser', width: 360, height: 780 },
  'organiser-forced': { view: 'organiser', width: 1280, height: 800, forced: true },
} as const satisfies Record<string, Shot>

export type ShotName = keyof typeof shots
