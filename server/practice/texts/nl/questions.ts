/** What the room asks in a question burst. */
import type { Written } from './ideas.ts'

export const questions: Written[] = [
  ['Fatma', 'Wie belt er eigenlijk als een jongen niet komt opdagen?'],
  ['Bilal', 'Heeft iemand het de jongens zelf gevraagd?'],
  ['Ria', 'Waar mogen ze wél zijn, om tien uur ’s avonds?'],
  ['Wim', 'Wanneer stopten wij met elkaars namen kennen?'],
  ['Peter', 'Waarom duren onze plannen twee jaar, en een jeugd tien?'],
  ['Sandra', 'Wat zeg ik tegen mijn zoon als een ander ja zegt en ik nee?'],
  ['Yusuf', 'Waarom mag een jongen van veertien bij ons niets verdienen?'],
  ['Marco', 'Wie verdient hier het meest aan, en waarom zien wij die niet?'],
  ['Miriam', 'Wat doen de gezinnen goed waar het niet misgaat?'],
  ['Karin', 'Voor wie is dit nu geen probleem?'],
  ['Gerda', 'Wat zou er gebeuren als wij een jaar lang niets nieuws begonnen?'],
  ['Hassan', 'Durven wij de vraag te stellen waar het geld op tafel vandaan komt?'],
  ['Els', 'Wat voelt een jongen als ik hem mijn winkel uit stuur?'],
  ['Loes', 'Van wie is de avond hier?'],
]
