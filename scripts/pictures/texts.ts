/** What a full room writes: what the demonstration says first, then as much as is asked for. And what a room writes that likes long words. */
import { conditions, groups, loose, type Written } from '../../server/practice/texts/nl/ideas.ts'
import { proposals } from '../../server/practice/texts/nl/proposals.ts'
import type { Line } from '../../shared/domain/intake/talk.ts'

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
  /** The first two mean the same. */
  proposals: string[]
  proposalGroup: string
  adopted: string
  /** Between owner and coach, before the Plein. */
  talk: (Line & { words: string })[]
  /** For the coaches alone. */
  card: string
  needs: string[]
  /** The owner's last. */
  word: string
}

/** Her own story of the day after. */
export const blog = `# Ik kwam met een plan en ging weg met een vraag

Gisteren zat ik drie uur in een kring met mensen uit de Oosterhoek.

## Hoe is het echt gegaan?

Ik mocht eerst niets zeggen. Toen kwamen de ideeën, allemaal tegelijk.

> ${ideaTexts(1)[0]}

## Wat heb ik geleerd?

Dat ik eerst moet luisteren.
`
export const usual: Said = {
  title: 'Snel geld in de Oosterhoek',
  dilemma: 'Hoe houden we jongens van dertien en veertien weg bij het snelle geld?',
  ideas: ideaTexts,
  groups: Object.values(groups).map(({ name }) => name),
  proposals: proposals.map(([, text]) => text),
  proposalGroup: 'Wie er blijft, ook ’s avonds',
  adopted: 'Wat bieden wij jongens van dertien en veertien dat sterker is dan het snelle geld?',
  talk: [
    { question: 'awake', by: 'owner', words: 'Een moeder belde mij om elf uur ’s avonds, omdat ze mijn nummer nog had.' },
    { question: 'awake', by: 'coach', words: 'Wat zei u tegen haar?' },
    { question: 'tried', by: 'owner', words: 'Drie plannen, zeven jongerenwerkers, een camera.' },
    { question: 'under', by: 'coach', words: 'U zegt steeds “weghouden”. Waar gaan ze dan heen?' },
  ],
  card: 'Mijn broer doet dit werk. Ik durf het hier niet te zeggen.',
  needs: conditions.map(([, text]) => text),
  word: 'Ik kwam met een vraag over jongens en ga weg met een vraag over ons.',
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
    'Waar blijven de jeugdgezondheidszorgmedewerkers na kantoortijd?',
  ],
  proposalGroup: 'Vertrouwenspersonen in plaats van aanvraagprocedures',
  adopted:
    'Hoe wordt de schuldhulpverleningsvoorziening weer één vertrouwenspersoon voor gezinnen die door arbeidsongeschiktheidsproblemen, wachtlijstbeheersing en aanvraagprocedures het vertrouwen in de gemeente zijn kwijtgeraakt?',
  talk: [
    {
      question: 'awake',
      by: 'owner',
      words: 'Arbeidsongeschiktheidsverzekeringsmaatschappijen en de schuldhulpverleningsvoorzieningenwachtlijst.',
    },
    { question: 'awake', by: 'coach', words: 'Wie is de jeugdgezondheidszorgondersteuningscoördinator?' },
  ],
  card: 'De huishoudelijkehulpaanvraagprocedure van mijn moeder ligt al elf weken bij de arbeidsongeschiktheidsverzekeringsmaatschappij.',
  needs: [
    'Eén vertrouwenspersoon in plaats van een aanvraagprocedure',
    'Arbeidsongeschiktheidsverzekeringsdeskundigen die terugbellen',
    'Een uitlegbijeenkomst over de wachtlijstbeheersingsmaatregelen',
  ],
  word: 'Ik neem de verantwoordelijkheidsverdeling tussen de schuldhulpverleningsorganisaties mee.',
}
