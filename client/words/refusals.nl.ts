import type { Refusal, RefusalCode } from '../../shared/domain/refusals.ts'
import { begin } from './begin.nl.ts'
import { listOf, plural } from './plural.ts'

export type RefusalWords = { [C in RefusalCode]: (refusal: Extract<Refusal, { code: C }>) => string }

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

export const refusalsNl: RefusalWords = {
  'not-allowed': () => 'Dat kan niet vanaf dit apparaat. Vraag het de pleincoach.',
  'not-now': () => 'Dat kan nu niet. Wat u schreef, blijft bewaard.',
  'plein-not-open': () => 'Het Plein is nog niet open. Wacht tot de pleincoach begint.',
  'plein-closed': () => 'Het Plein is afgelopen. Wat u schreef, blijft op dit apparaat staan.',
  'plein-open': () => 'Het Plein is al open.',
  'plein-sealed': () => 'Het Plein is definitief gesloten. Heropenen kan niet meer.',
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
  'text-empty': () => 'Er staat nog niets. Schrijf eerst iets op.',
  'text-too-long': ({ maximum, length }) => `De tekst is te lang: ${length} tekens. Er passen er ${maximum}. Maak de tekst korter.`,
  'text-forbidden': () => 'In de tekst staat een onzichtbaar teken dat niet mag. Typ dat stuk opnieuw.',
  'day-unknown': () => 'Die datum bestaat niet. Kies een andere dag, of laat de datum leeg.',
  'not-contributed-here': () => 'Daar vragen we nu niet om. Uw tekst blijft bewaard.',
  'not-a-question': ({ because }) =>
    because === 'statement-first'
      ? 'Kunt u alleen de vraag opschrijven? Ervóór staat nu iets dat geen vraag is.'
      : 'Kunt u het als vraag opschrijven? Een vraag eindigt met een vraagteken.',
  'may-not-post': () => 'Nu schrijven anderen. Uw tekst blijft bewaard.',
  'owner-listens': () => 'U luistert eerst: in de eerste ronde schrijft alleen de zaal. Daarna schrijft u mee. Uw tekst blijft bewaard.',
  muted: () => 'De pleincoach vraagt u om nu niets meer te sturen. Straks kan het weer. Uw tekst blijft bewaard.',
  'author-forgotten': () => 'Niemand weet nog van welke telefoon dit kwam. Verberg alleen de bijdrage.',
  'too-many-ideas': ({ maximum }) => `U kunt nu ${count(maximum, 'bijdrage', 'bijdragen')} sturen. Pas er een aan of trek er een in.`,
  'plein-full': ({ maximum }) => `Het Plein is vol: er staan ${count(maximum, 'bijdrage', 'bijdragen')} op. Zeg het de pleincoach.`,
  'key-unknown': () => 'Dit idee is hier niet meer te wijzigen.',
  'key-used': () => 'Dit idee is al verstuurd.',
  'idea-unknown': () => 'Dit idee is er niet meer.',
  'idea-withdrawn': () => 'Dit idee is ingetrokken.',
  'idea-released': () => 'Dit is al gedeeld. Een naam of dag kan de schrijver dan alleen nog weghalen.',
  'idea-not-released': () => 'Dit idee is nog niet gedeeld. Deel het eerst.',
  'nothing-to-release': () => 'Er wacht nu niets om te delen.',
  'no-edit-waiting': () => 'Er wacht geen wijziging van dit idee.',
  'edit-changed': () => 'De schrijver heeft het intussen anders geschreven. Lees wat er nu staat, en kies dan opnieuw.',
  'nothing-changed': () => 'Dat was al zo. Er is niets veranderd.',
  'cluster-unknown': () => 'Deze groep bestaat niet (meer). Kies een andere groep.',
  'cluster-merged': ({ name }) => `Deze groep hoort nu bij “${name}”. Kies die groep.`,
  'cluster-removed': ({ name }) => `De groep “${name}” is opgeheven. Kies een andere groep.`,
  'cluster-not-shared': () => 'Deze groep heeft de zaal nog niet gezien. Deel er eerst een idee uit.',
  'cluster-of-other': () => 'Deze groep is voor iets anders: ideeën en voorstellen staan apart.',
  'cluster-same': () => 'Kies twee verschillende groepen.',
  'too-many-clusters': ({ maximum }) => `Er zijn al ${count(maximum, 'groep', 'groepen')}. Voeg er eerst twee samen.`,
  'authors-do-not-place': () => 'De pleincoach maakt nu de groepen.',
  'name-not-asked': () => 'De pleincoach vraagt dit nu niet.',
  'cluster-renamed': ({ name }) => `Deze groep heet nu “${name}”. Kijk of die naam klopt.`,
  'idea-elsewhere': () => 'Uw idee staat niet meer in deze groep.',
  'card-unknown': () => 'Deze tekst is er niet (meer). Misschien heeft de schrijver hem teruggetrokken.',
  'card-changed': () => 'De woorden zijn intussen veranderd. Lees wat er nu staat, en kies dan opnieuw.',
  'card-not-allowed': () => 'De schrijver heeft hier geen toestemming voor gegeven.',
  'card-refused': () => 'De schrijver wil dit niet delen. Alleen de schrijver kan daarop terugkomen.',
  'too-many-cards': ({ maximum }) =>
    `U kunt de pleincoaches ${count(maximum, 'tekst', 'teksten')} sturen. Praat anders met een pleincoach.`,
  'cards-full': ({ maximum }) => `Bij de pleincoaches liggen al ${count(maximum, 'tekst', 'teksten')}. Praat met een pleincoach.`,
  'nothing-to-undo': () => 'Er is niets om terug te nemen.',
  'changed-since': () => 'Iemand anders heeft dit daarna veranderd. Terugnemen kan niet meer.',
  'step-undone': () => 'Dit is al teruggenomen.',
  'step-not-last': () => 'Er is net iets anders veranderd. Kijk wat er nu staat, en kies dan opnieuw.',
  'round-unknown': () => 'Deze stemronde bestaat niet (meer). Kies een andere.',
  'round-open': () => 'De stemronde is nog open. Sluit die eerst.',
  'round-closed': () => 'De stemronde is gesloten. Wat u eerder koos, telt. Vraag de pleincoach als het anders moet.',
  'round-counted': () => 'De stemmen zijn geteld. Dat blijft zo.',
  'round-not-counted': () => 'De stemmen zijn nog niet geteld. Een tweede ronde kan daarna.',
  'round-not-closed': () => 'De stemronde is nog open. Sluit die eerst.',
  'too-few-items': ({ minimum, items }) =>
    `Stemmen kan over ten minste ${count(minimum, 'onderdeel', 'onderdelen')}. Nu zijn het er ${items}. Maak eerst groepen of deel ideeën.`,
  'too-many-items': ({ maximum, items }) =>
    `Op een telefoon zijn hoogstens ${maximum} vragen naast elkaar te lezen. Nu zijn het er ${items}. Kies waar het over gaat.`,
  'item-unknown': () => 'Een van de gekozen onderdelen hoort niet bij deze stemronde. Kies opnieuw.',
  'over-budget': ({ budget }) => `U heeft ${count(budget, 'stip', 'stippen')}. Haal eerst ergens een stip weg.`,
  'over-maximum': ({ maximum }) => `Op een onderdeel passen hoogstens ${count(maximum, 'stip', 'stippen')} van u.`,
  'held-back': ({ minimum, ballots, few }) =>
    few === 'phones'
      ? `De uitslag blijft dicht: minder dan ${minimum} mensen stemden met een telefoon. Anders is te zien wie wat koos.`
      : `De uitslag blijft dicht: ${count(ballots, 'stembiljet', 'stembiljetten')}, en ${minimum} is het minste. Anders is te zien wie wat koos.`,
  'paper-taken': ({ paper }) => `Briefje ${paper} staat er al bij. Is dit een ander briefje? Geef het een ander nummer.`,
  'paper-unknown': ({ paper }) => `Briefje ${paper} staat er niet bij.`,
  'round-not-shown': () => 'De uitslag is nog niet getoond. Toon hem eerst aan de zaal.',
  'too-few-to-ask': ({ minimum }) =>
    `Minder dan ${minimum} telefoons gaven hier zeker geen stippen. Dan is te raden wie er antwoordt. Vraag het in het gesprek.`,
  'not-asked': () => 'Dit is niet gevraagd. Uw tekst blijft bewaard.',
  'answered-already': () => 'U hebt hier al antwoord op gegeven. Dat antwoord kunt u wel aanpassen.',
  'too-few-answers': ({ minimum }) => `Delen kan vanaf ${minimum} antwoorden. Bij minder is te raden wie het schreef.`,
  'framing-unknown': () => 'Deze verwoording is er niet (meer). Kies er een die in de keten staat.',
  'framing-same': () => 'Zo luidt de vraag al.',
  'source-unknown': () => 'Een van de bronnen staat niet (meer) op het bord. Kies een andere bron.',
  'line-of-another': () => 'Dit antwoord is van de ander. Alleen die kan het verder delen.',
  'circle-not-wider': () => 'Dit antwoord staat al in deze kring, of in een grotere.',
  'line-changed': () => 'De woorden zijn intussen veranderd. Lees wat er nu staat, en kies dan opnieuw.',
  'stage-differs': () => 'De woorden zijn intussen veranderd. Lees wat er nu staat, en kies dan opnieuw.',
  'line-not-shared': () => "Deze woorden staan niet bij 'voor de zaal'. Deel het antwoord eerst met de zaal.",
  'perspective-unknown': () => 'Deze keuze hoort niet bij dit Plein. Kies een andere.',
  'bad-command': () => 'De server begreep dit bericht niet. Laad de pagina opnieuw.',
  'unknown-command': () => 'De server kent deze opdracht niet. Laad de pagina opnieuw.',
  'id-reused': () => 'Dit is al eerder gestuurd, met andere inhoud. Probeer het nog een keer.',
  lapsed: () => 'De verbinding was te lang weg, en dit is niet gebeurd. Doe het opnieuw als u het nog wilt.',
  'too-fast': () => 'Dat ging erg snel achter elkaar. Het wordt zo opnieuw gestuurd.',
  busy: () => 'Het is even druk. Het wordt zo opnieuw gestuurd.',
  'storage-failed': () => 'De server kan nu niets bewaren. Er is niets veranderd, en uw tekst staat nog hier. Probeer het zo nog een keer.',
  'code-unknown': () => begin.codeUnknown,
  'door-locked': () => 'De deur is dicht. Vraag de pleincoach om de deur open te doen.',
  'not-let-in': () => 'De pleincoach heeft nee gezegd. Vraag in de zaal waarom.',
  'nobody-waiting': () => 'Wie u zag, wacht niet meer bij de deur.',
  'token-unknown': () => 'Dit apparaat is hier niet (meer) bekend. Doe opnieuw mee met de code op het scherm.',
  'link-unknown': () => 'Deze link werkt niet (meer). Vraag om een nieuwe link.',
  'plein-unknown': () => 'Dit Plein bestaat niet (meer).',
  'device-unknown': () => 'Dit apparaat is er al niet meer.',
  'device-own': () => 'Dit is uw eigen apparaat. Kies daarvoor “Stop op dit apparaat”.',
  'screen-code-unknown': () => 'Deze code van een scherm klopt niet, of is te oud. Vernieuw de pagina van het scherm.',
  'protocol-unknown': () => 'Deze pagina is van een andere versie dan de server. Laad de pagina opnieuw.',
}
