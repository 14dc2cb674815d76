import { longestSentence } from '../../shared/text/plain.ts'

/** The hint under a question that the room is going to read. */
export const plain = {
  heading: 'Kan het gewoner?',
  why: 'De zaal leest dit in één keer, van ver weg. Dit zijn tips; u beslist.',
  long: (count: number) => `Deze zin heeft ${count} woorden. Tot ${longestSentence} woorden leest makkelijk.`,
  shortForm: (said: string) => `“${said}”: niet iedereen weet waar dit voor staat.`,
  official: (said: string, instead: string) => `“${said}”: gewoner is “${instead}”.`,
}
