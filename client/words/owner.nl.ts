import { plural } from './plural.ts'

const count = plural('nl')
export type OwnerWords = typeof owner

export const owner = {
  title: 'Uw vraagstuk',
  claim: {
    heading: 'Pagina van de vraagstukeigenaar',
    busy: 'Uw link wordt nagekeken.',
    open: 'Open de link die u van de organisator kreeg. Die link is alleen voor u.',
    failed: 'De server is nu niet te bereiken. Open de link zo nog een keer.',
    known: 'Op dit apparaat bent u al bekend',
    knownOne: 'Ga naar uw vraagstuk',
  },
  stage: {
    prepared: 'Het Plein is nog niet begonnen. U kunt de vraag alvast scherper maken.',
    open: 'Het Plein is bezig.',
    closed: 'Het Plein is afgelopen.',
    deleted: 'Het Plein is gewist.',
  },
  phase: (name: string) => `Nu: ${name}`,
  present: (n: number) => `${count(n, 'persoon is', 'mensen zijn')} er nu.`,
  draft: {
    heading: 'De vraag, samen geschreven',
    help: 'U en de pleincoach schrijven hier samen. De zaal ziet dit niet.',
    label: 'Klad van de vraag',
    saved: 'Bewaard',
    saving: 'Wordt bewaard',
    away: 'Geen verbinding. Wat u typt, blijft hier staan.',
    loading: 'Het klad wordt opgehaald.',
    take: 'Zet de vraag van nu hier neer',
    preview: 'Zo wordt de vraag',
    adopt: 'Verander de vraag',
    sure: 'Iedereen ziet dit meteen.',
    coach: 'De pleincoach neemt dit klad over als nieuwe vraag.',
    empty: 'Schrijf eerst een vraag op.',
    same: 'Dit is al de vraag.',
    tooLong: 'De vraag is te lang.',
    adopted: 'De vraag is veranderd.',
    undo: 'Draai terug',
    undone: 'De vorige vraag staat er weer.',
    proposals: (n: number) => `Voorstellen uit de zaal (${n})`,
    use: 'Neem over in het klad',
    takeThis: (text: string) => `Neem over in het klad: ${text}`,
    fromProposal: 'Deze tekst komt uit een voorstel van de zaal.',
    forget: 'Nee, van ons zelf',
    sources: (n: number) => (n === 0 ? 'Waar komt deze vraag vandaan?' : `Waar komt deze vraag vandaan? (${n} gekozen)`),
    groups: 'Groepen',
    ideas: 'Ideeën',
  },
  writing: {
    heading: 'U schrijft mee',
    help: 'Uw bijdrage gaat dezelfde weg als die van de zaal: zonder naam.',
  },
  board: { heading: 'Het bord', results: 'Uitslagen' },
  outcome: {
    heading: 'De opbrengst',
    help: 'Alles wat het Plein oplevert, om te bewaren en verder te gebruiken.',
    formats: { html: 'Leesbare pagina (HTML)', md: 'Tekst (Markdown)', csv: 'Tabel (CSV)', json: 'Gegevens (JSON)' },
    failed: 'Ophalen lukt nu niet. Probeer het zo nog een keer.',
    until: (date: string) => `Op ${date} wordt alles van dit Plein gewist. Haal de opbrengst voor die dag op.`,
  },
}
