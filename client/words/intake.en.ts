import type { IntakeAuthor, IntakeCircle, IntakeQuestion } from '../../shared/domain/intake/talk.ts'
import type { intake as nl } from './intake.nl.ts'
import { clockTime, longDate, plural } from './plural.ts'

const count = plural('en')
const circles: Record<IntakeCircle, string> = { own: 'Only you', coaches: 'With the coaches', room: 'For the room' }
const before: Record<IntakeCircle, string> = { own: 'for the owner alone', coaches: 'for the owner and the coaches', room: 'for the room' }
const authors: Record<IntakeAuthor, string> = { owner: 'the owner', coach: 'the coach' }
const questions: Record<IntakeQuestion, { ask: string; help: string }> = {
  awake: { ask: 'What keeps you awake?', help: 'Begin with what troubles you. It need not be a good question yet.' },
  now: { ask: 'Why now?', help: 'What happened? What happens if you do nothing?' },
  whom: { ask: 'Who is it a problem for?', help: 'And for whom not? Who is better off with it?' },
  tried: { ask: 'What did you try already?', help: 'What came of it? Why was it not enough?' },
  afraid: { ask: 'What are you afraid to hear?', help: 'What should the room above all not say? There is often something there.' },
  under: { ask: 'What lies under it?', help: 'Read back what stands here. What is this really about?' },
  deeper: { ask: 'And what lies under that?', help: 'Usually there is another question underneath. How does it sound as a question?' },
}

export const intake: typeof nl = {
  heading: 'Intake',
  reread: 'Read the intake',
  intro: {
    owner:
      'A talk with the coach, before the Plein. You write together, each on a device of your own. With each answer you choose who reads it.',
    coach:
      'A talk with the owner, before the Plein. You write together, each on a device of your own. What the owner writes for nobody else you do not see.',
  },
  where: (at, all) => `Question ${at} of ${all}`,
  questions,
  steps: 'Questions of the intake',
  stepLabel: (at, ask, answered) => `Question ${at}: ${ask}${answered ? ' Answered.' : ''}`,
  previous: 'Previous question',
  next: 'Next question',
  circles,
  coachCircles: { own: '', coaches: 'With the owner', room: 'For the room' },
  circleHelp: {
    own: 'No coach reads this, and no organiser. The server keeps it locked; the key stands on this device only. On another device you do not see it. When the Plein is closed for good, it is gone.',
    coaches: 'You and the coaches read and write this. It stays until the Plein is deleted.',
    room: 'You and the coaches write this. The room sees it only once it comes into the question or the welcome.',
  },
  coachCircleHelp: {
    own: '',
    coaches: 'The owner and the coaches read and write this. It stays until the Plein is deleted.',
    room: 'The owner and the coaches write this. The room sees it only once it comes into the question or the welcome.',
  },
  answerOf: { owner: 'Answer of the owner', coach: 'Note of the coach' },
  mine: 'Your answer',
  myNote: 'Your note',
  add: { own: 'Write something that only you read', coaches: 'Write with the coaches', room: 'Write something for the room' },
  addNote: { coaches: 'Write a note that the owner reads too', room: 'Write a note for the room' },
  state: {
    loading: 'The text is being fetched.',
    away: 'No connection. Go on writing: your text waits on this device.',
    saving: 'Being saved.',
    saved: 'Saved.',
    readOnly: 'The Plein is closed. You can still read.',
    underWay: 'This answer is being shared. You can write again when that is done.',
  },
  writing: (by) => `${by === 'owner' ? 'The owner' : 'The coach'} is writing here too.`,
  caret: { owner: 'Owner', coach: 'Coach' },
  elsewhere: (by, question) => `${by === 'owner' ? 'The owner' : 'The coach'} is at: ${question}`,
  goThere: 'Go there too',
  widen: {
    to: { own: '', coaches: 'Share with the coaches', room: 'Share with the room' },
    sure: 'Share this answer further?',
    coaches: 'All coaches of this Plein will read this, now and later. It cannot be taken back: what was read was read.',
    room: 'This goes to what the room may hear. The owner and the coaches read it now. The room sees it once it comes into the question or the welcome. It cannot be taken back.',
    told: 'The other one is told.',
    words: 'This goes along, word for word:',
    yes: 'Yes, share this',
    no: 'No, leave it',
    unsaved: 'Wait until the text is saved.',
    empty: 'There is nothing here yet.',
    tooLong: (most) => `Up to ${count(most, 'character', 'characters')} can be shared.`,
    underWay: 'Your yes is on its way. It can no longer be taken back.',
  },
  seen: 'Seen',
  cameFrom: (by, from, at) =>
    `Put here by ${authors[by]} on ${longDate('en')(at)} at ${clockTime('en')(at)}. Before, it was ${before[from]}.`,
  notice: (by, circle, question) =>
    `Intake: ${authors[by]} shared an answer further (${circles[circle].toLowerCase()}). The question was: ${question}`,
  step: {
    heading: 'From the first question to the one underneath',
    help: 'A step comes into the chain of the question. Everybody who is in sees it.',
    first: 'As it came in',
    from: 'From the intake',
    keep: 'Keep this as a step in the chain',
    coach: 'The coach can keep this as a step in the chain.',
    over: 'The Plein has begun: the question changes in the room now.',
    same: 'That is the question already.',
    tooLong: (most) => `A question is at most ${count(most, 'character', 'characters')}.`,
  },
  welcome: {
    use: 'Put this with the welcome',
    none: 'There is no welcome in the programme.',
    done: 'It stands with the welcome.',
    tooLong: (most) => `The welcome holds at most ${count(most, 'character', 'characters')}.`,
  },
}
