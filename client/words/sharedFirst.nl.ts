import type { PhaseKind } from '../../shared/domain/phases.ts'
import { dayInWords } from '../../shared/text/day.ts'
import { begin } from './begin.nl.ts'
import { clockTime, form as formIn, listOf, longDate, plural } from './plural.ts'

const count = plural('nl')
const form = formIn('nl')
const list = listOf('nl')
export type SharedFirst = typeof sharedFirst

/** What every page says at first. */
export const sharedFirst = {
  count,
  form,
  time: clockTime('nl'),
  date: longDate('nl'),
  loading: begin.loading,
  practice: { word: 'Oefenen', help: 'Morgen is alles weg.' },
  failed: begin.failed,
  theme: begin.theme,
  connection: {
    away: 'Even geen verbinding. Uw tekst blijft bewaard.',
    first: 'Nog geen verbinding met het Plein. Dit apparaat blijft het proberen.',
    long: 'Nog steeds geen verbinding. Kijk of dit apparaat op het wifi van de zaal zit. Uw tekst blijft bewaard.',
    full: 'Het is nu te druk op het Plein. Dit apparaat probeert het vanzelf opnieuw.',
  },
  timer: { label: 'Resterende tijd', over: 'De tijd is om', paused: 'staat stil' },
  characters: {
    left: (n: number) => `nog ${count(n, 'teken', 'tekens')}`,
    over: (n: number) => `${count(n, 'teken', 'tekens')} te veel`,
  },
  dots: {
    given: (given: number, maximum: number) => `${count(given, 'stip', 'stippen')} gegeven, hoogstens ${maximum}`,
  },
  ended: {
    revoked: {
      heading: 'Deze toegang geldt niet meer',
      help: 'Er is een nieuwe link of code, of een pleincoach zette dit apparaat eruit. Vraag om de link, of scan de code op het scherm. Wat u stuurde, staat nog op het Plein.',
    },
    'token-unknown': {
      heading: 'Dit Plein gaat hier niet meer open',
      help: 'Het is gewist, of dit apparaat is er niet meer bekend. Is het Plein nog bezig? Doe dan opnieuw mee met de code op het scherm, of open uw link opnieuw.',
    },
    deleted: { heading: 'Dit Plein is gewist', help: 'Alles van dit Plein is weg van de server. Wat u zelf bewaarde, heeft u nog.' },
    protocol: { heading: 'Er is een nieuwe versie', help: 'Laad de pagina opnieuw. Wat u schreef, blijft bewaard.' },
    replaced: { heading: 'Dit Plein staat op een ander tabblad open', help: 'U kunt hier verdergaan. Wat u schreef, blijft bewaard.' },
    restarting: { heading: 'De server start opnieuw', help: 'Het Plein komt zo terug.' },
    resume: 'Ga hier verder',
    reload: 'Laad opnieuw',
    start: 'Naar het begin',
  },
  source: {
    by: { organiser: 'de organisator', owner: 'de vraagstukeigenaar', coach: 'de pleincoach', participant: 'een deelnemer' },
    line: (by: string, groups: readonly string[], ideas: number, rounds: number, burst: boolean, needs: boolean): string => {
      const from = [
        ...(burst ? ['de vragenregen'] : []),
        ...(groups.length === 0 ? [] : [`${form(groups.length, 'de groep', 'de groepen')} ${list(groups.map((name) => `‘${name}’`))}`]),
        ...(ideas === 0 ? [] : [count(ideas, 'idee', 'ideeën')]),
        ...(needs ? ['wat mensen nodig hebben om mee te gaan'] : []),
        ...(rounds === 0 ? [] : ['de stemronde']),
      ]
      return from.length === 0 ? `Verwoord door ${by}` : `Uit ${list(from)}. Verwoord door ${by}`
    },
  },
  kinds: {
    welcome: 'Welkom',
    checkin: 'Aankomen',
    ideas: 'Ideeën schrijven',
    burst: 'Vragenregen',
    cluster: 'Groepen maken',
    vote: 'Stippen verdelen',
    reframe: 'De vraag opnieuw',
    write: 'Schrijven voor de zaal',
    harvest: 'Afspraken en slot',
    plenary: 'Samen in gesprek',
    pause: 'Pauze',
  },
  /** What the room is asked, on the phones and on the screen alike, unless the coach has put it in other words. */
  asks: {
    welcome: 'Welkom op het Plein',
    checkin: 'Wat brengt u hier?',
    ideas: 'Wat ziet u gebeuren?',
    burst: 'Welke vragen roept dit op?',
    cluster: 'Wat hoort bij elkaar?',
    vote: 'Waar moeten we het over hebben?',
    reframe: 'Hoe ziet u de vraag nu?',
    write: 'De vraag wordt nu geschreven',
    harvest: 'Wat neemt u mee van vandaag?',
    plenary: 'Samen in gesprek',
    pause: 'Pauze',
    wordings: 'Welke vraag moeten we stellen?',
  } satisfies Record<PhaseKind | 'wordings', string>,
  board: {
    heading: (n: number) => `Gedeeld door de zaal (${n})`,
    all: (n: number) => `Toon alle ${n}`,
    commitments: (n: number) => `Afspraken (${n})`,
    closings: (n: number) => `Slotzinnen (${n})`,
    checkins: (n: number) => `Wie er zijn (${n})`,
    /** Empty: neither was given. `day`: YYYY-MM-DD. */
    commitment: ({ who, by, day }: { who: string | null; by: string | null; day?: string }): string => {
      const when = [...(by === null ? [] : [by]), ...(day === undefined ? [] : [dayInWords(day, 'nl')])].join(', ')
      return [...(who === null ? [] : [`Wie: ${who}`]), ...(when === '' ? [] : [`Wanneer: ${when}`])].join(' · ')
    },
  },
  result: {
    gone: 'Niet meer op het bord',
  },
  chain: {
    heading: 'Hoe de vraag veranderde',
    changed: 'De vraag is veranderd',
    was: 'Eerst:',
    spoken: (before: string, now: string) => `De vraag is veranderd. Eerst: ${before} Nu: ${now}`,
  },
}
