import { listOf } from './plural.ts'
import type { screen as dutch } from './screen.nl.ts'
import { sharedFirst as shared } from './sharedFirst.en.ts'

const { count, form } = shared
const people = (n: number) => count(n, 'person', 'people')

export const screen: typeof dutch = {
  title: (plein) => `Screen: ${plein}`,
  away: 'connection lost',
  knock: {
    heading: 'This screen waits for a coach',
    help: 'Coach: enter this code at your desk, at Now, under Room check.',
    away: 'The server cannot be reached at the moment. This screen keeps trying.',
    busy: 'A code is coming.',
    full: 'Too many devices are asking for a code now. This screen tries again by itself.',
  },
  or: 'or go to',
  qr: (address) => `QR code to ${address}`,
  data: 'Costs less than 1 MB. No app, no account.',
  locked: 'The door is closed.',
  people: (n) => form(n, 'person on the square', 'people on the square'),
  none: 'Nobody is here yet. Scan the code with your phone.',
  prompts: shared.asks,
  silence: 'We write in silence. The room does not read along yet; we share everything at once later.',
  questionsOnly: 'Questions only, without explaining. We write in silence; we share everything at once later.',
  aloud: 'What you write comes on the board at once.',
  written: (written, present) => [`${written ?? '1 or 2'} of ${present}`, form(written ?? 2, 'has written', 'have written')],
  voted: (voted, present) => [`${voted} of ${present}`, form(voted, 'has given dots', 'have given dots')],
  ready: (n) => `${people(n)} ${form(n, 'is ready', 'are ready')}`,
  page: (page, pages) => `page ${page} of ${pages}`,
  pageNote: (page, pages) => `Page ${page} of ${pages}.`,
  ideas: (n) => count(n, 'idea', 'ideas'),
  said: (n) => count(n, 'contribution', 'contributions'),
  questions: (n) => count(n, 'question', 'questions'),
  proposals: (n) => count(n, 'proposal', 'proposals'),
  groups: ({ as, first, last, groups, ideas, loose }) => {
    const to = Math.min(last, groups)
    const which =
      first > groups
        ? `${loose} still loose`
        : first === 1 && to === groups
          ? count(groups, 'group', 'groups')
          : first === to
            ? `group ${first} of ${groups}`
            : `group ${first} to ${to} of ${groups}`
    const all = as === 'idea' ? count(ideas, 'idea', 'ideas') : count(ideas, 'proposal', 'proposals')
    return [which, all, ...(loose > 0 && first <= groups ? [`${loose} still loose`] : [])].join(' · ')
  },
  groupsNone: 'No ideas are shared yet.',
  looseName: 'Still loose',
  dark: 'The screen is black for a moment.',
  more: (n) => `and ${n} more`,
  votes: {
    rules: (budget, maximum) =>
      maximum < budget ? `${count(budget, 'dot', 'dots')} each, at most ${maximum} on one thing.` : `${count(budget, 'dot', 'dots')} each.`,
    waiting: 'The round begins soon.',
    closed: 'The round is closed. We talk about the result later.',
    signal: 'A signal for the conversation, no decision.',
    signalShort: 'A signal, no decision.',
    heldBack: {
      ballots: 'Fewer than three people voted. The result stays closed, or one could see who chose what.',
      phones: 'Fewer than three people voted on a phone. The result stays closed, or one could see who chose what.',
    },
    by: (n) => `from ${people(n)}`,
    strong: 'few people, many dots',
    divided: 'opinions lie far apart',
    needed: 'Needed to go along',
    answers: (n: number) => count(n, 'answer', 'answers'),
    needs: (n: number) => `needed to go along: ${n}`,
    onPaper: (ballots, paper) => `${count(ballots, 'ballot', 'ballots')}, ${paper} on paper`,
    cast: (voters) => `${people(voters)} gave dots`,
    withdrawn: 'withdrawn',
    gone: 'no longer on the board',
    was: (n) => `first, from ${n}`,
    moved: { more: 'more than first', less: 'less than first', other: 'spread differently', steady: 'about the same', same: 'the same' },
    castBefore: (voters, before) => `${people(voters)} gave dots, first ${before}`,
  },
  story: {
    heading: 'How the question changed',
    first: 'This is how it began',
    later: 'Then',
  },
  reframe: {
    write: 'Write your question on your phone.',
    more: (n) => `${n} more`,
    from: (sources) => `From ${sources}`,
    group: (name, n) => `the group ‘${name}’ (${count(n, 'idea', 'ideas')})`,
    idea: (text) => `‘${text}’`,
    proposal: 'a proposal from the room',
    burst: 'the question burst',
    chosen: 'Became the question:',
    round: 'the dots',
    framing: (text) => `‘${text}’`,
    list: listOf('en'),
  },
  staged: {
    resonance: (touches: number, off: number) => `touches: ${touches} · not right: ${off}`,
    empty: 'There is nothing here yet.',
  },
  harvest: {
    commitments: 'Commitments',
    closings: 'What we take along',
    count: (commitments, closings) =>
      [
        ...(commitments === 0 ? [] : [count(commitments, 'commitment', 'commitments')]),
        ...(closings === 0 ? [] : [count(closings, 'closing sentence', 'closing sentences')]),
      ].join(' · '),
    none: 'What you want to take along, you write on your phone.',
    word: 'The owner of the question takes along:',
  },
  plenary: 'You may put your phone away.',
  pause: 'See you soon.',
  back: (time) => `We go on at ${time}`,
  timer: {
    over: 'time is up',
    paused: 'paused',
    nearly: 'the last minute',
    planned: (minutes) => `${count(minutes, 'minute', 'minutes')} for this`,
  },
  closed: { heading: 'The Plein is closed', help: 'Thank you. On your phone you find what you take home.' },
  prepared: 'We begin soon.',
}
