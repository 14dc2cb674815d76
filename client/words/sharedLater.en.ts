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
  result: {
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
  staged: {
    resonance: (touches, off) => `touches: ${touches}, not right: ${off}`,
    few: 'From three people on you see here whether it touches.',
    heading: 'Writing before the room',
    label: 'The question that you write before the room',
    seen: 'The room sees every letter at once, on the screen and on the phones.',
    rests: 'You wrote this before the room. It stays, also when something else is going on.',
    begin: 'Start from the question now',
    loading: 'The text is on its way.',
    away: 'No connection. What you type stays here.',
    saving: 'On its way to the room',
    saved: 'The room can read it',
    from: 'Written before the room',
  },
  chain: {
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
      room: 'Written before the room',
      rewritten: 'During the Plein',
    },
    arose: (form, by, said) => `${form}${said === null ? '' : ` (${said})`}. Worded by ${by}`,
  },
}
