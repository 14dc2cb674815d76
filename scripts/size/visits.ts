/** Who comes for the first time, and what that may weigh. */
import { beginnings } from '../../server/http/beginnings.ts'

/** kB (1,000 bytes) in gzip: of scripts, and of style sheets. */
type Weights = { script: number; style: number }
export type Visit = {
  name: string
  /** Modules that the page begins with or fetches by itself, from the root of the client; what they import comes along. */
  modules: readonly string[]
  /** More than this is an error. */
  most: Weights
  /** What it should be one day, where that is less; docs/performance.md says what is in the way. */
  goal?: Partial<Weights>
}

const visit = (path: keyof typeof beginnings): string[] => ['index.html', ...beginnings[path]]

/** React (67 kB), Yjs, its provider and Socket.io (35 kB) alone are 102 of every visit behind the door. */
export const visits: readonly Visit[] = [
  { name: 'the door, before it can be used', modules: visit(''), most: { script: 12, style: 9 } },
  { name: 'phone, through voting', modules: visit('p'), most: { script: 148, style: 12 }, goal: { script: 125 } },
  {
    name: 'phone, every page of it',
    modules: [
      ...visit('p'),
      'phone/laterPages.ts',
      'writing/laterFields.ts',
      'session/textsKept.ts',
      'parts/ReceiptSheet.tsx',
      'session/refusalWords.ts',
    ],
    // Since it was 185: taps, a burst, a text written before the room, cards, checked names, a commitment that is changed, what was begun when it ended; and what was not weighed: the fields for a second text, and what keeps a page that is translated.
    most: { script: 196, style: 15 },
  },
  { name: 'coach’s desk', modules: visit('coach'), most: { script: 147, style: 14 } },
  { name: 'screen', modules: visit('scherm'), most: { script: 147, style: 13 } },
  // Since it was 162: who reads a text is settled for each, and a syllable that is being composed is waited for.
  { name: 'owner', modules: visit('eigenaar'), most: { script: 163, style: 14 } },
  { name: 'organiser', modules: visit('organisator'), most: { script: 139, style: 12 } },
]
