import { door } from './door.en.ts'
import type { PhoneLater } from './phoneLater.nl.ts'
import { plural } from './plural.ts'

const count = plural('en')

/** What the later pages of a phone say. */
export const phoneLater: PhoneLater = {
  asked: {
    heading: 'What do you need to go along?',
    everybody: 'This question is on every phone now. It is for whoever gave this no dots.',
    ended: 'The coach has ended this question.',
    gone: 'is no longer on the board',
    open: 'See whether the question is for you',
    notYou: 'You gave this dots. There is nothing you need to do.',
    noBallot:
      'There is no ballot of yours on this phone. There is nothing you need to do. Did you vote on paper? Give your answer to the coach.',
    label: 'What do you need to go along with this after all?',
    sees: 'The coach reads this only when there are three answers. If there are fewer, nobody reads it.',
    send: 'Send',
    back: 'You took your answer back.',
  },
  join: door.join,
  look: {
    page: (page, pages) => `Page ${page} of ${pages}.`,
    row: (dots, people) => `${count(dots, 'dot', 'dots')} from ${count(people, 'person', 'people')}`,
    was: (text) => `Before: ${text}`,
    now: (text) => `Now: ${text}`,
    title: (it) => {
      switch (it.what) {
        case 'dark':
          return 'The screen is black for a moment.'
        case 'lobby':
        case 'join':
          return 'The screen says how to join.'
        case 'writing':
          return it.silent ? 'Everybody writes in silence. Nothing is shared yet.' : 'Nothing is shared yet.'
        case 'cards':
          return `${count(it.total, 'text', 'texts')} from the room.`
        case 'moods':
          return 'How the question felt, before and after.'
        case 'groups':
          return `${count(it.groups, 'group', 'groups')} with ${it.as === 'idea' ? count(it.ideas, 'idea', 'ideas') : count(it.ideas, 'proposal', 'proposals')} together.`
        case 'idea':
          return it.group === null ? 'One idea.' : `One idea from the group ‘${it.group}’.`
        case 'cluster':
          return `The group ‘${it.name}’, with ${it.as === 'idea' ? count(it.total, 'idea', 'ideas') : count(it.total, 'proposal', 'proposals')}.`
        case 'waiting':
          return it.kind === 'cluster' ? 'Nothing is shared yet.' : 'The vote opens soon.'
        case 'ballot':
          return it.status === 'open' ? 'The dots go on these.' : 'The vote is closed.'
        case 'result':
          return 'This came out of the dots.'
        case 'conditions':
          return `Needed to go along with ${it.heading?.text ?? ''}`
        case 'reframe':
          return it.was === null ? 'The question now.' : 'The question, before and now.'
        case 'stage':
          return 'The question is being written on the screen.'
        case 'story':
          return 'How the question changed.'
        case 'word':
          return 'The last word of the owner of the question.'
        case 'harvest':
          return it.as === null ? 'Nothing is shared yet.' : it.as === 'commitment' ? 'Commitments.' : 'Closing sentences.'
        case 'plenary':
          return 'The screen shows the question only.'
        case 'pause':
          return 'The screen says: break.'
        case 'closed':
          return 'The screen says that the Plein has ended.'
      }
    },
  },
  tooLate: {
    said: 'Your last choice came too late: the round was already closed. Those dots do not count. Did you give dots before? Those do count.',
    seen: 'Seen',
  },
  pulse: {
    ask: 'How is it for you now?',
    calm: 'I can follow',
    tense: 'This is tense',
    leaving: 'I am dropping out',
    unsaid: 'I want to say something difficult',
    who: 'Only the coaches see how many people choose this, from five on. Nobody sees who.',
    back: 'Tap it again to take it back.',
    card: 'At ‘This must be said’ you can also write it down, for the coaches alone.',
  },
  promise: {
    help: 'Say when you do something, and what. For example: if I am at work on Monday, then I call the caretaker.',
    when: 'If …',
    act: 'then …',
    begins: { when: 'If', act: 'then' },
    sentence: 'Your commitment becomes:',
    who: 'Who does it? (may stay empty)',
    day: 'On which day is it done? (may stay empty)',
    shared: 'This is on the board already. You can take a name or day away, not change it. Another one? Withdraw this and write it again.',
    takeAway: (what) => `Take away: ${what}`,
    closing: 'I now see the question as',
    begin: (start: string) => `Begin with: ${start} …`,
  },
  staged: {
    ask: 'Does it touch you, as it stands now?',
    touches: 'Touches',
    off: 'Not right',
    who: 'Counts only, from three people on. Nobody sees who.',
    heading: 'This is being written now',
    none: 'There is nothing here yet.',
    aloud: 'what is being written',
  },
  wording: {
    now: 'This is the question of now.',
    differs: 'What differs from now?',
    wholly: 'This question says it quite differently from the one of now.',
  },
  perspective: {
    heading: 'I am here as …',
    help: 'This only comes back in a total of three or more people.',
    none: 'I would rather not say',
    chosen: (name) => `You are here as: ${name}.`,
  },
  place: {
    heading: 'Which group does your idea belong to?',
    none: 'None of these',
    noGroups: 'There are no groups yet. The coach will name them.',
    noIdeas: 'You wrote no idea. Look along on the screen.',
  },
  verify: {
    heading: 'Does this name fit your idea?',
    yours: 'Your idea',
    group: 'The group is called',
    yes: 'Yes',
    words: 'Other words',
    out: 'Take my idea out',
    outHelp: 'The room sees that it is taken out: your idea then stands alone. Nobody sees whose it is.',
    sees: 'The coach sees your other words, and from three answers on how many say yes or no. Nobody sees who.',
    label: 'Which name fits better?',
    send: 'Send this name',
    back: 'Back',
    thanks: 'Thank you. Your answer goes along in a moment.',
    over: 'The coach no longer asks this. Your words were not sent.',
    turning: 'This has just changed. Wait half a second.',
  },
  cards: {
    heading: 'This must be said',
    sees: 'Only the coaches read this. It does not come on the board and not in the outcome. Nobody sees that it is yours.',
    until: 'You can take it back until the Plein closes. Then it is gone.',
    paper: 'The coach can only ask you something while this page is open, or when you open it again.',
    label: 'What must be said?',
    send: 'Hand to the coaches',
    empty: 'Write something first.',
    tooLong: 'The text is too long. Make it shorter.',
    yours: 'What you handed to the coaches',
    state: {
      sending: 'On its way',
      sealed: 'With the coaches',
      refused: 'Not arrived',
      asked: 'The coach asks something',
      own: 'You said: this may be shared, in these words',
      coach: 'You said: this may be shared, in the words of the coach',
      no: 'You said: this may not be shared',
    },
    notice: 'The coach asks something about what you wrote.',
    look: 'Look',
    ask: {
      own: 'May this go to the room? The coach then shares it as an ordinary idea. Nobody sees that it is yours.',
      coach: 'The coach asks whether this may go to the room, in these words:',
    },
    turning: 'This has just changed. Read it first.',
    yesCoach: 'Yes, these words may be shared',
    yesOwn: 'Yes, in my own words',
    no: 'No, do not share',
    allow: 'This may be shared',
    words: 'It may be shared in these words',
    allowed: 'This may be shared',
    back: 'Back',
    never: 'Do not share after all',
    withdraw: 'Withdraw',
    withdrawSure: 'This text is then gone everywhere, with the coaches too.',
    withdrawYes: 'Withdraw',
    withdrawNo: 'Leave it',
    again: 'Try again',
    drop: 'Throw away',
  },
  own: {
    save: 'Save',
    cancel: 'Leave it',
    edited: 'New text',
    withdrawSure: 'Withdraw this? It disappears from the board.',
    withdrawSureQuestion: 'Withdraw this? It disappears from the board. Words that became the question stay in the question.',
    yes: 'Withdraw',
    no: 'No',
  },
  write: {
    which: 'What do you want to write?',
    picks: {
      idea: 'An idea',
      checkin: 'An answer',
      question: 'A question',
      proposal: 'A proposal',
      commitment: 'A commitment',
      closing: 'A closing sentence',
    },
    keptHeading: 'You were still writing this',
    resume: 'Go on writing',
    dropSure: 'Throw this text away? You cannot undo that.',
  },
  closed: {
    left: 'You wrote this. It is still on this phone.',
    wipeHelp: 'Everything of this Plein goes from this phone. Your ideas stay on the Plein, but you can no longer change them.',
    wipeSure: 'Are you sure? You cannot undo this.',
    wipeYes: 'Yes, wipe everything here',
    wipeNo: 'No, keep it',
    home: 'To take home',
    ideas: 'What you wrote',
    commitment: 'What you committed to',
    closing: 'Your closing sentence',
    here: 'The outcome is there. You can fetch it here.',
    save: 'Save',
    print: 'Print',
    fileName: 'my-plein.html',
    first: 'We began with this',
    last: 'The question now',
    outcome: 'The outcome',
    download: 'Fetch the outcome',
    notShared: 'The outcome comes to this page when the coach shares it. Then open the page again on this phone.',
    failed: 'Fetching does not work now. Try again in a moment.',
    until: (date) => `On ${date} everything of this Plein is deleted, and later from backups too.`,
    sealed: 'The Plein is closed for good now. Changing is no longer possible. Whether a text was shared stands in the outcome.',
    unsent: 'Not sent any more',
    wiped: door.wiped,
  },
}
