/** The matter of the demonstration: a wijk, a title, the question it begins with, and the programme of the afternoon. */
import type { NewPhase } from '../../../../shared/domain/programme/phase.ts'

export const title = 'Snel geld in de Oosterhoek'

export const dilemma =
  'Jongens van dertien en veertien brengen in onze wijk pakketjes weg. We straffen, we praten, we organiseren voetbal. En elk jaar zijn ze jonger. Hoe houden we ze weg bij het snelle geld?'

export const perspectives = ['ouder', 'bewoner', 'jongere', 'school, zorg of politie', 'ondernemer', 'gemeente']

export const prompts = {
  welcome: 'Welkom. Zoek een plek, pak koffie, en lees de vraag nog eens rustig.',
  checkin: 'Welk feit over de Oosterhoek neemt u mee naar binnen? Eén zin, geen mening.',
  ideas: 'Wat ziet u? Wat speelt er volgens u echt? Schrijf alles op, elk idee apart.',
  cluster: 'Wat hoort bij elkaar? Zeg het hardop, de pleincoach schuift.',
  vote: 'Waar zit volgens u de sleutel? U hebt vier stippen.',
  plenary: 'Wat valt u op? Wie gaf stippen aan iets waar weinig anderen stippen gaven?',
  reframe: 'Wat is na dit uur eigenlijk de vraag? Schrijf die in één zin.',
  minority: 'Veiligheid kreeg van weinig mensen veel stippen. Wat hebt u nodig om mee te kunnen?',
  reframeAgain: 'De vraagstukeigenaar luistert en schrijft. Klopt de vraag nu?',
  harvest: 'Wie doet wat, en wanneer? En: hoe ziet u de vraag nu?',
} as const

export const programme: NewPhase[] = [
  { kind: 'welcome', settings: { prompt: prompts.welcome, minutes: 10 } },
  { kind: 'checkin', settings: { prompt: prompts.checkin, minutes: 10 } },
  { kind: 'ideas', settings: { prompt: prompts.ideas, minutes: 15, hidden: true } },
  { kind: 'cluster', settings: { prompt: prompts.cluster, minutes: 20 } },
  { kind: 'vote', settings: { prompt: prompts.vote, minutes: 8, over: 'clusters', dots: 4, maximum: 2 } },
  { kind: 'plenary', settings: { prompt: prompts.plenary, minutes: 20 } },
  { kind: 'reframe', settings: { prompt: prompts.reframe, minutes: 15 } },
  { kind: 'harvest', settings: { prompt: prompts.harvest, minutes: 15 } },
]
