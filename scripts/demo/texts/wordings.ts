/** Dots on wordings, before and after the talk about them: two for each, at most one on each. */
import type { Name } from '../../../server/practice/texts/nl/people.ts'

/** Authors of proposals stand for their proposal; `now` is the question of that moment. */
export type Wording = 'now' | 'Dennis' | 'Joke' | 'Fatma' | 'Yusuf' | 'Peter'

const ballot = (name: Name, ...on: Wording[]): [Name, Wording[]] => [name, on]

export const firstTime: [Name, Wording[]][] = [
  ballot('Fatma', 'Fatma', 'now'),
  ballot('Hassan', 'Dennis', 'Fatma'),
  ballot('Sandra', 'Joke'),
  ballot('Miriam', 'Dennis', 'Peter'),
  ballot('Ricardo', 'Fatma', 'Dennis'),
  ballot('Ria', 'Joke', 'Peter'),
  ballot('Wim', 'Joke'),
  ballot('Joke', 'Joke', 'now'),
  ballot('Aziza', 'now', 'Fatma'),
  ballot('Henk', 'Joke'),
  ballot('Bilal', 'Fatma', 'Yusuf'),
  ballot('Samir', 'now', 'Dennis'),
  ballot('Anneke', 'Dennis', 'now'),
  ballot('Marco', 'Joke', 'Dennis'),
  ballot('Loes', 'Peter', 'now'),
  ballot('Dennis', 'Dennis', 'Fatma'),
  ballot('Gerda', 'now', 'Dennis'),
  ballot('Joost', 'Yusuf', 'Fatma'),
  ballot('Yusuf', 'Yusuf', 'now'),
  ballot('Els', 'Yusuf', 'Dennis'),
  ballot('Karin', 'Peter', 'Joke'),
  ballot('Peter', 'Peter', 'Dennis'),
  ballot('Nadia', 'now', 'Fatma'),
  ballot('Tom', 'Peter', 'now'),
]

/** What Bilal said in between ("u zoekt iemand die belt, ik zocht iemand om het voor te laten") is heard here and nowhere else. */
const movedTo: Partial<Record<Name, Wording[]>> = {
  Hassan: ['Fatma', 'Joke'],
  Miriam: ['Fatma', 'Dennis'],
  Samir: ['Fatma', 'now'],
  Anneke: ['Fatma', 'Dennis'],
  Gerda: ['Fatma', 'now'],
  Loes: ['Fatma', 'Peter'],
  Els: ['Fatma', 'Yusuf'],
  Tom: ['Fatma', 'Peter'],
  Dennis: ['Fatma', 'Dennis'],
  Marco: ['Joke', 'Fatma'],
}
export const secondTime: [Name, Wording[]][] = firstTime.map(([name, on]) => [name, movedTo[name] ?? on])

/** What the proposals have in common, in the words of the room. */
export const proposalGroups: { name: string; from: Name[] }[] = [
  { name: 'Wat hij bij ons kan worden', from: ['Fatma', 'Yusuf'] },
  { name: 'Wie er blijft', from: ['Dennis', 'Peter'] },
]
