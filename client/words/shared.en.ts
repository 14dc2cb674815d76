import { begin } from './begin.en.ts'
import { clockTime, form as formIn, listOf, longDate, plural } from './plural.ts'
import type { SharedWords } from './shared.nl.ts'

const count = plural('en')
const form = formIn('en')
const list = listOf('en')

export const shared: SharedWords = {
  count,
  form,
  time: clockTime('en'),
  date: longDate('en'),
  loading: begin.loading,
  practice: { word: 'Practice', help: 'Tomorrow all of it is gone.' },
  failed: begin.failed,
  leave: {
    go: 'Stop on this device',
    sure: 'This device can then no longer reach this Plein. What you have not sent from here is lost. Your link lets you in again.',
    yes: 'Yes, stop here',
    no: 'No, stay',
    failed: 'That did not work. See whether there is a connection and try again.',
  },
  shade: { label: 'Light or dark', light: 'Light', dark: 'Dark', device: 'As this device' },
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
  earlier: {
    heading: 'Earlier versions',
    none: 'There is no earlier version yet. One is kept when nobody writes for a while, or when much of the text goes.',
    left: 'This text is only on this device. Put it back? It then replaces what stands there now.',
    drop: 'Throw away',
    before: 'before',
    on: (date: string, time: string) => `${date}, ${time}`,
    restore: 'Put back',
    restoreThis: (time: string, words: string) => `Put back the text of ${time}: ${words}`,
    restored: (time: string) => `The text of ${time} is back.`,
    undo: 'Undo that',
    length: (n: number) => count(n, 'character', 'characters'),
  },
  ended: {
    revoked: {
      heading: 'This access no longer works',
      help: 'A new link or code was made. Ask for it, or scan the code on the screen. What you sent is still on the Plein.',
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
    line: (by, groups, ideas, rounds) => {
      const from = [
        ...(groups.length === 0 ? [] : [`${form(groups.length, 'the group', 'the groups')} ${list(groups.map((name) => `‘${name}’`))}`]),
        ...(ideas === 0 ? [] : [count(ideas, 'idea', 'ideas')]),
        ...(rounds === 0 ? [] : ['the vote']),
      ]
      return from.length === 0 ? `Worded by ${by}` : `From ${list(from)}. Worded by ${by}`
    },
  },
  kinds: {
    welcome: 'Welcome',
    checkin: 'Arriving',
    ideas: 'Writing ideas',
    cluster: 'Making groups',
    vote: 'Giving dots',
    reframe: 'The question again',
    harvest: 'Commitments and closing',
    plenary: 'In conversation',
    pause: 'Break',
  },
  asks: {
    welcome: 'Welcome to the Plein',
    checkin: 'What brings you here?',
    ideas: 'What do you see happening?',
    cluster: 'What belongs together?',
    vote: 'What must we talk about?',
    reframe: 'How do you see the question now?',
    harvest: 'What do you take home today?',
    plenary: 'Talking together',
    pause: 'Break',
  },
  board: {
    heading: (n) => `Shared by the room (${n})`,
    none: 'No ideas are shared yet.',
    all: (n) => `Show all ${n}`,
    loose: 'Still loose',
    group: (name, n) => `${name}\u00a0(${n})`,
    proposals: (n) => `Proposals from the room (${n})`,
    commitments: (n) => `Commitments (${n})`,
    closings: (n) => `Closing sentences (${n})`,
    checkins: (n) => `Who is here (${n})`,
    commitment: (who, by) => [who === null ? null : `Who: ${who}`, by === null ? null : `When: ${by}`].filter(Boolean).join(' · '),
  },
  result: {
    gone: 'This idea was withdrawn',
    caption: (ballots, voters) => `${count(ballots, 'ballot', 'ballots')}, ${count(voters, 'person', 'people')} gave dots`,
    item: 'Item',
    dots: 'Dots',
    voters: 'People',
    spread: 'Spread',
    spreadOf: (people, dots) => `${people} × ${count(dots, 'dot', 'dots')}`,
    strongMinority: 'To a small group this matters a lot.',
    merged: 'Merged with another group',
    heldBack: 'Fewer than three ballots: we show no result. It would show who chose what.',
    perspectives: 'By perspective',
    signal: 'A signal for the conversation, not a decision.',
    earlier: 'Earlier votes',
  },
  chain: {
    heading: 'How the question changed',
    first: 'The question we began with',
    now: 'This is the question now',
    later: 'Then it became',
    same: 'The question has not changed yet.',
    from: 'This was said:',
    round: (n) => `Vote ${n}`,
    forms: {
      presented: 'As the question came in',
      intake: 'From the intake',
      prepared: 'While preparing',
      proposal: 'Proposal from the room',
      rewritten: 'During the Plein',
    },
    arose: (form, by) => `${form}. Worded by ${by}`,
    changed: 'The question has changed',
    was: 'First:',
    spoken: (before, now) => `The question has changed. First: ${before} Now: ${now}`,
  },
}
