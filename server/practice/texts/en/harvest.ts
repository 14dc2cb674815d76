/** What people of the English practice Plein promise, and how they see the question when they go home. */
import type { Line, Promised } from '../script.ts'

export const commitments: Promised[] = [
  {
    from: 'Karin',
    who: 'Karin, municipality',
    text: 'I find out who may hand over the key of the sports hall for Monday and Tuesday, and come and tell it here myself.',
    by: '15 December',
  },
  {
    from: 'Samir',
    who: 'Samir, youth work',
    text: 'Tomorrow I ask to stay in this neighbourhood for three years. I tell you what the answer is.',
    by: 'Friday',
  },
  {
    from: 'Marco',
    who: 'Marco, police',
    text: 'On Monday evenings I walk a round with the youth worker. First of all to learn names.',
    by: 'from next week',
  },
  {
    from: 'Joost',
    who: 'Joost, supermarket',
    text: 'I turn three Saturday jobs into eight. Two boys who work there already help to choose.',
    by: '1 February',
  },
  { from: 'Fatma', who: 'Fatma', text: 'I cook on the first Monday that the hall is open. Who comes eats along.', by: 'first Monday' },
  {
    from: 'Anneke',
    who: 'Anneke, school',
    text: 'When somebody is suspended, a person who knows him calls the same day. I make the list.',
    by: 'before Christmas',
  },
  { from: 'Bilal', who: 'Bilal', text: 'I ask five boys whether they want to be here next time.', by: 'next Plein' },
]

export const closings: Line[] = [
  ['Wim', 'I came in angry. My question now is whether I can stand there myself at ten.'],
  ['Tom', 'I now see the question as one to me: what do I dare to promise?'],
  ['Sandra', 'My fear and their boredom are about the same hour. I had never seen it like that.'],
  ['Bilal', 'For once it was not about what is wrong with us.'],
  ['Peter', 'The question was not about boys, but about how long we keep something up.'],
  ['Gerda', 'Tomorrow I eat with one family.'],
  ['Marco', 'Learning names is police work, too.'],
  ['Ria', 'I am happy to look after the key. I am up anyway.'],
  ['Loes', 'I am going to find out what is allowed.'],
  ['Miriam', 'I take home that I am not the only mother who lies awake.'],
  ['Henk', 'I still think that those men must be arrested. And I shook a boy’s hand.'],
  ['Nadia', 'I want to be able to say how he is in May.'],
]

/** Whatever it is about: they did not choose it, and could go along. */
export const needs = [
  'One steady face who still comes a year from now.',
  'That somebody talks with the parents first, at home, without a file.',
  'When it goes wrong I want to know whom I can call at night.',
  'Start small, in our street, and look after three months whether it helps.',
  'I go along when the boys themselves are at the table.',
  'Agree on what will not happen: no cameras at the community centre.',
  'Something for the younger brothers and sisters, they are left out now.',
  'Money for longer than a year. Otherwise do not begin.',
]

/** For the coaches alone. */
export const confides: Line = ['Aziza', 'I know who arranges this. He lives in my block. I do not dare to say it here.']

/** Whatever the group is about. */
export const otherNames = ['At home and in the street', 'What we can do ourselves', 'Keeping it up together']
