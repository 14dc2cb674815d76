import type { Refusal, RefusalCode } from '../../shared/domain/refusals.ts'
import { listOf, plural } from './plural.ts'

type Said<C extends RefusalCode> = { [c in C]: (refusal: Extract<Refusal, { code: c }>) => string }
export type DeskCode =
  | 'plein-open'
  | 'practice-ends'
  | 'too-late'
  | 'not-confirmed'
  | 'phase-unknown'
  | 'phase-current'
  | 'phase-played'
  | 'no-next-phase'
  | 'no-previous-phase'
  | 'nothing-interrupted'
  | 'room-moved'
  | 'leads-elsewhere'
  | 'timer-not-running'
  | 'timer-not-paused'
  | 'too-many-phases'
  | 'author-forgotten'
  | 'idea-not-released'
  | 'nothing-to-release'
  | 'no-edit-waiting'
  | 'edit-changed'
  | 'cluster-not-shared'
  | 'cluster-same'
  | 'too-many-clusters'
  | 'card-not-allowed'
  | 'card-refused'
  | 'nothing-to-undo'
  | 'changed-since'
  | 'step-undone'
  | 'step-not-last'
  | 'round-counted'
  | 'round-not-counted'
  | 'round-not-closed'
  | 'too-few-items'
  | 'too-many-items'
  | 'held-back'
  | 'paper-taken'
  | 'paper-unknown'
  | 'round-not-shown'
  | 'too-few-to-ask'
  | 'too-few-answers'
  | 'nobody-waiting'
  | 'device-unknown'
  | 'screen-code-unknown'
export type RefusalsDesk = Said<DeskCode>
export type RefusalsRoom = Said<Exclude<RefusalCode, DeskCode>>

const count = plural('nl')
const list = listOf('nl')
const counted: Record<string, (n: number) => string> = {
  ballots: (n) => `${count(n, 'stembiljet is', 'stembiljetten zijn')} binnen`,
  paper: (n) => `${n} daarvan op papier`,
  unreleased: (n) => `${count(n, 'idee is', 'ideeën zijn')} nog niet gedeeld`,
  openRounds: (n) => `${count(n, 'stemronde is', 'stemrondes zijn')} nog open`,
  notShown: (n) => `${count(n, 'uitslag is', 'uitslagen zijn')} niet getoond`,
  edits: (n) => `${count(n, 'wijziging wacht', 'wijzigingen wachten')}`,
}
const countsNl = (counts: Record<string, number>): string =>
  list(Object.entries(counts).flatMap(([name, n]) => (n > 0 && counted[name] ? [counted[name](n)] : [])))

/** What only a desk, or an organiser, is refused: no phone carries it. */
export const refusalsDeskNl: RefusalsDesk = {
  'plein-open': () => 'Het Plein is al open.',
  'practice-ends': () => 'Een Oefen-Plein is na een dag weg. Langer bewaren kan niet, korter wel.',
  'too-late': ({ seconds }) => `Terugnemen kon tot ${count(seconds, 'seconde', 'seconden')} na het sluiten. Dat is voorbij.`,
  'not-confirmed': ({ counts }) => {
    const said = countsNl(counts)
    return said === '' ? 'Weet u het zeker? Bevestig het dan.' : `Weet u het zeker? Stand van nu: ${said}.`
  },
  'phase-unknown': () => 'Deze fase staat niet meer in het draaiboek. Kies een andere fase.',
  'phase-current': () => 'Dit is de fase van nu. Ga eerst naar een andere fase.',
  'phase-played': () => 'Deze fase is al gespeeld en blijft daarom staan.',
  'no-next-phase': () => 'Dit is de laatste fase. Voeg een fase toe of sluit het Plein.',
  'no-previous-phase': () => 'Dit is de eerste fase.',
  'nothing-interrupted': () => 'Er is geen onderbroken fase om naar terug te gaan.',
  'room-moved': () => 'De zaal is intussen in een andere fase. Kijk wat er nu staat, en kies dan opnieuw.',
  'leads-elsewhere': () => 'Het draaiboek is net veranderd: dit leidt nu naar een andere fase. Kijk wat er nu staat, en kies dan opnieuw.',
  'timer-not-running': () => 'De klok loopt niet.',
  'timer-not-paused': () => 'De klok staat niet op pauze.',
  'too-many-phases': ({ maximum }) => `Een draaiboek heeft hoogstens ${count(maximum, 'fase', 'fasen')}. Haal er eerst een weg.`,
  'author-forgotten': () => 'Niemand weet nog van welke telefoon dit kwam. Verberg alleen de bijdrage.',
  'idea-not-released': () => 'Dit idee is nog niet gedeeld. Deel het eerst.',
  'nothing-to-release': () => 'Er wacht nu niets om te delen.',
  'no-edit-waiting': () => 'Er wacht geen wijziging van dit idee.',
  'edit-changed': () => 'De schrijver heeft het intussen anders geschreven. Lees wat er nu staat, en kies dan opnieuw.',
  'cluster-not-shared': () => 'Deze groep heeft de zaal nog niet gezien. Deel er eerst een idee uit.',
  'cluster-same': () => 'Kies twee verschillende groepen.',
  'too-many-clusters': ({ maximum }) => `Er zijn al ${count(maximum, 'groep', 'groepen')}. Voeg er eerst twee samen.`,
  'card-not-allowed': () => 'De schrijver heeft hier geen toestemming voor gegeven.',
  'card-refused': () => 'De schrijver wil dit niet delen. Alleen de schrijver kan daarop terugkomen.',
  'nothing-to-undo': () => 'Er is niets om terug te nemen.',
  'changed-since': () => 'Iemand anders heeft dit daarna veranderd. Terugnemen kan niet meer.',
  'step-undone': () => 'Dit is al teruggenomen.',
  'step-not-last': () => 'Er is net iets anders veranderd. Kijk wat er nu staat, en kies dan opnieuw.',
  'round-counted': () => 'De stemmen zijn geteld. Dat blijft zo.',
  'round-not-counted': () => 'De stemmen zijn nog niet geteld. Een tweede ronde kan daarna.',
  'round-not-closed': () => 'De stemronde is nog open. Sluit die eerst.',
  'too-few-items': ({ minimum, items }) =>
    `Stemmen kan over ten minste ${count(minimum, 'onderdeel', 'onderdelen')}. Nu zijn het er ${items}. Maak eerst groepen of deel ideeën.`,
  'too-many-items': ({ maximum, items }) =>
    `Op een telefoon zijn hoogstens ${maximum} vragen naast elkaar te lezen. Nu zijn het er ${items}. Kies waar het over gaat.`,
  'held-back': ({ minimum, ballots, few }) =>
    few === 'phones'
      ? `De uitslag blijft dicht: minder dan ${minimum} mensen stemden met een telefoon. Anders is te zien wie wat koos.`
      : `De uitslag blijft dicht: ${count(ballots, 'stembiljet', 'stembiljetten')}, en ${minimum} is het minste. Anders is te zien wie wat koos.`,
  'paper-taken': ({ paper }) => `Briefje ${paper} staat er al bij. Is dit een ander briefje? Geef het een ander nummer.`,
  'paper-unknown': ({ paper }) => `Briefje ${paper} staat er niet bij.`,
  'round-not-shown': () => 'De uitslag is nog niet getoond. Toon hem eerst aan de zaal.',
  'too-few-to-ask': ({ minimum }) =>
    `Minder dan ${minimum} telefoons gaven hier zeker geen stippen. Dan is te raden wie er antwoordt. Vraag het in het gesprek.`,
  'too-few-answers': ({ minimum }) => `Delen kan vanaf ${minimum} antwoorden. Bij minder is te raden wie het schreef.`,
  'nobody-waiting': () => 'Wie u zag, wacht niet meer bij de deur.',
  'device-unknown': () => 'Dit apparaat is er al niet meer.',
  'screen-code-unknown': () => 'Deze code van een scherm klopt niet, of is te oud. Vernieuw de pagina van het scherm.',
}
