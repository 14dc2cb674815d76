import { plural } from './plural.ts'

const count = plural('nl')
export type SharedLater = typeof sharedLater

/** What several pages say, but none of them at first. */
export const sharedLater = {
  leave: {
    go: 'Stop op dit apparaat',
    sure: 'Dit apparaat kan dan niet meer bij dit Plein. Wat u hier nog niet stuurde, gaat weg. Met uw link komt u weer binnen.',
    yes: 'Ja, stop hier',
    no: 'Nee, blijf',
    failed: 'Dit lukte niet. Kijk of er verbinding is en probeer het nog een keer.',
  },
  shade: { label: 'Licht of donker', light: 'Licht', dark: 'Donker', device: 'Zoals het apparaat' },
  earlier: {
    heading: 'Eerdere versies',
    none: 'Er is nog geen eerdere versie. Er komt er een bij als u even niet schrijft, of als er veel tekst weggaat.',
    left: 'Deze tekst staat nog alleen op dit apparaat. Zet u hem terug? Dan komt hij in plaats van wat er nu staat.',
    drop: 'Gooi weg',
    before: 'eerder',
    on: (date: string, time: string) => `${date}, ${time}`,
    restore: 'Zet terug',
    restoreThis: (time: string, words: string) => `Zet de tekst van ${time} terug: ${words}`,
    restored: (time: string) => `De tekst van ${time} staat er weer.`,
    undo: 'Toch niet',
    length: (n: number) => count(n, 'teken', 'tekens'),
  },
  board: {
    none: 'Er zijn nog geen ideeën gedeeld.',
    loose: 'Nog los',
    group: (name: string, n: number) => `${name}\u00a0(${n})`,
    questions: (n: number) => `Vragen uit de zaal (${n})`,
    proposals: (n: number) => `Voorstellen uit de zaal (${n})`,
  },
  result: {
    caption: (ballots: number, paper: number, voters: number) =>
      `${count(ballots, 'stembiljet', 'stembiljetten')}${paper > 0 ? ` (${paper} op papier)` : ''}, ${count(voters, 'persoon gaf', 'mensen gaven')} stippen`,
    item: 'Onderdeel',
    dots: 'Stippen',
    voters: 'Mensen',
    spread: 'Spreiding',
    spreadOf: (people: number, dots: number) => `${people} × ${count(dots, 'stip', 'stippen')}`,
    strongMinority: 'Voor een kleine groep telt dit zwaar.',
    divided: 'Hier lopen de meningen uiteen.',
    needed: (answers: number) => `Nodig om mee te gaan (${count(answers, 'antwoord', 'antwoorden')})`,
    merged: 'Samengevoegd met een andere groep',
    heldBack: {
      ballots: 'Minder dan drie stembiljetten: we tonen geen uitslag. Anders is te zien wie wat koos.',
      phones: 'Minder dan drie mensen stemden met een telefoon: we tonen geen uitslag. Anders is te zien wie wat koos.',
    },
    perspectives: 'Naar “Ik ben hier als …”',
    signal: 'Een signaal voor het gesprek, geen besluit.',
    earlier: 'Eerdere stemrondes',
    again: (before: number) =>
      `Over hetzelfde is nog een keer gestemd. De eerste keer waren er ${count(before, 'stembiljet', 'stembiljetten')}: dat is de dunne balk.`,
    was: (dots: number, people: number) => `Eerst ${count(dots, 'stip', 'stippen')} van ${count(people, 'persoon', 'mensen')}`,
    moved: { more: 'meer', less: 'minder', other: 'anders verdeeld', steady: 'ongeveer gelijk', same: 'gelijk' },
    movedHelp: '“Ongeveer gelijk” staat er ook als maar een of twee mensen iets anders kozen.',
  },
  staged: {
    resonance: (touches: number, off: number) => `raakt: ${touches}, klopt niet: ${off}`,
    few: 'Vanaf drie mensen ziet u hier of het raakt.',
    heading: 'Schrijven voor de zaal',
    label: 'De vraag die u voor de zaal schrijft',
    seen: 'De zaal ziet elke letter meteen, op het scherm en op de telefoons.',
    rests: 'Dit schreef u voor de zaal. Het blijft staan, ook als er nu iets anders aan de hand is.',
    begin: 'Begin met de vraag van nu',
    fromDraft: 'Begin met de tekst uit het klad',
    loading: 'De tekst wordt opgehaald.',
    away: 'Geen verbinding. Wat u typt, blijft hier staan.',
    saving: 'Onderweg naar de zaal',
    saved: 'De zaal kan het lezen',
    from: 'Geschreven voor de zaal',
  },
  burst: {
    catalyst: 'Werd de vraag',
    ask: 'Hoe voelt de vraag nu voor u?',
    askAgain: 'En hoe voelt de vraag nu?',
    who: 'De zaal ziet aantallen, vanaf drie mensen. Niemand ziet wie.',
    heading: 'Hoe de vraag voelde',
    when: { before: 'Vooraf', after: 'Achteraf' },
    feelings: { heavy: 'Zwaar', neutral: 'Neutraal', light: 'Licht' },
    line: (when: string, heavy: number, neutral: number, light: number) => `${when}: ${heavy} zwaar, ${neutral} neutraal, ${light} licht.`,
    few: (when: string) => `${when}: minder dan drie mensen. Dat blijft dicht.`,
    show: 'Toon hoe de vraag voelde',
  },
  lastWord: 'De vraagstukeigenaar neemt mee',
  chain: {
    first: 'De vraag waarmee we begonnen',
    now: 'Zo staat de vraag er nu',
    later: 'Daarna werd het',
    same: 'De vraag is nog niet veranderd.',
    from: 'Dit werd gezegd:',
    touched: 'raakte de vraagstukeigenaar',
    round: (n: number) => `Stemronde ${n}`,
    sourcesGone: (n: number) =>
      n === 1
        ? 'Een bron die u koos, staat niet meer op het bord. Die gaat niet mee.'
        : `${n} bronnen die u koos, staan niet meer op het bord. Die gaan niet mee.`,
    proposalGone:
      'Het voorstel of de vraag waar deze woorden uit komen, staat niet meer op het bord. Gebruikt u ze, dan zijn het uw eigen woorden.',
    forms: {
      presented: 'Zoals de vraag binnenkwam',
      intake: 'Uit de intake',
      prepared: 'Bij de voorbereiding',
      proposal: 'Voorstel uit de zaal',
      room: 'Geschreven voor de zaal',
      burst: 'Uit de vragenregen',
      rewritten: 'Tijdens het Plein',
    },
    arose: (form: string, by: string, said: string | null) => `${form}${said === null ? '' : ` (${said})`}. Verwoord door ${by}`,
  },
}
