import { plural } from './plural.ts'

const count = plural('nl')
export type DayAfterWords = typeof dayAfter

/** Writing the blog of the day after, for the owner and for a coach who writes along. */
export const dayAfter = {
  heading: 'Schrijf het eerlijke verhaal',
  help: 'Vertel hoe het echt ging. Kort mag, en het hoeft niet mooi te zijn.',
  questions: ['Hoe is het echt gegaan?', 'Waar liep u tegenaan?', 'Wat hebt u geleerd?'],
  skeleton: ['Hoe is het echt gegaan?', 'Waar liep ik tegenaan?', 'Wat heb ik geleerd?'],
  begin: 'Begin met drie vragen',
  label: 'Uw blog',
  labelCoach: 'De blog van de vraagstukeigenaar',
  signs:
    'Een eerste regel die begint met # is de titel. Een regel die begint met ## is een kop. Regels die beginnen met > zijn een citaat. Een lege regel begint een nieuw stuk.',
  saved: 'Bewaard',
  saving: 'Wordt bewaard',
  away: 'Geen verbinding. Wat u typt, blijft hier staan.',
  loading: 'Uw blog wordt opgehaald.',
  failed: 'De server is nu niet te bereiken. Probeer het zo nog een keer.',
  kit: {
    heading: 'Zet iets in uw verhaal',
    help: 'Het komt onder het stuk waar u het laatst schreef.',
    put: 'Zet erin',
    putThis: (what: string) => `Zet erin: ${what}`,
    done: (what: string) => `Staat erin: ${what}`,
    chain: 'Hoe de vraag veranderde',
    chainHelp: 'Alle vragen op een rij, met waar ze vandaan kwamen. Op de pagina staan ze er vanzelf.',
    moments: (n: number) => count(n, 'moment', 'momenten'),
    quotes: (n: number) => `Wat de zaal deelde (${n})`,
    find: 'Zoek in wat de zaal deelde',
    found: (n: number) => `${count(n, 'tekst', 'teksten')} gevonden`,
    more: 'Er zijn er meer. Zoek op een woord.',
    none: 'De zaal heeft niets gedeeld.',
  },
  strange: (n: number): string =>
    n === 1
      ? 'Dit citaat mag de zaal niet zien, of niet meer. Haal het eruit:'
      : 'Deze citaten mag de zaal niet zien, of niet meer. Haal ze eruit:',
  together: {
    alone: 'U schrijft alleen. De pleincoach ziet dit niet.',
    both: 'De pleincoach schrijft mee.',
    coach: 'De vraagstukeigenaar laat u meeschrijven. Alleen de vraagstukeigenaar publiceert.',
    share: 'Laat de pleincoach meeschrijven',
    stop: 'Schrijf weer alleen',
  },
  look: 'Lees na en publiceer',
  again: 'Lees na en publiceer opnieuw',
  why: {
    empty: 'Schrijf eerst iets op.',
    tooLong: 'De blog is te lang om te publiceren, of er staan meer dan 50 citaten in.',
    strange: 'Haal eerst het citaat eruit dat de zaal niet mag zien.',
    saving: 'Wacht tot alles bewaard is.',
    notYet: 'Dit kan een minuut nadat het Plein gesloten is.',
  },
  preview: {
    heading: 'Zo komt uw verhaal op een pagina',
    everybody: 'Iedereen met het adres kan de pagina lezen. Wie iets op het Plein schreef, staat er niet bij.',
    publish: 'Publiceer',
    close: 'Schrijf verder',
    chain: 'Hier komt hoe de vraag veranderde, met de woorden die weg en nieuw zijn.',
  },
  published: {
    at: (date: string, time: string) => `Uw blog staat er sinds ${date}, ${time}:`,
    changed: 'U schreef daarna verder. Dat staat nog niet op de pagina.',
    takeBack: 'Haal de pagina weg',
    gone: 'De pagina is weg. Uw tekst staat hier nog.',
  },
  keep: 'Bewaar zelf',
  files: { html: 'Pagina (HTML)', md: 'Tekst (Markdown)' },
  until: (date: string) => `Op ${date} gaat ook de blog weg, met alles van dit Plein. Bewaar hem als u hem langer wilt houden.`,
  reminder: {
    heading: 'Een herinnering, de ochtend erna',
    ask: 'Eén mail, om half negen: schrijf vandaag uw blog. Daarna wissen wij uw adres.',
    address: 'Uw mailadres',
    send: 'Stuur mij die mail',
    wrong: 'Dit is geen mailadres.',
    waiting: 'De mail komt de ochtend na het Plein.',
    waitingAt: (date: string, time: string) => `De mail komt op ${date}, ${time}.`,
    drop: 'Toch geen mail',
    refused: 'De mail is nog niet verstuurd. De server probeert het opnieuw, drie dagen lang.',
    sent: 'De herinnering is verstuurd. Uw adres is gewist.',
    unsure: 'Misschien is de herinnering niet aangekomen. Uw adres is gewist.',
    failed: 'De herinnering kon niet worden verstuurd. Uw adres is gewist.',
    noMail: 'Deze server verstuurt geen mail. U kunt de tekst zelf sturen.',
    coach: {
      none: 'De vraagstukeigenaar vroeg nog niet om een herinnering. Dat kan op de eigen pagina.',
      waiting: 'De vraagstukeigenaar krijgt de ochtend erna een mail.',
      refused: 'De herinnering is nog niet verstuurd: de mailserver nam hem niet aan. U kunt de tekst zelf sturen.',
      sent: 'De vraagstukeigenaar kreeg de herinnering.',
      lost: 'De herinnering aan de vraagstukeigenaar kwam misschien niet aan. U kunt de tekst zelf sturen.',
      noMail: 'Deze server verstuurt geen mail. Stuur de vraagstukeigenaar de ochtend erna zelf deze tekst.',
    },
    text: 'De tekst van de herinnering',
    program: 'Open in uw mailprogramma',
  },
}
