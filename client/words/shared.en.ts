import { clockTime, longDate, plural } from './plural.ts'
import type { SharedWords } from './shared.nl.ts'

const count = plural('en')

export const shared: SharedWords = {
  count,
  time: clockTime('en'),
  date: longDate('en'),
  loading: 'The Plein is loading.',
  failed: {
    heading: 'This page got stuck',
    kept: 'What you wrote is kept. Load the page again to go on.',
    again: 'Load again',
  },
  connection: {
    away: 'No connection for a moment. Your text is kept.',
  },
  timer: { label: 'Time left', over: 'Time is up', paused: 'paused' },
  characters: {
    left: (n) => `${count(n, 'character', 'characters')} left`,
    over: (n) => `${count(n, 'character', 'characters')} too many`,
  },
  dots: {
    given: (given, maximum) => `${count(given, 'dot', 'dots')} given, ${maximum} at most`,
  },
  ended: {
    revoked: { heading: 'This access was withdrawn', help: 'Somebody made a new link. Ask for it.' },
    'token-unknown': { heading: 'This device is not known here (any more)', help: 'Join again with the code, or open the link again.' },
    deleted: { heading: 'This Plein was deleted', help: 'Everything of this Plein is gone from the server.' },
    protocol: { heading: 'There is a new version', help: 'Load the page again. What you wrote is kept.' },
    replaced: { heading: 'This Plein is open in another tab', help: 'You can go on here.' },
    restarting: { heading: 'The server is starting again', help: 'The Plein will be back in a moment.' },
    resume: 'Go on here',
    reload: 'Load again',
    start: 'To the start',
  },
  kinds: {
    welcome: 'Welcome',
    checkin: 'Arriving',
    ideas: 'Writing ideas',
    cluster: 'Making groups',
    vote: 'Giving dots',
    reframe: 'The question again',
    harvest: 'Harvest',
    plenary: 'In conversation',
    pause: 'Break',
  },
}
