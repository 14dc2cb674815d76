import type { Script } from '../script.ts'
import { closings, commitments, confides, needs, otherNames } from './harvest.ts'
import { conditions, groups, hidden, loose, type Written } from './ideas.ts'
import { dilemma, perspectives, programme, title } from './matter.ts'
import { facts, people } from './people.ts'
import { proposals } from './proposals.ts'
import { questions } from './questions.ts'

const grouped: Written[] = Object.values(groups).flatMap((group) => group.ideas as Written[])

export const script: Script = {
  title: `Oefen-Plein: ${title}`,
  dilemma,
  perspectives,
  programme,
  people,
  facts,
  // One of them points at a family: hiding is something to practise, too.
  ideas: [...grouped, ...loose, hidden],
  conditions,
  questions,
  proposals,
  commitments,
  closings,
  needs,
  confides,
  otherNames,
  few: ['Sandra', 'Wim', 'Henk', 'Joke', 'Marco', 'Hassan'],
  fewWant: /veilig|grens|grenzen|angst|bang|straf/i,
}
