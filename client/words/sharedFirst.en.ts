import { dayInWords } from '../../shared/text/day.ts'
import { begin } from './begin.en.ts'
import { clockTime, form as formIn, listOf, longDate, plural } from './plural.ts'
import type { SharedFirst } from './sharedFirst.nl.ts'

const count = plural('en')
const form = formIn('en')
const list = listOf('en')

/** What every page says at first. */
export const sharedFirst: SharedFirst = {
  count,
  form,
  time: clockTime('en'),
  date: longDate('en'),
  loading: begin.loading,
  practice: { word: 'Practice', help: 'Tomorrow all of it is gone.' },
  failed: begin.failed,
  theme: begin.theme,
  connection: {
    away: 'No connection for a moment. Your text is kept.',
    first: 'No connection with the Plein yet. This device keeps trying.',
    long: 'Still no connection. See whether this device is on the Wi-Fi of the room. Your text is kept.',
    full: 'The Plein is too busy now. This device tries again by itself.',
  },
  timer: { label: 'Time left', over: 'Time is up', paused: 'stopped' },
  characters: {
    left: (n) => `${count(n, 'character', 'characters')} left`,
    over: (n) => `${count(n, 'character', 'characters')} too many`,
  },
  dots: {
    given: (given, maximum) => `${count(given, 'dot', 'dots')} given, ${maximum} at most`,
  },
  ended: {
    revoked: {
      heading: 'This access no longer works',
      help: 'There is a new link or code, or a coach put this device out. Ask for the link, or scan the code on the screen. What you sent is still on the Plein.',
    },
    'token-unknown': {
      heading: 'This Plein no longer opens here',
      help: 'It was deleted, or this device is no longer known to it. Is the Plein still going on? Then join again with the code on the screen, or open your link again.',
    },
    deleted: {
      heading: 'This Plein was deleted',
      help: 'Everything of this Plein is gone from the server. What you saved yourself you still have.',
    },
    protocol: { heading: 'There is a new version', help: 'Load the page again. What you wrote is kept.' },
    replaced: { heading: 'This Plein is open in another tab', help: 'You can go on here. What you wrote is kept.' },
    restarting: { heading: 'The server is starting again', help: 'The Plein will be back in a moment.' },
    resume: 'Go on here',
    reload: 'Load again',
    start: 'To the start',
  },
  source: {
    by: { organiser: 'the organiser', owner: 'the owner', coach: 'the coach', participant: 'a participant' },
    line: (by, groups, ideas, rounds, burst, needs) => {
      const from = [
        ...(burst ? ['the question burst'] : []),
        ...(groups.length === 0 ? [] : [`${form(groups.length, 'the group', 'the groups')} ${list(groups.map((name) => `‘${name}’`))}`]),
        ...(ideas === 0 ? [] : [count(ideas, 'idea', 'ideas')]),
        ...(needs ? ['what people need to go along'] : []),
        ...(rounds === 0 ? [] : ['the vote']),
      ]
      return from.length === 0 ? `Worded by ${by}` : `From ${list(from)}. Worded by ${by}`
    },
  },
  kinds: {
    welcome: 'Welcome',
    checkin: 'Arriving',
    ideas: 'Writing ideas',
    burst: 'Question burst',
    cluster: 'Making groups',
    vote: 'Giving dots',
    reframe: 'The question again',
    write: 'Writing before the room',
    harvest: 'Commitments and closing',
    plenary: 'In conversation',
    pause: 'Break',
  },
  asks: {
    welcome: 'Welcome to the Plein',
    checkin: 'What brings you here?',
    ideas: 'What do you see happening?',
    burst: 'What questions does this raise?',
    cluster: 'What belongs together?',
    vote: 'What must we talk about?',
    reframe: 'How do you see the question now?',
    write: 'The question is being written',
    harvest: 'What do you take home today?',
    plenary: 'Talking together',
    pause: 'Break',
    wordings: 'What is our question?',
  },
  board: {
    heading: (n) => `Shared by the room (${n})`,
    all: (n) => `Show all ${n}`,
    commitments: (n) => `Commitments (${n})`,
    closings: (n) => `Closing sentences (${n})`,
    checkins: (n) => `Who is here (${n})`,
    commitment: ({ who, by, day }) => {
      const when = [...(by === null ? [] : [by]), ...(day === undefined ? [] : [dayInWords(day, 'en')])].join(', ')
      return [...(who === null ? [] : [`Who: ${who}`]), ...(when === '' ? [] : [`When: ${when}`])].join(' · ')
    },
  },
  result: {
    gone: 'No longer on the board',
  },
  chain: {
    heading: 'How the question changed',
    changed: 'The question has changed',
    was: 'First:',
    spoken: (before, now) => `The question has changed. First: ${before} Now: ${now}`,
  },
}
