import { longestSentence } from '../../shared/text/plain.ts'
import type { plain as nl } from './plain.nl.ts'

export const plain: typeof nl = {
  heading: 'Can it be plainer?',
  why: 'The room reads this once, from far away. These are hints; you decide.',
  long: (count) => `This sentence has ${count} words. Up to ${longestSentence} words are easy to read.`,
  shortForm: (said) => `“${said}”: not everybody knows what it stands for.`,
  official: (said, instead) => `“${said}”: plainer is “${instead}”.`,
}
