import type { Shown } from '../shown/shown.ts'
import { door } from './door.nl.ts'
import { plural } from './plural.ts'

const count = plural('nl')
export type PhoneWords = typeof phone

export const phone = {
  join: door.join,
  inside: {
    prepared: { heading: 'U bent binnen', now: 'Het Plein begint zo. Uw telefoon gaat vanzelf mee. U hoeft nu niets te doen.' },
    present: (n: number) => `${count(n, 'persoon is', 'mensen zijn')} er nu.`,
    alone: 'U bent er nu als enige.',
    memory: 'Deze browser bewaart niets. Sluit dit venster niet zolang er iets wacht.',
  },
  now: {
    welcome: 'U bent binnen. De pleincoach begint zo.',
    checkin: 'Schrijf het kort op. Eén zin is genoeg.',
    ideas: 'Iedereen schrijft nu in stilte. Straks delen we alles tegelijk.',
    ideasShared: 'De ideeën zijn gedeeld. U kunt nog meer sturen.',
    ideasOpen: 'Schrijf wat u denkt. De zaal leest mee.',
    cluster: 'De pleincoach maakt groepen van de ideeën. Kijk mee en denk hardop.',
    clusterAuthors: 'De ideeën krijgen een groep. U zegt waar die van u horen.',
    vote: 'Verdeel uw stippen. Een signaal voor het gesprek, geen besluit.',
    voteWait: 'De stemronde begint zo.',
    voteDone: 'De stemronde is gesloten. De pleincoach laat zo zien wat eruit kwam.',
    voteShown: 'Dit kwam eruit. Een signaal voor het gesprek, geen besluit.',
    reframe: 'Klopt de vraag nog? Schrijf hoe u de vraag nu zou stellen.',
    harvest: 'Kies wat u wilt schrijven. Het mag ook allebei.',
    plenary: 'We praten samen. Leg uw telefoon gerust weg.',
    pause: 'Leg uw telefoon gerust weg. Als het weer begint, ziet u het hier.',
  },
  /** The room went on while somebody was in the middle of a sentence. */
  held: {
    phase: 'Het Plein gaat verder. Maak uw zin rustig af.',
    question: 'De vraag op het scherm is veranderd. Maak uw zin rustig af.',
    closed: 'Het Plein is afgelopen. Uw tekst staat nog op uw telefoon.',
    go: 'Ga mee',
  },
  signals: {
    ready: 'Klaar',
    areReady: (n: number) => `${count(n, 'persoon is', 'mensen zijn')} klaar.`,
    hand: 'Hand opsteken',
    up: 'Uw hand is omhoog. De pleincoach ziet hoeveel, niet wie.',
    hands: (n: number) => `${count(n, 'hand', 'handen')} omhoog.`,
  },
  aloud: {
    go: 'Lees voor',
    this: (what: string) => `Lees voor: ${what}`,
    stop: 'Stop met voorlezen',
    question: 'de vraag',
    shared: 'wat de zaal deelde',
  },
  look: {
    heading: 'Kijk mee: dit staat op het scherm',
    page: (page: number, pages: number) => `Blad ${page} van ${pages}.`,
    invitation: { idea: 'De pleincoach laat één idee zien.', cluster: 'De pleincoach laat één groep zien.' },
    go: 'Bekijk het',
    row: (dots: number, people: number) => `${count(dots, 'stip', 'stippen')} van ${count(people, 'persoon', 'mensen')}`,
    was: (text: string) => `Eerst: ${text}`,
    now: (text: string) => `Nu: ${text}`,
    /** What the screen shows, in one sentence. */
    title: (it: Shown): string => {
      switch (it.what) {
        case 'dark':
          return 'Het scherm is even zwart.'
        case 'lobby':
        case 'join':
          return 'Op het scherm staat hoe u meedoet.'
        case 'writing':
          return it.silent ? 'Iedereen schrijft in stilte. Er is nog niets gedeeld.' : 'Er is nog niets gedeeld.'
        case 'cards':
          return `${count(it.total, 'kaart', 'kaarten')} van de zaal.`
        case 'groups':
          return `${count(it.groups, 'groep', 'groepen')} met samen ${count(it.ideas, 'idee', 'ideeën')}.`
        case 'idea':
          return it.group === null ? 'Eén idee.' : `Eén idee uit de groep ‘${it.group}’.`
        case 'cluster':
          return `De groep ‘${it.name}’, met ${count(it.total, 'idee', 'ideeën')}.`
        case 'waiting':
          return it.kind === 'cluster' ? 'Er is nog niets gedeeld.' : 'De stemronde begint zo.'
        case 'ballot':
          return it.status === 'open' ? 'Hierover gaan de stippen.' : 'De stemronde is gesloten.'
        case 'result':
          return 'Dit kwam uit de stippen.'
        case 'reframe':
          return it.was === null ? 'De vraag van nu.' : 'De vraag, eerst en nu.'
        case 'story':
          return 'Hoe de vraag veranderde.'
        case 'harvest':
          return it.as === null ? 'Er is nog niets gedeeld.' : it.as === 'commitment' ? 'Afspraken.' : 'Slotzinnen.'
        case 'plenary':
          return 'Op het scherm staat alleen de vraag.'
        case 'pause':
          return 'Op het scherm staat: pauze.'
        case 'closed':
          return 'Op het scherm staat dat het Plein is afgelopen.'
      }
    },
  },
  question: {
    yours: 'Daar zit ook uw idee in',
    more: 'Lees verder',
    less: 'Maak korter',
  },
  announce: (name: string, line: string) => `Nu: ${name}. ${line}`,
  perspective: {
    heading: 'Ik ben hier als …',
    help: 'Dit komt alleen terug in een totaal van drie of meer mensen.',
    none: 'Dat zeg ik liever niet',
    chosen: (name: string) => `U bent hier als: ${name}.`,
  },
  write: {
    idea: { heading: 'Wat wilt u zeggen?', label: 'Uw idee', send: 'Verstuur', pick: 'Een idee', another: 'U kunt er meer sturen.' },
    checkin: { heading: 'Wat brengt u hier?', label: 'Uw antwoord', send: 'Verstuur', pick: 'Een antwoord', another: 'Meer hoeft niet.' },
    proposal: {
      heading: 'Hoe ziet u de vraag nu?',
      label: 'De vraag in uw woorden',
      send: 'Stel voor',
      pick: 'Een voorstel',
      another: 'De vraag verandert pas als de pleincoach een voorstel overneemt.',
    },
    commitment: {
      heading: 'Wat spreekt u af?',
      label: 'De eerste stap',
      send: 'Spreek af',
      pick: 'Een afspraak',
      another: 'Klein en echt is genoeg.',
    },
    closing: {
      heading: 'Eén zin om mee af te sluiten',
      label: 'Uw slotzin',
      send: 'Verstuur',
      pick: 'Een slotzin',
      another: 'Dank u wel.',
    },
    arrived: 'Geplaatst.',
    which: 'Wat wilt u schrijven?',
    who: 'Wie doet het? (mag leeg blijven)',
    whoHelp: 'Schrijft u een naam op, dan ziet de zaal die ook.',
    by: 'Wanneer is het klaar? (mag leeg blijven)',
    /** Three short sentences: who reads this, who never learns whose it is, until when. */
    promises: 'Wie leest dit?',
    sees: {
      hidden: 'Eerst leest de pleincoach dit. De zaal leest het pas als de pleincoach het deelt.',
      open: 'De zaal leest dit meteen.',
    },
    never: 'Het Plein bewaart niet wie dit schreef.',
    until: 'Aanpassen kan tot het Plein sluit.',
    late: 'Het Plein is verder. U kunt dit nog sturen.',
    later: 'Later',
    unsent: 'Niet verstuurd: het Plein was al afgelopen',
    keptHeading: 'U was hier nog mee bezig',
    resume: 'Schrijf verder',
    drop: 'Gooi weg',
    dropSure: 'Gooi deze tekst weg? Dat kunt u niet terugdraaien.',
    others: 'Nu schrijven anderen.',
    empty: 'Schrijf eerst iets op.',
    tooLong: 'De tekst is te lang.',
  },
  own: {
    heading: (n: number) => `Uw bijdragen (${n})`,
    show: 'Toon',
    hide: 'Klap in',
    state: {
      held: 'Wacht op verbinding',
      sending: 'Bezig met versturen',
      sent: 'Geplaatst, nog niet gedeeld',
      shared: 'Gedeeld met de zaal',
      hidden: 'Nu niet gedeeld. De pleincoach kan het weer tonen.',
      withdrawn: 'Ingetrokken',
      refused: 'Niet verstuurd',
    },
    /** The Plein is closed for good, and the server no longer says what became of it. */
    sealed: 'Verstuurd. Of het gedeeld is, staat in de opbrengst.',
    group: (name: string) => `In de groep ‘${name}’`,
    changing: { no: '', sending: 'Uw wijziging wordt verstuurd', waiting: 'Uw wijziging wacht op de pleincoach' },
    edit: 'Pas aan',
    editThis: (text: string) => `Pas aan: ${text}`,
    withdraw: 'Trek in',
    withdrawThis: (text: string) => `Trek in: ${text}`,
    withdrawSure: 'Trek dit in? Het verdwijnt van het bord.',
    yes: 'Ja, trek in',
    no: 'Nee',
    save: 'Bewaar',
    cancel: 'Laat zo',
    forget: 'Haal weg',
    again: 'Schrijf opnieuw',
    edited: 'Nieuwe tekst',
  },
  place: {
    heading: 'Bij welke groep hoort uw idee?',
    none: 'Geen van deze',
    noGroups: 'Er zijn nog geen groepen. De pleincoach noemt ze zo.',
    noIdeas: 'U heeft geen idee geschreven. Kijk mee op het scherm.',
  },
  vote: {
    left: (left: number, of: number) => `${left} van ${count(of, 'stip', 'stippen')} over`,
    maximum: (n: number) => `Op één onderdeel passen er hoogstens ${n}.`,
    secret: 'De zaal en de pleincoach zien niet wat u kiest.',
    more: (name: string) => `Een stip erbij voor ${name}`,
    less: (name: string) => `Een stip minder voor ${name}`,
    counts: 'Uw stippen tellen. Wisselen mag nog.',
    sending: 'Uw stippen worden bewaard.',
    away: 'Uw stippen wachten op verbinding.',
    notYet: 'U heeft nog geen stippen gegeven.',
    blank: 'Ik geef geen stippen',
    blankCounts: 'U geeft geen stippen. Dat telt ook. Wisselen mag nog.',
    none: 'Uw stippen zijn op. Haal er eerst een weg.',
    full: 'Hier passen er niet meer.',
    zero: 'Hier staat geen stip van u.',
    voted: (n: number) => `${count(n, 'persoon heeft', 'mensen hebben')} gestemd.`,
    lost: 'Eerdere stemmen zijn niet meer te lezen. Had u al stippen gegeven? Geef ze dan opnieuw.',
    still: 'De stemronde is nog open',
  },
  why: {
    over: 'Dat kan niet meer: het Plein is afgelopen.',
    moved: 'Dat kan nu niet: het Plein is verder.',
  },
  closed: {
    home: 'Mee naar huis',
    ideas: 'Wat u schreef',
    commitment: 'Wat u afsprak',
    closing: 'Uw slotzin',
    here: 'De opbrengst is er. U kunt haar hier ophalen.',
    save: 'Bewaar',
    print: 'Druk af',
    fileName: 'mijn-plein.html',
    heading: 'Het Plein is afgelopen',
    thanks: 'Dank u wel dat u er was.',
    first: 'Hiermee begonnen we',
    last: 'Zo luidt de vraag nu',
    outcome: 'De opbrengst',
    download: 'Haal de opbrengst op',
    notShared: 'De opbrengst komt op deze pagina als de pleincoach die deelt. Open de pagina dan weer op deze telefoon.',
    failed: 'Ophalen lukt nu niet. Probeer het zo nog een keer.',
    until: (date: string) => `Op ${date} wordt alles van dit Plein gewist, en later ook uit reservekopieën.`,
    sealed: 'Het Plein is nu helemaal dicht. Aanpassen kan niet meer. Of een tekst gedeeld is, staat in de opbrengst.',
    unsent: 'Niet meer verstuurd',
    left: 'Dit schreef u. Het staat nog op deze telefoon.',
    wipe: 'Wis van mijn telefoon',
    wipeHelp: 'Alles van dit Plein gaat van deze telefoon. Uw ideeën blijven op het Plein, maar u kunt ze niet meer aanpassen.',
    wipeSure: 'Weet u het zeker? Dit kunt u niet terugdraaien.',
    wipeYes: 'Ja, wis alles hier',
    wipeNo: 'Nee, bewaar',
    wiped: door.wiped,
  },
}
