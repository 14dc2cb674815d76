import { plural } from './plural.ts'
import type { SharedLater } from './sharedLater.nl.ts'

const count = plural('en')

/** What several pages say, but none of them at first. */
export const sharedLater: SharedLater = {
  leave: {
    go: 'Stop on this device',
    sure: 'This device can then no longer reach this Plein. What you have not sent from here is lost. Your link lets you in again.',
    yes: 'Yes, stop here',
    no: 'No, stay',
    failed: 'That did not work. See whether there is a connection and try again.',
  },
  shade: { label: 'Light or dark', light: 'Light', dark: 'Dark', device: 'As this device' },
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
  board: {
    none: 'No ideas are shared yet.',
    loose: 'Still loose',
    group: (name, n) => `${name}\u00a0(${n})`,
    questions: (n) => `Questions from the room (${n})`,
    proposals: (n) => `Proposals from the room (${n})`,
  },
  result: {
    caption: (ballots, paper, voters) =>
      `${count(ballots, 'ballot', 'ballots')}${paper > 0 ? ` (${paper} on paper)` : ''}, ${count(voters, 'person', 'people')} gave dots`,
    item: 'Item',
    dots: 'Dots',
    voters: 'People',
    spread: 'Spread',
    spreadOf: (people, dots) => `${people} × ${count(dots, 'dot', 'dots')}`,
    strongMinority: 'To a small group this matters a lot.',
    divided: 'Opinions lie far apart here.',
    needed: (answers: number) => `Needed to go along (${count(answers, 'answer', 'answers')})`,
    merged: 'Merged with another group',
    heldBack: {
      ballots: 'Fewer than three ballots: we show no result. It would show who chose what.',
      phones: 'Fewer than three people voted on a phone: we show no result. It would show who chose what.',
    },
    perspectives: 'By perspective',
    signal: 'A signal for the conversation, not a decision.',
    earlier: 'Earlier votes',
    again: (before) =>
      `The same was voted on once more. The first time there were ${count(before, 'ballot', 'ballots')}: that is the thin bar.`,
    was: (dots, people) => `First ${count(dots, 'dot', 'dots')} from ${count(people, 'person', 'people')}`,
    moved: { more: 'more', less: 'less', other: 'spread differently', steady: 'about the same', same: 'the same' },
    movedHelp: '“About the same” also stands where only one or two people chose something else.',
  },
  staged: {
    resonance: (touches, off) => `touches: ${touches}, not right: ${off}`,
    few: 'From three people on you see here whether it touches.',
    heading: 'Writing before the room',
    label: 'The question that you write before the room',
    seen: 'The room sees every letter at once, on the screen and on the phones.',
    rests: 'You wrote this before the room. It stays, also when something else is going on.',
    begin: 'Start from the question now',
    fromDraft: 'Start from the text in the draft',
    loading: 'The text is on its way.',
    away: 'No connection. What you type stays here.',
    saving: 'On its way to the room',
    saved: 'The room can read it',
    from: 'Written before the room',
  },
  burst: {
    catalyst: 'Became the question',
    ask: 'How does the question feel to you now?',
    askAgain: 'And how does the question feel now?',
    who: 'The room sees numbers, from three people on. Nobody sees who.',
    heading: 'How the question felt',
    when: { before: 'Before', after: 'After' },
    feelings: { heavy: 'Heavy', neutral: 'Neutral', light: 'Light' },
    line: (when, heavy, neutral, light) => `${when}: ${heavy} heavy, ${neutral} neutral, ${light} light.`,
    few: (when) => `${when}: fewer than three people. That stays closed.`,
    show: 'Show how the question felt',
  },
  lastWord: 'The owner of the question takes along',
  chain: {
    first: 'The question we began with',
    now: 'This is the question now',
    later: 'Then it became',
    same: 'The question has not changed yet.',
    from: 'This was said:',
    touched: 'touched the owner of the question',
    round: (n) => `Vote ${n}`,
    sourcesGone: (n) =>
      n === 1
        ? 'A source that you chose is no longer on the board. It is left out.'
        : `${n} sources that you chose are no longer on the board. They are left out.`,
    proposalGone:
      'The proposal or question that these words come from is no longer on the board. If you use them, they are your own words.',
    forms: {
      presented: 'As the question came in',
      intake: 'From the intake',
      prepared: 'While preparing',
      proposal: 'Proposal from the room',
      room: 'Written before the room',
      burst: 'From the question burst',
      rewritten: 'During the Plein',
    },
    arose: (form, by, said) => `${form}${said === null ? '' : ` (${said})`}. Worded by ${by}`,
  },
}
