import type { IntakeAuthor, IntakeCircle, IntakeQuestion } from '../../shared/domain/intake/talk.ts'
import { clockTime, longDate, plural } from './plural.ts'

const count = plural('nl')
const circles: Record<IntakeCircle, string> = { own: 'Alleen u', coaches: 'Met de pleincoaches', room: 'Voor de zaal' }
const before: Record<IntakeCircle, string> = {
  own: 'alleen voor de eigenaar',
  coaches: 'voor de eigenaar en de pleincoaches',
  room: 'voor de zaal',
}
const authors: Record<IntakeAuthor, string> = { owner: 'de vraagstukeigenaar', coach: 'de pleincoach' }
const questions: Record<IntakeQuestion, { ask: string; help: string }> = {
  awake: { ask: 'Waar ligt u wakker van?', help: 'Begin bij wat u dwarszit. Het hoeft nog geen goede vraag te zijn.' },
  now: { ask: 'Waarom nu?', help: 'Wat is er gebeurd? Wat gebeurt er als u niets doet?' },
  whom: { ask: 'Voor wie is dit een probleem?', help: 'En voor wie niet? Wie heeft er juist baat bij?' },
  tried: { ask: 'Wat heeft u al geprobeerd?', help: 'Wat leverde dat op? Waarom werkte het niet genoeg?' },
  afraid: { ask: 'Wat bent u bang om te horen?', help: 'Wat mag de zaal vooral niet zeggen? Daar ligt vaak iets.' },
  under: { ask: 'Wat ligt eronder?', help: 'Lees terug wat er staat. Waar gaat het nou eigenlijk over?' },
  deeper: { ask: 'En wat ligt daar weer onder?', help: 'Meestal zit er nog een vraagstuk onder. Hoe klinkt dat als vraag?' },
}

export const intake = {
  heading: 'Intake',
  reread: 'Lees de intake',
  intro: {
    owner:
      'Een gesprek met de pleincoach, vóór het Plein. U schrijft samen, ieder op een eigen apparaat. Bij elk antwoord kiest u wie het leest.',
    coach:
      'Een gesprek met de vraagstukeigenaar, vóór het Plein. U schrijft samen, ieder op een eigen apparaat. Wat de eigenaar alleen voor zichzelf schrijft, ziet u niet.',
  },
  where: (at: number, all: number) => `Vraag ${at} van ${all}`,
  questions,
  steps: 'Vragen van de intake',
  stepLabel: (at: number, ask: string, answered: boolean) => `Vraag ${at}: ${ask}${answered ? ' Beantwoord.' : ''}`,
  previous: 'Vorige vraag',
  next: 'Volgende vraag',
  circles,
  coachCircles: { own: '', coaches: 'Met de eigenaar', room: 'Voor de zaal' } satisfies Record<IntakeCircle, string>,
  circleHelp: {
    own: 'Geen coach leest dit, en de organisator ook niet. De server bewaart het op slot; de sleutel staat alleen op dit apparaat. Op een ander apparaat ziet u het niet. Sluit het Plein definitief, dan is het weg.',
    coaches: 'U en de pleincoaches lezen en schrijven dit. Het blijft tot het Plein wordt verwijderd.',
    room: 'U en de pleincoaches schrijven dit. De zaal ziet het pas als het in de vraag of bij het welkom komt.',
  } satisfies Record<IntakeCircle, string>,
  coachCircleHelp: {
    own: '',
    coaches: 'De eigenaar en de pleincoaches lezen en schrijven dit. Het blijft tot het Plein wordt verwijderd.',
    room: 'De eigenaar en de pleincoaches schrijven dit. De zaal ziet het pas als het in de vraag of bij het welkom komt.',
  } satisfies Record<IntakeCircle, string>,
  answerOf: { owner: 'Antwoord van de eigenaar', coach: 'Notitie van de pleincoach' } satisfies Record<IntakeAuthor, string>,
  mine: 'Uw antwoord',
  myNote: 'Uw notitie',
  add: {
    own: 'Schrijf iets dat alleen u leest',
    coaches: 'Schrijf met de pleincoaches',
    room: 'Schrijf iets voor de zaal',
  } satisfies Record<IntakeCircle, string>,
  addNote: { coaches: 'Schrijf een notitie die de eigenaar ook leest', room: 'Schrijf een notitie voor de zaal' },
  state: {
    loading: 'De tekst wordt opgehaald.',
    away: 'Geen verbinding. Schrijf gerust door: uw tekst wacht op dit apparaat.',
    saving: 'Wordt bewaard.',
    saved: 'Bewaard.',
    readOnly: 'Het Plein is gesloten. Lezen kan nog.',
    underWay: 'Dit antwoord wordt gedeeld. Schrijven kan weer als dat klaar is.',
  },
  writing: (by: IntakeAuthor) => `${by === 'owner' ? 'De eigenaar' : 'De pleincoach'} schrijft hier mee.`,
  caret: { owner: 'Eigenaar', coach: 'Pleincoach' } satisfies Record<IntakeAuthor, string>,
  elsewhere: (by: IntakeAuthor, question: string) => `${by === 'owner' ? 'De eigenaar' : 'De pleincoach'} is bij: ${question}`,
  goThere: 'Ga er ook heen',
  widen: {
    to: { own: '', coaches: 'Deel met de pleincoaches', room: 'Deel met de zaal' } satisfies Record<IntakeCircle, string>,
    sure: 'Dit antwoord verder delen?',
    coaches: 'Alle pleincoaches van dit Plein gaan dit lezen, nu en later. Terugnemen kan niet: wat gelezen is, is gelezen.',
    room: 'Dit komt bij wat de zaal mag horen. De eigenaar en de pleincoaches lezen het nu. De zaal ziet het zodra het in de vraag of bij het welkom komt. Terugnemen kan niet.',
    told: 'De ander krijgt hier bericht van.',
    words: 'Dit gaat mee, woord voor woord:',
    yes: 'Ja, deel dit',
    no: 'Nee, laat het zo',
    unsaved: 'Wacht tot de tekst bewaard is.',
    empty: 'Er staat nog niets.',
    tooLong: (most: number) => `Delen kan tot ${count(most, 'teken', 'tekens')}.`,
    underWay: 'Uw ja is onderweg. Dat is niet meer terug te nemen.',
  },
  seen: 'Gezien',
  cameFrom: (by: IntakeAuthor, from: IntakeCircle, at: number) =>
    `Hier gezet door ${authors[by]} op ${longDate('nl')(at)} om ${clockTime('nl')(at)}. Eerst was het ${before[from]}.`,
  notice: (by: IntakeAuthor, circle: IntakeCircle, question: string) =>
    `Intake: ${authors[by]} heeft een antwoord verder gedeeld (${circles[circle].toLowerCase()}). De vraag was: ${question}`,
  step: {
    heading: 'Van de eerste vraag naar de vraag eronder',
    help: 'Een stap komt in de keten van de vraag. Iedereen die binnen is, ziet die.',
    first: 'Zo kwam het binnen',
    from: 'Uit de intake',
    keep: 'Bewaar dit als stap in de keten',
    coach: 'De pleincoach kan dit als stap in de keten bewaren.',
    over: 'Het Plein is begonnen: de vraag verandert nu in de zaal.',
    same: 'Zo luidt de vraag al.',
    tooLong: (most: number) => `Een vraag is hoogstens ${count(most, 'teken', 'tekens')}.`,
  },
  welcome: {
    use: 'Zet dit bij het welkom',
    none: 'Er staat geen welkom in het draaiboek.',
    done: 'Het staat bij het welkom.',
    tooLong: (most: number) => `Bij het welkom past hoogstens ${count(most, 'teken', 'tekens')}.`,
  },
}
