import { listOf, plural } from './plural.ts'
import type { RefusalsDesk } from './refusalsDesk.nl.ts'

const count = plural('en')
const list = listOf('en')
const counted: Record<string, (n: number) => string> = {
  ballots: (n) => `${count(n, 'ballot is', 'ballots are')} in`,
  paper: (n) => `${n} of them on paper`,
  unreleased: (n) => `${count(n, 'idea is', 'ideas are')} not shared yet`,
  openRounds: (n) => `${count(n, 'round is', 'rounds are')} still open`,
  notShown: (n) => `${count(n, 'result is', 'results are')} not shown`,
  edits: (n) => `${count(n, 'change is', 'changes are')} waiting`,
}
const countsEn = (counts: Record<string, number>): string =>
  list(Object.entries(counts).flatMap(([name, n]) => (n > 0 && counted[name] ? [counted[name](n)] : [])))

/** What only a desk, or an organiser, is refused: no phone carries it. */
export const refusalsDeskEn: RefusalsDesk = {
  'plein-open': () => 'The Plein is open already.',
  'practice-ends': () => 'An Oefen-Plein is gone after a day. It cannot be kept longer, only shorter.',
  'too-late': ({ seconds }) => `It could be taken back until ${count(seconds, 'second', 'seconds')} after closing. That time is over.`,
  'not-confirmed': ({ counts }) => {
    const said = countsEn(counts)
    return said === '' ? 'Are you sure? Then confirm it.' : `Are you sure? As it stands: ${said}.`
  },
  'phase-unknown': () => 'This phase is no longer in the programme. Choose another one.',
  'phase-current': () => 'This is the phase we are in. Go to another phase first.',
  'phase-played': () => 'This phase has been played, so it stays.',
  'no-next-phase': () => 'This is the last phase. Add a phase or close the Plein.',
  'no-previous-phase': () => 'This is the first phase.',
  'nothing-interrupted': () => 'There is no interrupted phase to go back to.',
  'room-moved': () => 'The room is in another phase by now. See what stands there, and choose again.',
  'leads-elsewhere': () => 'The programme has just changed: this leads to another phase now. See what stands there, and choose again.',
  'timer-not-running': () => 'The clock is not running.',
  'timer-not-paused': () => 'The clock is not paused.',
  'too-many-phases': ({ maximum }) => `A programme has at most ${count(maximum, 'phase', 'phases')}. Remove one first.`,
  'author-forgotten': () => 'Nobody knows any more which phone this came from. Hide the contribution only.',
  'idea-not-released': () => 'This idea is not shared yet. Share it first.',
  'nothing-to-release': () => 'Nothing is waiting to be shared.',
  'no-edit-waiting': () => 'No change of this idea is waiting.',
  'edit-changed': () => 'Its author has put it otherwise meanwhile. Read what stands there now, and choose again.',
  'cluster-not-shared': () => 'The room has not seen this group yet. Share an idea from it first.',
  'cluster-same': () => 'Choose two different groups.',
  'too-many-clusters': ({ maximum }) => `There are ${count(maximum, 'group', 'groups')} already. Merge two first.`,
  'card-not-allowed': () => 'The author has not allowed this.',
  'card-refused': () => 'The author does not want this shared. Only the author can change that.',
  'nothing-to-undo': () => 'There is nothing to take back.',
  'changed-since': () => 'Somebody else has changed this since. It can no longer be taken back.',
  'step-undone': () => 'This was taken back already.',
  'step-not-last': () => 'Something else has just changed. See what stands there now, and choose again.',
  'round-counted': () => 'The votes are counted. That stays as it is.',
  'round-not-counted': () => 'The votes are not counted yet. A second round can come after that.',
  'round-not-closed': () => 'The round is still open. Close it first.',
  'too-few-items': ({ minimum, items }) =>
    `Voting needs at least ${count(minimum, 'item', 'items')}. Now there are ${items}. Make groups or share ideas first.`,
  'too-many-items': ({ maximum, items }) =>
    `A phone has room to compare at most ${maximum} questions. Now there are ${items}. Choose what it is about.`,
  'held-back': ({ minimum, ballots, few }) =>
    few === 'phones'
      ? `The result stays closed: fewer than ${minimum} people voted on a phone. It would show who chose what.`
      : `The result stays closed: ${count(ballots, 'ballot', 'ballots')}, and ${minimum} is the least. It would show who chose what.`,
  'paper-taken': ({ paper }) => `Slip ${paper} is there already. Is this another slip? Give it another number.`,
  'paper-unknown': ({ paper }) => `Slip ${paper} is not there.`,
  'round-not-shown': () => 'The result was not shown yet. Show it to the room first.',
  'too-few-to-ask': ({ minimum }) =>
    `Fewer than ${minimum} phones certainly gave this no dots. Then one could guess who answers. Ask it in the conversation.`,
  'too-few-answers': ({ minimum }) => `Sharing needs ${minimum} answers. With fewer, who wrote it could be guessed.`,
  'nobody-waiting': () => 'Whom you saw is not waiting at the door any more.',
  'device-unknown': () => 'This device has gone already.',
  'screen-code-unknown': () => 'This screen code is not right, or too old. Reload the page of the screen.',
}
