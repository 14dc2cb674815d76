import { door } from './door.en.ts'
import type { PhoneWords } from './phone.nl.ts'
import { plural } from './plural.ts'

const count = plural('en')

export const phone: PhoneWords = {
  join: door.join,
  inside: {
    prepared: { heading: 'You are in', now: 'The Plein begins soon. Your phone comes along by itself. There is nothing to do now.' },
    present: (n) => `${count(n, 'person is', 'people are')} here now.`,
    alone: 'You are the only one here now.',
    memory: 'This browser keeps nothing. Do not close this window while something is waiting.',
  },
  now: {
    welcome: 'You are in. The coach begins soon.',
    checkin: 'Write it briefly. One sentence is enough.',
    ideas: 'Everybody writes in silence now. Later we share everything at once.',
    ideasShared: 'The ideas are shared. You can send more.',
    ideasOpen: 'Write what you think. The room reads along.',
    cluster: 'The coach makes groups of the ideas. Look along and think aloud.',
    clusterAuthors: 'The ideas get a group. You say where yours belong.',
    vote: 'Give your dots. A signal for the conversation, not a decision.',
    voteWait: 'The vote opens soon.',
    voteDone: 'The vote is closed. The coach will show what came out.',
    voteShown: 'This came out. A signal for the conversation, not a decision.',
    reframe: 'Is the question still right? Write how you would ask it now.',
    harvest: 'Choose what you want to write. Both is fine too.',
    plenary: 'We talk together. Feel free to put your phone away.',
    pause: 'Feel free to put your phone away. When it goes on you see it here.',
  },
  held: {
    phase: 'The Plein moves on. Finish your sentence at ease.',
    question: 'The question on the screen has changed. Finish your sentence at ease.',
    closed: 'The Plein has ended. Your text is still on your phone.',
    go: 'Go along',
  },
  signals: {
    ready: 'Ready',
    areReady: (n) => `${count(n, 'person is', 'people are')} ready.`,
    hand: 'Raise hand',
    up: 'Your hand is up. The coach sees how many, not who.',
    hands: (n) => `${count(n, 'hand', 'hands')} up.`,
  },
  aloud: {
    go: 'Read aloud',
    this: (what) => `Read aloud: ${what}`,
    stop: 'Stop reading',
    question: 'the question',
    shared: 'what the room shared',
  },
  look: {
    heading: 'Look along: this is on the screen',
    page: (page, pages) => `Page ${page} of ${pages}.`,
    invitation: { idea: 'The coach shows one idea.', cluster: 'The coach shows one group.' },
    go: 'Look at it',
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
          return `${count(it.total, 'card', 'cards')} from the room.`
        case 'groups':
          return `${count(it.groups, 'group', 'groups')} with ${count(it.ideas, 'idea', 'ideas')} together.`
        case 'idea':
          return it.group === null ? 'One idea.' : `One idea from the group ‘${it.group}’.`
        case 'cluster':
          return `The group ‘${it.name}’, with ${count(it.total, 'idea', 'ideas')}.`
        case 'waiting':
          return it.kind === 'cluster' ? 'Nothing is shared yet.' : 'The vote opens soon.'
        case 'ballot':
          return it.status === 'open' ? 'The dots go on these.' : 'The vote is closed.'
        case 'result':
          return 'This came out of the dots.'
        case 'reframe':
          return it.was === null ? 'The question now.' : 'The question, before and now.'
        case 'story':
          return 'How the question changed.'
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
  question: {
    yours: 'Your idea is in it too',
    more: 'Read on',
    less: 'Make it shorter',
  },
  announce: (name, line) => `Now: ${name}. ${line}`,
  perspective: {
    heading: 'I am here as …',
    help: 'This only comes back in a total of three or more people.',
    none: 'I would rather not say',
    chosen: (name) => `You are here as: ${name}.`,
  },
  write: {
    idea: { heading: 'What do you want to say?', label: 'Your idea', send: 'Send', pick: 'An idea', another: 'You can send more.' },
    checkin: {
      heading: 'What brings you here?',
      label: 'Your answer',
      send: 'Send',
      pick: 'An answer',
      another: 'More is not needed.',
    },
    proposal: {
      heading: 'How do you see the question now?',
      label: 'Your wording of the question',
      send: 'Propose',
      pick: 'A proposal',
      another: 'The question only changes when the coach takes a proposal over.',
    },
    commitment: {
      heading: 'What do you commit to?',
      label: 'The first step',
      send: 'Commit',
      pick: 'A commitment',
      another: 'Small and real is enough.',
    },
    closing: {
      heading: 'One sentence to close with',
      label: 'Your closing sentence',
      send: 'Send',
      pick: 'A closing sentence',
      another: 'Thank you.',
    },
    arrived: 'Placed.',
    which: 'What do you want to write?',
    who: 'Who does it? (may stay empty)',
    whoHelp: 'If you write a name, the room sees it too.',
    by: 'When is it done? (may stay empty)',
    promises: 'Who reads this?',
    sees: {
      hidden: 'First the coach reads this. The room reads it when the coach shares it.',
      open: 'The room reads this at once.',
    },
    never: 'The Plein does not keep who wrote this.',
    until: 'You can change it until the Plein closes.',
    late: 'The Plein has moved on. You can still send this.',
    later: 'Later',
    unsent: 'Not sent: the Plein had ended',
    keptHeading: 'You were still writing this',
    resume: 'Go on writing',
    drop: 'Throw away',
    dropSure: 'Throw this text away? You cannot undo that.',
    others: 'Others write in this phase.',
    empty: 'Write something first.',
    tooLong: 'The text is too long.',
  },
  own: {
    heading: (n) => `Your contributions (${n})`,
    show: 'Show',
    hide: 'Fold',
    state: {
      held: 'Waiting for connection',
      sending: 'Being sent',
      sent: 'Placed, not shared yet',
      shared: 'Shared with the room',
      hidden: 'Not shared now. The coach can show it again.',
      withdrawn: 'Withdrawn',
      refused: 'Not sent',
    },
    sealed: 'Sent. Whether it was shared stands in the outcome.',
    group: (name) => `In the group ‘${name}’`,
    changing: { no: '', sending: 'Your change is being sent', waiting: 'Your change waits for the coach' },
    edit: 'Change',
    editThis: (text) => `Change: ${text}`,
    withdraw: 'Withdraw',
    withdrawThis: (text) => `Withdraw: ${text}`,
    withdrawSure: 'Withdraw this? It disappears from the board.',
    yes: 'Yes, withdraw',
    no: 'No',
    save: 'Save',
    cancel: 'Leave it',
    forget: 'Take away',
    again: 'Write again',
    edited: 'New text',
  },
  place: {
    heading: 'Which group does your idea belong to?',
    none: 'None of these',
    noGroups: 'There are no groups yet. The coach will name them.',
    noIdeas: 'You wrote no idea. Look along on the screen.',
  },
  vote: {
    left: (left, of) => `${left} of ${count(of, 'dot', 'dots')} left`,
    maximum: (n) => `One item takes ${n} at most.`,
    secret: 'The room and the coach do not see what you choose.',
    more: (name) => `One dot more for ${name}`,
    less: (name) => `One dot less for ${name}`,
    counts: 'Your dots count. You may still change them.',
    sending: 'Your dots are being saved.',
    away: 'Your dots wait for the connection.',
    notYet: 'You have given no dots yet.',
    blank: 'I give no dots',
    blankCounts: 'You give no dots. That counts too. You may still change it.',
    none: 'Your dots are used up. Take one away first.',
    full: 'No more fit here.',
    zero: 'There is no dot of yours here.',
    voted: (n) => `${count(n, 'person has', 'people have')} voted.`,
    lost: 'Earlier votes can no longer be read. Did you give dots? Then give them again.',
    still: 'The vote is still open',
  },
  why: {
    over: 'That cannot be done any more: the Plein has ended.',
    moved: 'That cannot be done now: the Plein has gone on.',
  },
  closed: {
    home: 'To take home',
    ideas: 'What you wrote',
    commitment: 'What you committed to',
    closing: 'Your closing sentence',
    here: 'The outcome is there. You can fetch it here.',
    save: 'Save',
    print: 'Print',
    fileName: 'my-plein.html',
    heading: 'The Plein has ended',
    thanks: 'Thank you for being here.',
    first: 'We began with this',
    last: 'The question now',
    outcome: 'The outcome',
    download: 'Fetch the outcome',
    notShared: 'The outcome comes to this page when the coach shares it. Then open the page again on this phone.',
    failed: 'Fetching does not work now. Try again in a moment.',
    until: (date) => `On ${date} everything of this Plein is deleted, and later from backups too.`,
    sealed: 'The Plein is closed for good now. Changing is no longer possible. Whether a text was shared stands in the outcome.',
    unsent: 'Not sent any more',
    left: 'You wrote this. It is still on this phone.',
    wipe: 'Wipe from my phone',
    wipeHelp: 'Everything of this Plein goes from this phone. Your ideas stay on the Plein, but you can no longer change them.',
    wipeSure: 'Are you sure? You cannot undo this.',
    wipeYes: 'Yes, wipe everything here',
    wipeNo: 'No, keep it',
    wiped: door.wiped,
  },
}
