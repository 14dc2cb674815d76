/** The Plein of half a day, some three and a half hours with a break. */
import type { Template } from './template.ts'

export const halfDay: Template = [
  { kind: 'welcome', settings: { minutes: 15 } },
  { kind: 'checkin', settings: { minutes: 15 } },
  {
    kind: 'plenary',
    title: { nl: 'Het dilemma', en: 'The dilemma' },
    prompt: { nl: 'De vraagstukeigenaar vertelt. Luister: wat hoort u?', en: 'The owner of the question tells. Listen: what do you hear?' },
    settings: { minutes: 20 },
  },
  {
    kind: 'ideas',
    title: { nl: 'Wat speelt hier?', en: 'What is going on here?' },
    prompt: {
      nl: 'Wat speelt hier volgens u? Schrijf één gedachte per keer.',
      en: 'What is going on here, do you think? Write one thought at a time.',
    },
    settings: { minutes: 10 },
  },
  { kind: 'cluster', settings: { minutes: 20 } },
  {
    kind: 'reframe',
    title: { nl: 'De vraag onder de vraag', en: 'The question under the question' },
    settings: { minutes: 20 },
  },
  { kind: 'pause', settings: { minutes: 15 } },
  {
    kind: 'ideas',
    title: { nl: 'Wat zou helpen?', en: 'What would help?' },
    prompt: {
      nl: 'Wat zou helpen bij deze vraag? Schrijf één idee per keer.',
      en: 'What would help with this question? Write one idea at a time.',
    },
    settings: { minutes: 15 },
  },
  { kind: 'cluster', settings: { minutes: 15 } },
  { kind: 'vote', settings: { minutes: 5 } },
  { kind: 'plenary', title: { nl: 'Gesprek over de stippen', en: 'Talking about the dots' }, settings: { minutes: 20 } },
  { kind: 'reframe', title: { nl: 'De vraag van nu', en: 'The question now' }, settings: { minutes: 10 } },
  { kind: 'write', settings: { minutes: 10 } },
  { kind: 'harvest', settings: { minutes: 20 } },
]
