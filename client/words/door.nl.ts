export type DoorWords = typeof door

/** At the door of a Plein. */
export const door = {
  join: {
    heading: 'Doe mee met het Plein',
    ticket: 'U heeft de code van het scherm gescand. Eén druk op de knop en u bent binnen.',
    go: 'Doe mee',
    code: 'Code van het scherm',
    codeHelp: 'Zeven tekens in twee groepen. Hoofdletters en spaties maken niet uit.',
    asks: 'Geen account en geen naam nodig. Meedoen kost minder dan 1 MB.',
    known: 'U deed hier al mee',
    knownOne: 'Ga verder waar u was',
    empty: 'Typ eerst de code die op het scherm staat.',
    incomplete: (n: number) => `De code heeft zeven tekens. U heeft er ${n}.`,
    busy: 'U wordt binnengelaten.',
    again: 'Probeer het nog een keer',
    typeCode: 'Typ de code van het scherm',
    inLine: {
      heading: 'U staat even in de rij',
      help: 'Veel mensen komen nu tegelijk binnen. Uw telefoon probeert het vanzelf opnieuw. U hoeft niets te doen.',
      leave: 'Stop met wachten',
    },
    waiting: {
      heading: 'U wacht bij de deur',
      help: 'De pleincoach kiest wie er binnenkomt. Na een ja gaat deze pagina vanzelf verder.',
      leave: 'Stop met wachten',
    },
    /** Why the door does not open: what is going on, and what to do. */
    stops: {
      unreachable: {
        heading: 'Geen verbinding met het Plein',
        help: 'Zit uw telefoon op het wifi-netwerk van de zaal? Vraag de pleincoach hoe het heet. Probeer het daarna nog een keer.',
      },
      locked: {
        heading: 'De deur is dicht',
        help: 'De pleincoach laat nu niemand meer binnen. Vraag de pleincoach om de deur open te doen.',
      },
      refused: {
        heading: 'De pleincoach heeft nee gezegd',
        help: 'Vraag in de zaal waarom. Daarna kunt u het nog een keer proberen.',
      },
      closed: {
        heading: 'Dit Plein is afgelopen',
        help: 'Meedoen kan niet meer. Was u erbij? Open deze pagina dan op de telefoon waarmee u meedeed. Wat u schreef, staat daar nog.',
      },
      old: {
        heading: 'Deze QR-code werkt niet meer',
        help: 'Is het Plein nog bezig? Scan dan de code op het scherm, of typ die hieronder. Is het al langer voorbij? Dan is alles gewist.',
      },
      busy: {
        heading: 'Het is druk bij de deur',
        help: 'Wacht een paar tellen en probeer het nog een keer. Blijft het zo? Zeg het de pleincoach.',
      },
    },
  },
  wiped: 'Gewist van deze telefoon. Alleen de geschiedenis van uw browser kent het adres nog.',
}
