/** What a full room writes: what the demonstration says first, then as much as is asked for. And what a room writes that likes long words. */
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

/** What a room says. */
export type Said = {
  title: string
  dilemma: string
  ideas(many: number): string[]
  groups: string[]
  proposals: [string, string]
  adopted: string
}
export const usual: Said = {
  title: 'Snel geld in de Oosterhoek',
  dilemma: 'Hoe houden we jongens van dertien en veertien weg bij het snelle geld?',
  ideas: ideaTexts,
  groups: Object.values(groups).map(({ name }) => name),
  proposals: ['Wat bieden wij jongens dat sterker is dan snel geld?', 'Wie blijft er naast een jongen staan, ook als het tien jaar duurt?'],
  adopted: 'Wat bieden wij jongens van dertien en veertien dat sterker is dan het snelle geld?',
}
const longThoughts = [
  'De arbeidsongeschiktheidsverzekeringsmaatschappij belde nooit terug.',
  'Zet de jeugdgezondheidszorgmedewerkers in het buurthuis.',
  'Wie een huishoudelijkehulpaanvraagprocedure begint, wacht elf weken.',
  'Leerplichtambtenaren, schoolmaatschappelijkwerkers en verslavingsdeskundigen zitten elk in een ander overleg.',
  'Vreemdelingenbewaringsdossier kwijt. Niemand wist bij welke gemeenteambtenaar.',
  'Eén budgetbeheerrekening voor het hele gezin.',
]
/** Dutch writes words together: nothing may break out of a card, and no word may lose its end. */
export const long: Said = {
  title: 'Schuldhulpverleningsvoorzieningen in de Ontwikkelingsbuurt',
  dilemma:
    'Hoe maken we de schuldhulpverleningsvoorzieningen en de jeugdgezondheidszorgondersteuning begrijpelijk voor gezinnen die door arbeidsongeschiktheidsproblemen, wachtlijstbeheersing en aanvraagprocedures het vertrouwen in de gemeente zijn kwijtgeraakt?',
  ideas: (many) => Array.from({ length: many }, (_, at) => longThoughts[at % longThoughts.length] as string),
  groups: [
    'Aanvraagprocedures en wachtlijstbeheersing',
    'Jeugdgezondheidszorgondersteuning',
    'Vertrouwen',
    'Arbeidsongeschiktheidsverzekeringsmaatschappijen',
    'Wie er langskomt',
  ],
  proposals: [
    'Hoe wordt de schuldhulpverlening weer een mens in plaats van een aanvraagprocedure?',
    'Wie is de vertrouwenspersoon van een gezin met betalingsachterstanden?',
  ],
  adopted:
    'Hoe wordt de schuldhulpverleningsvoorziening weer één vertrouwenspersoon voor gezinnen die door arbeidsongeschiktheidsproblemen, wachtlijstbeheersing en aanvraagprocedures het vertrouwen in de gemeente zijn kwijtgeraakt?',
}
