import { listOf } from './plural.ts'
import { sharedFirst as shared } from './sharedFirst.nl.ts'

const { count, form } = shared
const people = (n: number) => count(n, 'mens', 'mensen')

type GroupCounts = { as: 'idea' | 'proposal'; first: number; last: number; groups: number; ideas: number; loose: number }

export const screen = {
  title: (plein: string) => `Scherm: ${plein}`,
  away: 'verbinding kwijt',
  knock: {
    heading: 'Dit scherm wacht op een pleincoach',
    help: 'Pleincoach: voer deze code in op uw eigen apparaat, bij Nu, onder Zaalcheck.',
    away: 'De server is even niet te bereiken. Dit scherm probeert het steeds opnieuw.',
    busy: 'Er komt een code.',
    full: 'Te veel apparaten vragen nu om een code. Dit scherm probeert het steeds opnieuw.',
  },
  or: 'of ga naar',
  qr: (address: string) => `QR-code naar ${address}`,
  data: 'Kost minder dan 1 MB. Geen app, geen account.',
  locked: 'De deur is dicht.',
  people: (n: number): string => form(n, 'mens op het Plein', 'mensen op het Plein'),
  none: 'Er is nog niemand. Scan de code met uw telefoon.',
  prompts: shared.asks,
  silence: 'We schrijven in stilte. De zaal leest nog niet mee; straks delen we alles tegelijk.',
  questionsOnly: 'Alleen vragen, zonder uitleg. We schrijven in stilte; straks delen we alles tegelijk.',
  aloud: 'Wat u schrijft, komt meteen op het bord.',
  /** `null`: one or two. */
  written: (written: number | null, present: number): [string, string] => [
    `${written ?? '1 of 2'} van ${present}`,
    form(written ?? 2, 'heeft geschreven', 'hebben geschreven'),
  ],
  voted: (voted: number, present: number): [string, string] => [
    `${voted} van ${present}`,
    form(voted, 'heeft stippen gegeven', 'hebben stippen gegeven'),
  ],
  ready: (n: number) => `${people(n)} ${form(n, 'is klaar', 'zijn klaar')}`,
  page: (page: number, pages: number) => `blad ${page} van ${pages}`,
  pageNote: (page: number, pages: number) => `Blad ${page} van ${pages}.`,
  ideas: (n: number) => count(n, 'idee', 'ideeën'),
  said: (n: number) => count(n, 'bijdrage', 'bijdragen'),
  questions: (n: number) => count(n, 'vraag', 'vragen'),
  proposals: (n: number) => count(n, 'voorstel', 'voorstellen'),
  groups: ({ as, first, last, groups, ideas, loose }: GroupCounts) => {
    const to = Math.min(last, groups)
    const which =
      first > groups
        ? `${loose} nog los`
        : first === 1 && to === groups
          ? count(groups, 'groep', 'groepen')
          : first === to
            ? `groep ${first} van ${groups}`
            : `groep ${first} tot ${to} van ${groups}`
    const all = as === 'idea' ? count(ideas, 'idee', 'ideeën') : count(ideas, 'voorstel', 'voorstellen')
    return [which, all, ...(loose > 0 && first <= groups ? [`${loose} nog los`] : [])].join(' · ')
  },
  groupsNone: 'Er zijn nog geen ideeën gedeeld.',
  looseName: 'Nog los',
  dark: 'Het scherm is even zwart.',
  more: (n: number) => `en nog ${n}`,
  votes: {
    rules: (budget: number, maximum: number) =>
      maximum < budget
        ? `Ieder ${count(budget, 'stip', 'stippen')}, hoogstens ${maximum} op één ding.`
        : `Ieder ${count(budget, 'stip', 'stippen')}.`,
    waiting: 'De stemronde begint zo.',
    closed: 'De ronde is dicht. Straks praten we over de uitslag.',
    signal: 'Een signaal voor het gesprek, geen besluit.',
    signalShort: 'Een signaal, geen besluit.',
    heldBack: {
      ballots: 'Minder dan drie mensen stemden. De uitslag blijft dicht, anders is te zien wie wat koos.',
      phones: 'Minder dan drie mensen stemden met een telefoon. De uitslag blijft dicht, anders is te zien wie wat koos.',
    },
    by: (n: number) => `door ${people(n)}`,
    strong: 'weinig mensen, veel stippen',
    divided: 'meningen lopen uiteen',
    needed: 'Nodig om mee te gaan',
    answers: (n: number) => count(n, 'antwoord', 'antwoorden'),
    needs: (n: number) => `nodig om mee te gaan: ${n}`,
    onPaper: (ballots: number, paper: number) => `${count(ballots, 'stembiljet', 'stembiljetten')}, ${paper} op papier`,
    cast: (voters: number) => `${people(voters)} stemden`,
    withdrawn: 'ingetrokken',
    gone: 'niet meer op het bord',
    was: (n: number) => `eerst, door ${n}`,
    moved: { more: 'meer dan eerst', less: 'minder dan eerst', other: 'anders verdeeld', steady: 'ongeveer gelijk', same: 'gelijk' },
    castBefore: (voters: number, before: number) => `${people(voters)} stemden, eerst ${before}`,
  },
  story: {
    heading: 'Hoe de vraag veranderde',
    first: 'Zo begon het',
    later: 'Daarna',
  },
  reframe: {
    write: 'Schrijf uw vraag op uw telefoon.',
    more: (n: number) => `nog ${n}`,
    from: (sources: string) => `Uit ${sources}`,
    group: (name: string, n: number) => `de groep ‘${name}’ (${count(n, 'idee', 'ideeën')})`,
    idea: (text: string) => `‘${text}’`,
    proposal: 'een voorstel uit de zaal',
    burst: 'de vragenregen',
    chosen: 'Werd de vraag:',
    round: 'de stippen',
    framing: (text: string) => `‘${text}’`,
    list: listOf('nl'),
  },
  staged: {
    resonance: (touches: number, off: number) => `raakt: ${touches} · klopt niet: ${off}`,
    empty: 'Er staat nog niets.',
  },
  harvest: {
    commitments: 'Afspraken',
    closings: 'Wat we meenemen',
    count: (commitments: number, closings: number) =>
      [
        ...(commitments === 0 ? [] : [count(commitments, 'afspraak', 'afspraken')]),
        ...(closings === 0 ? [] : [count(closings, 'slotzin', 'slotzinnen')]),
      ].join(' · '),
    none: 'Wat u wilt meenemen, schrijft u op uw telefoon.',
    word: 'De vraagstukeigenaar neemt mee:',
  },
  plenary: 'Leg uw telefoon gerust weg.',
  pause: 'Tot zo.',
  back: (time: string) => `We gaan verder om ${time}`,
  timer: {
    over: 'de tijd is om',
    paused: 'even stil',
    nearly: 'de laatste minuut',
    planned: (minutes: number) => `we nemen ${count(minutes, 'minuut', 'minuten')}`,
  },
  closed: { heading: 'Het Plein is gesloten', help: 'Dank u wel. Op uw telefoon vindt u wat u mee naar huis neemt.' },
  prepared: 'We beginnen zo.',
}
