import type { Shown } from '../shown/shown.ts'
import { door } from './door.nl.ts'
import { plural } from './plural.ts'

const count = plural('nl')
export type PhoneLater = typeof phoneLater

/** What the later pages of a phone say. */
export const phoneLater = {
  asked: {
    heading: 'Wat hebt u nodig om mee te gaan?',
    everybody: 'Deze vraag staat nu op elke telefoon. Hij is voor wie hier geen stippen gaf.',
    ended: 'De pleincoach heeft deze vraag afgerond.',
    gone: 'staat niet meer op het bord',
    open: 'Kijk of de vraag voor u is',
    notYou: 'U gaf hier stippen. U hoeft niets te doen.',
    noBallot:
      'Op deze telefoon staat geen stembiljet van u. U hoeft niets te doen. Stemde u op papier? Geef uw antwoord aan de pleincoach.',
    label: 'Wat hebt u nodig om hier toch mee te gaan?',
    sees: 'De pleincoach leest dit pas als er drie antwoorden zijn. Zijn het er minder, dan leest niemand het.',
    send: 'Verstuur',
    back: 'U nam uw antwoord terug.',
  },
  join: door.join,
  look: {
    page: (page: number, pages: number) => `Blad ${page} van ${pages}.`,
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
          return `${count(it.total, 'tekst', 'teksten')} van de zaal.`
        case 'moods':
          return 'Hoe de vraag voelde, vooraf en achteraf.'
        case 'groups':
          return `${count(it.groups, 'groep', 'groepen')} met samen ${it.as === 'idea' ? count(it.ideas, 'idee', 'ideeën') : count(it.ideas, 'voorstel', 'voorstellen')}.`
        case 'idea':
          return it.group === null ? 'Eén idee.' : `Eén idee uit de groep ‘${it.group}’.`
        case 'cluster':
          return `De groep ‘${it.name}’, met ${it.as === 'idea' ? count(it.total, 'idee', 'ideeën') : count(it.total, 'voorstel', 'voorstellen')}.`
        case 'waiting':
          return it.kind === 'cluster' ? 'Er is nog niets gedeeld.' : 'De stemronde begint zo.'
        case 'ballot':
          return it.status === 'open' ? 'Hierover gaan de stippen.' : 'De stemronde is gesloten.'
        case 'result':
          return 'Dit kwam uit de stippen.'
        case 'conditions':
          return `Nodig om mee te gaan met ${it.heading?.text ?? ''}`
        case 'reframe':
          return it.was === null ? 'De vraag van nu.' : 'De vraag, eerst en nu.'
        case 'stage':
          return 'Op het scherm wordt de vraag geschreven.'
        case 'story':
          return 'Hoe de vraag veranderde.'
        case 'word':
          return 'Het laatste woord van de vraagstukeigenaar.'
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
  tooLate: {
    said: 'Uw laatste keuze kwam te laat: de stemronde was al gesloten. Die stippen tellen niet. Had u eerder stippen gegeven? Die tellen wel.',
    seen: 'Gezien',
  },
  pulse: {
    ask: 'Hoe is het nu voor u?',
    calm: 'Ik volg het',
    tense: 'Dit is spannend',
    leaving: 'Ik haak af',
    unsaid: 'Ik wil iets moeilijks zeggen',
    who: 'Alleen de pleincoaches zien hoeveel mensen dit kiezen, vanaf vijf. Niemand ziet wie.',
    back: 'Met nog een tik haalt u het weg.',
    card: 'Bij ‘Dit moet gezegd worden’ kunt u het ook opschrijven, alleen voor de pleincoaches.',
  },
  /** A commitment, and the beginning of a closing sentence. */
  promise: {
    help: 'Zeg wanneer u iets doet, en wat. Bijvoorbeeld: als ik maandag op mijn werk ben, dan bel ik de beheerder.',
    when: 'Als …',
    act: 'dan …',
    begins: { when: 'Als', act: 'dan' },
    sentence: 'Uw afspraak wordt:',
    who: 'Wie doet het? (mag leeg blijven)',
    day: 'Op welke dag is het klaar? (mag leeg blijven)',
    shared:
      'Dit staat al op het bord. Een naam of dag kunt u weghalen, niet wijzigen. Moet die anders? Trek dit in en schrijf het opnieuw.',
    takeAway: (what: string) => `Haal weg: ${what}`,
    closing: 'Ik zie de vraag nu als',
    begin: (start: string) => `Begin met: ${start} …`,
  },
  staged: {
    ask: 'Wat doet dit met u, zoals het er nu staat?',
    touches: 'Raakt',
    off: 'Klopt niet',
    who: 'Alleen aantallen, vanaf drie mensen. Niemand ziet wie.',
    heading: 'Dit wordt nu geschreven',
    none: 'Er staat nog niets.',
    aloud: 'wat er wordt geschreven',
  },
  wording: {
    now: 'Dit is de vraag van nu.',
    differs: 'Wat is er anders dan nu?',
    wholly: 'Deze vraag zegt het heel anders dan die van nu.',
  },
  perspective: {
    heading: 'Ik ben hier als …',
    help: 'Dit komt alleen terug in een totaal van drie of meer mensen.',
    none: 'Dat zeg ik liever niet',
    chosen: (name: string) => `U bent hier als: ${name}.`,
  },
  place: {
    heading: 'Bij welke groep hoort uw idee?',
    none: 'Geen van deze',
    noGroups: 'Er zijn nog geen groepen. De pleincoach noemt ze zo.',
    noIdeas: 'U heeft geen idee geschreven. Kijk mee op het scherm.',
  },
  verify: {
    heading: 'Past deze naam bij uw idee?',
    yours: 'Uw idee',
    group: 'De groep heet',
    yes: 'Ja',
    words: 'Andere woorden',
    out: 'Haal mijn idee eruit',
    outHelp: 'Eruit halen ziet de zaal: uw idee staat dan los. Van wie het is, ziet niemand.',
    sees: 'De pleincoach ziet uw andere woorden, en vanaf drie antwoorden hoeveel mensen ja of nee zeggen. Niemand ziet wie.',
    label: 'Welke naam past beter?',
    send: 'Stuur deze naam',
    back: 'Terug',
    thanks: 'Dank u. Uw antwoord gaat zo mee.',
    over: 'De pleincoach vraagt dit nu niet meer. Uw woorden zijn niet verstuurd.',
    turning: 'Dit is net veranderd. Wacht een halve tel.',
  },
  cards: {
    heading: 'Dit moet gezegd worden',
    sees: 'Alleen de pleincoaches lezen dit. Het komt niet op het bord en niet in de opbrengst. Niemand ziet dat het van u is.',
    until: 'U kunt het terugnemen tot het Plein sluit. Daarna is het weg.',
    paper: 'De pleincoach kan u alleen iets vragen als u deze pagina open houdt of later weer opent.',
    label: 'Wat moet er gezegd worden?',
    send: 'Geef aan de pleincoaches',
    empty: 'Schrijf eerst iets op.',
    tooLong: 'De tekst is te lang. Maak hem korter.',
    yours: 'Wat u aan de pleincoaches gaf',
    state: {
      sending: 'Onderweg',
      sealed: 'Bij de pleincoaches',
      refused: 'Niet aangekomen',
      asked: 'De pleincoach vraagt iets',
      own: 'U zei: dit mag, in deze woorden',
      coach: 'U zei: dit mag, in de woorden van de pleincoach',
      no: 'U zei: dit mag niet gedeeld worden',
    },
    notice: 'De pleincoach vraagt iets over wat u schreef.',
    look: 'Bekijk',
    ask: {
      own: 'Mag dit naar de zaal? Dan deelt de pleincoach het als een gewoon idee. Niemand ziet dat het van u is.',
      coach: 'De pleincoach vraagt of dit naar de zaal mag, in deze woorden:',
    },
    turning: 'Dit is net veranderd. Lees het eerst.',
    yesCoach: 'Ja, deze woorden mogen',
    yesOwn: 'Ja, in mijn eigen woorden',
    no: 'Nee, niet delen',
    allow: 'Dit mag gedeeld worden',
    words: 'In deze woorden mag het',
    allowed: 'Dit mag',
    back: 'Terug',
    never: 'Toch niet delen',
    withdraw: 'Trek terug',
    withdrawSure: 'Deze tekst is dan overal weg, ook bij de pleincoaches.',
    withdrawYes: 'Ja, trek terug',
    withdrawNo: 'Laat staan',
    again: 'Probeer opnieuw',
    drop: 'Gooi weg',
  },
  own: {
    save: 'Bewaar',
    cancel: 'Laat zo',
    edited: 'Nieuwe tekst',
    withdrawSure: 'Trek dit in? Het verdwijnt van het bord.',
    withdrawSureQuestion: 'Trek dit in? Het verdwijnt van het bord. Woorden die de vraag werden, blijven in de vraag staan.',
    yes: 'Ja, trek in',
    no: 'Nee',
  },
  write: {
    which: 'Wat wilt u schrijven?',
    picks: {
      idea: 'Een idee',
      checkin: 'Een antwoord',
      question: 'Een vraag',
      proposal: 'Een voorstel',
      commitment: 'Een afspraak',
      closing: 'Een slotzin',
    },
    keptHeading: 'U was hier nog mee bezig',
    resume: 'Schrijf verder',
    dropSure: 'Gooi deze tekst weg? Dat kunt u niet terugdraaien.',
  },
  closed: {
    left: 'Dit schreef u. Het staat nog op deze telefoon.',
    wipeHelp: 'Alles van dit Plein gaat van deze telefoon. Uw ideeën blijven op het Plein, maar u kunt ze niet meer aanpassen.',
    wipeSure: 'Weet u het zeker? Dit kunt u niet terugdraaien.',
    wipeYes: 'Ja, wis alles hier',
    wipeNo: 'Nee, bewaar',
    home: 'Mee naar huis',
    ideas: 'Wat u schreef',
    commitment: 'Wat u afsprak',
    closing: 'Uw slotzin',
    here: 'De opbrengst is er. U kunt haar hier ophalen.',
    save: 'Bewaar',
    print: 'Druk af',
    fileName: 'mijn-plein.html',
    first: 'Hiermee begonnen we',
    last: 'Zo luidt de vraag nu',
    outcome: 'De opbrengst',
    download: 'Haal de opbrengst op',
    notShared: 'De opbrengst komt op deze pagina als de pleincoach die deelt. Open de pagina dan weer op deze telefoon.',
    failed: 'Ophalen lukt nu niet. Probeer het zo nog een keer.',
    until: (date: string) => `Op ${date} wordt alles van dit Plein gewist, en later ook uit reservekopieën.`,
    sealed: 'Het Plein is nu helemaal dicht. Aanpassen kan niet meer. Of een tekst gedeeld is, staat in de opbrengst.',
    unsent: 'Niet meer verstuurd',
    wiped: door.wiped,
  },
}
