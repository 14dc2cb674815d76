/** A short Plein that looks for the question: alone and in silence questions only, and the one that opens most becomes the question. */
import type { Template } from './template.ts'

export const questionBurst: Template = [
  { kind: 'welcome', settings: { minutes: 5 } },
  { kind: 'checkin', settings: { minutes: 5 } },
  {
    kind: 'plenary',
    title: { nl: 'Het dilemma, kort', en: 'The dilemma, briefly' },
    prompt: {
      nl: 'De vraagstukeigenaar vertelt in twee minuten waar die van wakker ligt. Zonder achtergrond.',
      en: 'In two minutes the owner tells what keeps them awake. Without background.',
    },
    settings: { minutes: 2 },
  },
  { kind: 'burst', settings: { minutes: 4 } },
  {
    kind: 'plenary',
    title: { nl: 'Welke vraag opent het meest?', en: 'Which question opens most?' },
    prompt: { nl: 'Welke vraag verraste u? Welke maakt het anders?', en: 'Which question surprised you? Which one changes things?' },
    settings: { minutes: 15 },
  },
  { kind: 'reframe', settings: { minutes: 15 } },
  { kind: 'harvest', settings: { minutes: 10 } },
]
