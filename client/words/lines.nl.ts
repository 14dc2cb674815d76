export type LineWords = typeof lines

export const lines = {
  heading: 'Test de verbinding',
  busy: 'De verbinding wordt getest.',
  ways: {
    page: 'De pagina',
    commands: 'De directe lijn',
    documents: 'De lijn voor het bord',
    detour: 'De omweg',
  },
  found: { yes: 'werkt', no: 'werkt niet', waiting: 'wordt getest' },
  verdict: {
    good: 'De verbinding met het Plein is goed.',
    slow: 'Dit netwerk houdt de directe lijn tegen. Het Plein werkt hier wel, maar iets langzamer.',
    shut: 'Dit netwerk laat de pagina door, maar het Plein niet. Kies een ander wifi-netwerk.',
    away: 'Dit apparaat bereikt de server niet. Kijk of het op het wifi van de zaal zit.',
  },
  again: 'Test opnieuw',
  back: 'Terug',
}
