/** How the room would put the question. */
import type { Written } from './ideas.ts'

export const proposals: Written[] = [
  ['Dennis', 'Hoe zorgen we dat elke jongen iemand heeft die belt als hij niet komt?'],
  ['Joke', 'Hoe wordt de avond weer van iedereen, ook van onze dochters?'],
  ['Fatma', 'Wat hebben wij een jongen van veertien te bieden, zodat hij het snelle geld niet nodig heeft om iemand te zijn?'],
  ['Yusuf', 'Waar kan een jongen van veertien bij ons iets verdienen waar hij trots op is?'],
  ['Peter', 'Wat moeten wij volwassenen volhouden, zodat zij dit niet hoeven te kiezen?'],
]
