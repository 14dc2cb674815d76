/** What people promised each other, and how they saw the question when they went home. */

import type { Written } from './ideas.ts'
import type { Name } from './people.ts'

export const commitments: { from: Name; who: string; text: string; by: string }[] = [
  {
    from: 'Karin',
    who: 'Karin, gemeente',
    text: 'Als ik weet wie de sleutel van de sporthal mag geven voor maandag en dinsdag, dan kom ik het hier zelf vertellen.',
    by: '15 december',
  },
  {
    from: 'Samir',
    who: 'Samir, jongerenwerk',
    text: 'Als ik morgen drie jaar in deze wijk vraag, dan hoort u van mij het antwoord. Ook als het nee is.',
    by: 'vrijdag',
  },
  {
    from: 'Marco',
    who: 'Marco, wijkagent',
    text: 'Als het maandagavond is, dan loop ik een ronde met de jongerenwerker. Eerst om namen te leren.',
    by: 'vanaf volgende week',
  },
  {
    from: 'Joost',
    who: 'Joost, supermarkt',
    text: 'Als ik van drie zaterdagplekken er acht maak, dan kiezen twee jongens die er al werken mee.',
    by: '1 februari',
  },
  { from: 'Fatma', who: 'Fatma', text: 'Als de sporthal voor het eerst open is, dan kook ik. Wie komt, eet mee.', by: 'eerste maandag' },
  {
    from: 'Anneke',
    who: 'Anneke, school',
    text: 'Als iemand bij ons geschorst wordt, dan belt er dezelfde dag iemand die hem kent. Ik maak de lijst.',
    by: 'voor de kerst',
  },
  { from: 'Bilal', who: 'Bilal', text: 'Als er een volgend Plein komt, dan vraag ik vijf jongens mee.', by: 'volgende Plein' },
]

export const closings: Written[] = [
  ['Wim', 'Ik kwam boos binnen. Mijn vraag is nu of ik er zelf ook eens kan staan om tien uur.'],
  ['Tom', 'Ik zie de vraag nu als een vraag aan mij: wat durf ik te beloven?'],
  ['Sandra', 'Mijn angst en hun verveling gaan over hetzelfde tijdstip. Dat had ik nooit zo gezien.'],
  ['Bilal', 'Voor het eerst ging het niet over wat er mis is met ons.'],
  ['Peter', 'De vraag ging niet over jongens, maar over hoe lang wij iets volhouden.'],
  ['Gerda', 'Ik ga morgen bij één gezin mee-eten.'],
  ['Marco', 'Namen leren is ook politiewerk.'],
  ['Ria', 'Ik wil de sleutel best beheren. Ik ben toch op.'],
  ['Loes', 'Ik ga uitzoeken wat wél mag.'],
  ['Miriam', 'Ik neem mee dat ik niet de enige moeder ben die wakker ligt.'],
  ['Henk', 'Ik blijf vinden dat die mannen opgepakt moeten worden. En ik heb een jongen een hand gegeven.'],
  ['Nadia', 'Ik wil kunnen zeggen hoe het in mei met hem gaat.'],
]

/** Whatever it is about: they did not choose it, and could go along. */
export const needs = [
  'Eén vast gezicht dat ook over een jaar nog komt.',
  'Dat iemand eerst met de ouders praat, thuis, zonder dossier.',
  'Als het misgaat wil ik weten wie ik ’s avonds kan bellen.',
  'Begin klein, in onze straat, en kijk na drie maanden of het helpt.',
  'Ik ga mee als de jongens zelf aan tafel zitten.',
  'Afspreken wat er niet gebeurt: geen camera’s bij het buurthuis.',
  'Iets voor de broertjes en zusjes, die vallen er nu buiten.',
  'Geld voor langer dan een jaar. Anders hoeft het van mij niet.',
]

/** For the coaches alone. */
export const confides: Written = ['Aziza', 'Ik weet wie dit regelt. Hij woont in mijn flat. Ik durf het hier niet te zeggen.']

/** Whatever the group is about. */
export const otherNames = ['Thuis en op straat', 'Wat wij zelf kunnen doen', 'Samen volhouden']
