/** What the room of the English practice Plein asks in a question burst. */
import type { Line } from '../script.ts'

export const questions: Line[] = [
  ['Fatma', 'Who actually calls when a boy does not turn up?'],
  ['Bilal', 'Has anybody asked the boys themselves?'],
  ['Ria', 'Where are they allowed to be, at ten in the evening?'],
  ['Wim', 'When did we stop knowing each other’s names?'],
  ['Peter', 'Why do our plans last two years, and a youth ten?'],
  ['Sandra', 'What do I tell my son when somebody else says yes and I say no?'],
  ['Yusuf', 'Why may a boy of fourteen not earn anything here?'],
  ['Marco', 'Who earns most by this, and why do we not see them?'],
  ['Miriam', 'What do the families do well in which it does not go wrong?'],
  ['Karin', 'For whom is this not a problem now?'],
  ['Gerda', 'What would happen if we began nothing new for a year?'],
  ['Hassan', 'Do we dare to ask where the money on the table comes from?'],
  ['Els', 'What does a boy feel when I send him out of my shop?'],
  ['Loes', 'Whose is the evening here?'],
]
