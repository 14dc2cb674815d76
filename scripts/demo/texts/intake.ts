/** What owner and coach wrote down a week before, and in which circle each line stands. */
import type { IntakeCircle, Line } from '../../../shared/domain/intake/talk.ts'

export const talk: (Line & { circle: Exclude<IntakeCircle, 'own'>; words: string })[] = [
  {
    question: 'awake',
    by: 'owner',
    circle: 'coaches',
    words:
      'Vorige maand bracht een jongen van dertien een pakketje weg en kwam een ander terug. Zijn moeder belde mij, omdat ze mijn nummer nog had.',
  },
  {
    question: 'now',
    by: 'owner',
    circle: 'coaches',
    words: 'Omdat ze elk jaar jonger zijn, en omdat ik in mei weer een plan moet inleveren.',
  },
  {
    question: 'tried',
    by: 'owner',
    circle: 'coaches',
    words: 'Drie plannen, zeven jongerenwerkers, een camera. Ik heb ze alle drie verdedigd.',
  },
  { question: 'afraid', by: 'owner', circle: 'coaches', words: 'Dat iemand zegt: u was er nooit om tien uur.' },
  {
    question: 'under',
    by: 'coach',
    circle: 'coaches',
    words: 'Je zegt steeds “weghouden”. Waarvan houden we ze weg, en waar gaan ze dan heen?',
  },
]

/** The step of the talk that may be heard by the room: an answer of the owner, word for word. */
export const step = {
  question: 'under',
  by: 'owner',
  words: 'Waarom kiest een jongen van veertien voor mensen die hem gebruiken, en niet voor ons?',
} as const
