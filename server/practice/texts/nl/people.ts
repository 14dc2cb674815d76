/** Who is in the room. Names stay in this file: no phone ever sends one. */
export const people = {
  Fatma: 'ouder',
  Hassan: 'ouder',
  Sandra: 'ouder',
  Miriam: 'ouder',
  Ricardo: 'ouder',
  Ria: 'bewoner',
  Wim: 'bewoner',
  Joke: 'bewoner',
  Aziza: 'bewoner',
  Henk: 'bewoner',
  Bilal: 'jongere',
  Samir: 'school, zorg of politie',
  Anneke: 'school, zorg of politie',
  Marco: 'school, zorg of politie',
  Loes: 'school, zorg of politie',
  Dennis: 'school, zorg of politie',
  Gerda: 'school, zorg of politie',
  Joost: 'ondernemer',
  Yusuf: 'ondernemer',
  Els: 'ondernemer',
  Karin: 'gemeente',
  Peter: 'gemeente',
  Nadia: 'gemeente',
  Tom: 'gemeente',
} as const

export type Name = keyof typeof people
/** Ria has no phone with her: the coach enters what she writes on paper. */
export const onPaper: Name = 'Ria'

export const facts: [Name, string][] = [
  ['Anneke', 'In mijn klas van 26 zitten er vier die al eens iets hebben weggebracht.'],
  ['Fatma', 'Mijn zoon is vijftien en loopt niet meer over het plein.'],
  ['Marco', 'Ik heb vorig jaar elf jongens onder de vijftien aangehouden. Negen had ik nooit eerder gezien.'],
  ['Peter', 'Het jongerenwerk is in zes jaar drie keer opnieuw aanbesteed.'],
  ['Wim', 'Ik woon hier 31 jaar en ken in mijn portiek nog twee namen.'],
  ['Bilal', 'Ik kreeg op mijn veertiende vijftig euro om op de uitkijk te staan.'],
  ['Gerda', 'De wachttijd voor hulp aan een gezin is nu zeven maanden.'],
  ['Joost', 'Bij mij werken drie jongens op zaterdag. Er stonden er dertig op de lijst.'],
  ['Samir', 'Het buurthuis is op vier van de zeven avonden dicht.'],
  ['Joke', 'Na de explosie stonden er honderd mensen op straat. Daarna is er één bijeenkomst geweest.'],
  ['Ricardo', 'Mijn broer zit vast. Zijn zoon is nu dertien.'],
  ['Miriam', 'Ik heb vier kinderen. Met drie gaat het goed. Daar vraagt nooit iemand naar.'],
  ['Ria', 'Er is hier sinds de sluiting van de bibliotheek geen plek meer waar je niets hoeft te kopen.'],
  ['Nadia', 'Vorig jaar gaven wij 1,2 miljoen uit aan jeugd in deze wijk. Ik kan niet zeggen wat het opleverde.'],
]
