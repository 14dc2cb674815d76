/** A hundred and fifty short contributions about eight matters, for grouping by hand: who reads one knows where it belongs. */
const matters: Record<string, readonly string[]> = {
  Groen: [
    'meer bomen langs de kade',
    'een moestuin voor de straat',
    'schaduw in de zomer',
    'bloembakken die iemand water geeft',
    'gras om op te liggen',
  ],
  Verkeer: [
    'fietsers en wandelaars uit elkaar',
    'geen scooters op de stoep',
    'een zebrapad bij de brug',
    'minder auto’s voor de deur',
    'bussen die ook ’s avonds rijden',
  ],
  Veiligheid: [
    'licht onder het viaduct',
    'iemand die je kent als het donker is',
    'hekken langs het water',
    'niet bang zijn om de tram te nemen',
    'een wijkagent te voet',
  ],
  Wonen: [
    'huizen die een leraar kan betalen',
    'geen toren voor mijn raam',
    'oude buren die mogen blijven',
    'een kamer voor studenten',
    'woningen zonder trappen',
  ],
  Jongeren: [
    'een plek om te hangen zonder gedoe',
    'een basketbalveld met licht',
    'muziek maken na zeven uur',
    'stages bij bedrijven hier',
    'vragen wat zij willen',
  ],
  Geluid: ['stilte na tien uur', 'geen festival elk weekend', 'ramen open kunnen slapen', 'laden en lossen overdag', 'minder sirenes'],
  Winkels: [
    'een bakker die er nog is',
    'een markt op zaterdag',
    'geen lege etalages',
    'koffie voor een gewone prijs',
    'kleine zaken een kans geven',
  ],
  Meepraten: [
    'horen wat er met ons idee gebeurt',
    'brieven die je begrijpt',
    'niet alleen mensen met tijd',
    'eerder vragen, niet achteraf',
    'kinderen ook laten stemmen',
  ],
}
const openings = ['Ik wil', 'Wij missen', 'Wat mij betreft:', 'Voor mijn moeder:']

export const matterNames = Object.keys(matters)

/** In a mixed order that is the same each time; `count` up to 160. */
export const quaysideIdeas = (count: number): { text: string; matter: string }[] => {
  const all = openings.flatMap((opening) =>
    Array.from({ length: 5 }, (_, at) => matterNames.map((matter) => ({ text: `${opening} ${matters[matter]![at]}`, matter }))).flat(),
  )
  // A step that shares no factor with 160 visits each once.
  return Array.from({ length: count }, (_, at) => all[(at * 67) % all.length]!)
}
