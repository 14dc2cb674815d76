/** What a full room writes: what the demonstration says first, then as much as is asked for. */
import { groups, loose, type Written } from '../../server/practice/texts/nl/ideas.ts'

const places = [
  'de speeltuin achter de flat',
  'het oude postkantoor',
  'de sporthal',
  'de bushalte bij de brug',
  'het schoolplein na vieren',
  'de hoek bij de supermarkt',
  'het buurthuis',
  'de bibliotheek',
  'de tunnel onder het spoor',
  'het veld langs de singel',
  'de markt op zaterdag',
  'de stoep voor de bakker',
  'het pleintje met de kastanje',
  'de garageboxen',
]
const thoughts: ((place: string) => string)[] = [
  (place) => `Geef ${place} een vaste beheerder.`,
  (place) => `Bij ${place} is het ’s avonds te donker.`,
  (place) => `Vraag eerst wie ${place} nu gebruikt, en wie er wegblijft.`,
  (place) => `Ik kom niet graag langs ${place}, en ik ben niet de enige. Mijn buurvrouw loopt ervoor om.`,
  (place) => `Laat de buurt zelf bepalen wat er met ${place} gebeurt.`,
  (place) => `Samen eten bij ${place}.`,
  (place) => `Zet bij ${place} een bank en haal het hek weg. Een hek zegt: u hoort hier niet.`,
]

export const ideaTexts = (many: number): string[] => {
  const said = [...Object.values(groups).flatMap(({ ideas }): Written[] => ideas), ...loose].map(([, text]) => text)
  const more = thoughts.flatMap((thought) => places.map(thought))
  return [...said, ...more].slice(0, many)
}
export const groupNames = Object.values(groups).map(({ name }) => name)
