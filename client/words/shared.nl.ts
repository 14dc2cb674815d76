import { clockTime, longDate, plural } from './plural.ts'

const count = plural('nl')
export type SharedWords = typeof shared

export const shared = {
  count,
  time: clockTime('nl'),
  date: longDate('nl'),
  loading: 'Het Plein wordt geladen.',
  failed: {
    heading: 'Deze pagina bleef steken',
    kept: 'Wat u schreef, blijft bewaard. Laad de pagina opnieuw om verder te gaan.',
    again: 'Laad opnieuw',
  },
  connection: {
    away: 'Even geen verbinding. Uw tekst blijft bewaard.',
  },
  timer: { label: 'Resterende tijd', over: 'De tijd is om', paused: 'pauze' },
  characters: {
    left: (n: number) => `nog ${count(n, 'teken', 'tekens')}`,
    over: (n: number) => `${count(n, 'teken', 'tekens')} te veel`,
  },
  dots: {
    given: (given: number, maximum: number) => `${count(given, 'stip', 'stippen')} gegeven, hoogstens ${maximum}`,
  },
  ended: {
    revoked: { heading: 'Deze toegang is ingetrokken', help: 'Iemand heeft een nieuwe link gemaakt. Vraag om die link.' },
    'token-unknown': { heading: 'Dit apparaat is hier niet (meer) bekend', help: 'Doe opnieuw mee met de code, of open de link opnieuw.' },
    deleted: { heading: 'Dit Plein is gewist', help: 'Alles van dit Plein is weg van de server.' },
    protocol: { heading: 'Er is een nieuwe versie', help: 'Laad de pagina opnieuw. Wat u schreef, blijft bewaard.' },
    replaced: { heading: 'Dit Plein staat op een ander tabblad open', help: 'U kunt hier verdergaan.' },
    restarting: { heading: 'De server start opnieuw', help: 'Het Plein komt zo terug.' },
    resume: 'Ga hier verder',
    reload: 'Laad opnieuw',
    start: 'Naar het begin',
  },
  kinds: {
    welcome: 'Welkom',
    checkin: 'Aankomen',
    ideas: 'Ideeën schrijven',
    cluster: 'Groepen maken',
    vote: 'Stippen verdelen',
    reframe: 'De vraag opnieuw',
    harvest: 'Oogst',
    plenary: 'Samen in gesprek',
    pause: 'Pauze',
  },
}
