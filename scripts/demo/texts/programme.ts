/** The programme of this afternoon: the one that played people practise with, and what it takes to turn a question over four times. */
import { prompts } from '../../../server/practice/texts/nl/matter.ts'
import type { NewPhase } from '../../../shared/domain/programme/phase.ts'

export const asked = {
  burst: 'Alleen vragen. Geen antwoorden, geen mening, geen inleiding. Welke vraag stellen wij hier nooit?',
  wordings: 'In welke vraag herkent u zich? U hebt twee stippen.',
  again: 'Na het gesprek nog één keer: in welke vraag herkent u zich nu?',
  write: 'De vraagstukeigenaar schrijft, u leest mee. Raakt het, of klopt het niet?',
} as const

export const programme: NewPhase[] = [
  { kind: 'welcome', settings: { prompt: prompts.welcome, minutes: 10 } },
  { kind: 'checkin', settings: { prompt: prompts.checkin, minutes: 10 } },
  { kind: 'ideas', settings: { prompt: prompts.ideas, minutes: 15, hidden: true, whoPosts: ['participant', 'owner'] } },
  { kind: 'burst', settings: { prompt: asked.burst, minutes: 4 } },
  { kind: 'cluster', settings: { prompt: prompts.cluster, minutes: 20 } },
  { kind: 'vote', settings: { prompt: prompts.vote, minutes: 8, over: 'clusters', dots: 4, maximum: 2 } },
  { kind: 'plenary', settings: { prompt: prompts.plenary, minutes: 20 } },
  { kind: 'reframe', settings: { prompt: prompts.reframe, minutes: 15 } },
  {
    kind: 'vote',
    title: 'Welke vraag is van ons?',
    settings: { prompt: asked.wordings, minutes: 15, over: 'framings', dots: 2, maximum: 1 },
  },
  { kind: 'write', settings: { prompt: asked.write, minutes: 10 } },
  { kind: 'harvest', settings: { prompt: prompts.harvest, minutes: 15 } },
]
