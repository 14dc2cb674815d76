export type BeginWords = typeof begin

/** What any page may have to say before its own words have come. Both languages come with the page itself. */
export const begin = {
  loading: 'Het Plein wordt geladen.',
  failed: {
    heading: 'Deze pagina bleef steken',
    kept: 'Wat u schreef, blijft bewaard. Laad de pagina opnieuw om verder te gaan.',
    again: 'Laad opnieuw',
  },
  theme: { board: (name: string) => `Dit is een bord van ${name}.`, questions: 'Vragen?' },
  kept: 'Wat bewaren we?',
  codeUnknown: 'Deze code klopt niet. Kijk op het scherm in de zaal en typ de code opnieuw.',
}
