import type { Script } from '../script.ts'
import { closings, commitments, confides, needs, otherNames } from './harvest.ts'
import { conditions, ideas } from './ideas.ts'
import { dilemma, perspectives, programme, title } from './matter.ts'
import { facts, people } from './people.ts'
import { proposals } from './proposals.ts'
import { questions } from './questions.ts'

export const script: Script = {
  title: `Practice Plein: ${title}`,
  dilemma,
  perspectives,
  programme,
  people,
  facts,
  ideas,
  conditions,
  questions,
  proposals,
  commitments,
  closings,
  needs,
  confides,
  otherNames,
  few: ['Sandra', 'Wim', 'Henk', 'Joke', 'Marco', 'Hassan'],
  fewWant: /safe|limit|fear|afraid|punish/i,
}
