/** How the room of the English practice Plein would put the question. */
import type { Line } from '../script.ts'

export const proposals: Line[] = [
  ['Dennis', 'How do we make sure that every boy has somebody who calls when he does not come?'],
  ['Joke', 'How does the evening become everybody’s again, our daughters’ too?'],
  ['Fatma', 'What can we offer a boy of fourteen, so that he does not need fast money to be somebody?'],
  ['Yusuf', 'Where can a boy of fourteen earn something here that he is proud of?'],
  ['Peter', 'What must we adults keep up, so that they need not choose this?'],
]
