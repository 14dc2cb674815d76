import { begin } from './begin.en.ts'
import { listOf, plural } from './plural.ts'
import type { RefusalWords } from './refusals.nl.ts'

const count = plural('en')
const list = listOf('en')
const counted: Record<string, (n: number) => string> = {
  ballots: (n) => `${count(n, 'ballot is', 'ballots are')} in`,
  paper: (n) => `${n} of them on paper`,
  unreleased: (n) => `${count(n, 'idea is', 'ideas are')} not shared yet`,
  openRounds: (n) => `${count(n, 'round is', 'rounds are')} still open`,
  edits: (n) => `${count(n, 'change is', 'changes are')} waiting`,
}
const countsEn = (counts: Record<string, number>): string =>
  list(Object.entries(counts).flatMap(([name, n]) => (n > 0 && counted[name] ? [counted[name](n)] : [])))

export const refusalsEn: RefusalWords = {
  'not-allowed': () => 'This device cannot do that. Ask the coach.',
  'not-now': () => 'That cannot be done now. What you wrote is kept.',
  'plein-not-open': () => 'The Plein is not open yet. Wait until the coach begins.',
  'plein-closed': () => 'The Plein has ended. What you wrote stays on this device.',
  'plein-open': () => 'The Plein is open already.',
  'plein-sealed': () => 'The Plein is closed for good. It cannot be opened again.',
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
  'timer-not-running': () => 'The clock is not running.',
  'timer-not-paused': () => 'The clock is not paused.',
  'too-many-phases': ({ maximum }) => `A programme has at most ${count(maximum, 'phase', 'phases')}. Remove one first.`,
  'text-empty': () => 'There is nothing yet. Write something first.',
  'text-too-long': ({ maximum, length }) => `The text is too long: ${length} characters. There is room for ${maximum}. Make it shorter.`,
  'text-forbidden': () => 'The text holds an invisible character that is not allowed. Type that part again.',
  'day-unknown': () => 'That date does not exist. Choose another day, or leave the date empty.',
  'not-contributed-here': () => 'This phase does not ask for that. Your text is kept.',
  'not-a-question': ({ because }) =>
    because === 'statement-first'
      ? 'Could you write the question alone? Something that is no question stands before it now.'
      : 'Could you write it as a question? A question ends with a question mark.',
  'may-not-post': () => 'Others write in this phase. Your text is kept.',
  'owner-listens': () => 'You listen first: in the first round only the room writes. After that you join in. Your text is kept.',
  muted: () => 'The coach asks you to send nothing more now. Later you can again. Your text is kept.',
  'author-forgotten': () => 'Nobody knows any more which phone this came from. Hide the contribution only.',
  'too-many-ideas': ({ maximum }) =>
    `You can send ${count(maximum, 'contribution', 'contributions')} in this phase. Change or withdraw one.`,
  'plein-full': ({ maximum }) => `The Plein is full: it holds ${count(maximum, 'contribution', 'contributions')}. Tell the coach.`,
  'key-unknown': () => 'This idea can no longer be changed here.',
  'key-used': () => 'This idea was sent already.',
  'idea-unknown': () => 'This idea is no longer there.',
  'idea-withdrawn': () => 'This idea was withdrawn.',
  'idea-released': () => 'This is shared already. Its author can then only take a name or day away.',
  'idea-not-released': () => 'This idea is not shared yet. Share it first.',
  'nothing-to-release': () => 'Nothing is waiting to be shared.',
  'no-edit-waiting': () => 'No change of this idea is waiting.',
  'nothing-changed': () => 'It was like that already. Nothing changed.',
  'cluster-unknown': () => 'This group does not exist (any more). Choose another one.',
  'cluster-merged': ({ name }) => `This group is now part of “${name}”. Choose that group.`,
  'cluster-removed': ({ name }) => `The group “${name}” was dissolved. Choose another group.`,
  'cluster-not-shared': () => 'The room has not seen this group yet. Share an idea from it first.',
  'cluster-of-other': () => 'This group is for something else: ideas and proposals stand apart.',
  'cluster-same': () => 'Choose two different groups.',
  'too-many-clusters': ({ maximum }) => `There are ${count(maximum, 'group', 'groups')} already. Merge two first.`,
  'authors-do-not-place': () => 'The coach makes the groups now.',
  'name-not-asked': () => 'The coach does not ask this now.',
  'cluster-renamed': ({ name }) => `This group is called “${name}” now. See whether that name is right.`,
  'idea-elsewhere': () => 'Your idea is not in this group any more.',
  'card-unknown': () => 'This text is not there (any more). Perhaps its author has withdrawn it.',
  'card-changed': () => 'The words have changed meanwhile. Read what stands there now, and then choose again.',
  'card-not-allowed': () => 'The author has not allowed this.',
  'card-refused': () => 'The author does not want this shared. Only the author can change that.',
  'too-many-cards': ({ maximum }) => `You can send the coaches ${count(maximum, 'text', 'texts')}. Talk to a coach instead.`,
  'cards-full': ({ maximum }) => `The coaches have ${count(maximum, 'text', 'texts')} already. Talk to a coach.`,
  'nothing-to-undo': () => 'There is nothing to take back.',
  'changed-since': () => 'Somebody else has changed this since. It can no longer be taken back.',
  'round-unknown': () => 'This round does not exist (any more). Choose another one.',
  'round-open': () => 'The round is still open. Close it first.',
  'round-closed': () => 'The round is closed. What you chose before counts. Ask the coach if it must be otherwise.',
  'round-counted': () => 'The votes are counted. That stays as it is.',
  'round-not-counted': () => 'The votes are not counted yet. A second round can come after that.',
  'round-not-closed': () => 'The round is not closed.',
  'too-few-items': ({ minimum, items }) =>
    `Voting needs at least ${count(minimum, 'item', 'items')}. Now there are ${items}. Make groups or share ideas first.`,
  'too-many-items': ({ maximum, items }) =>
    `A phone has room to compare at most ${maximum} questions. Now there are ${items}. Choose what it is about.`,
  'item-unknown': () => 'One of the chosen items is not part of this round. Choose again.',
  'over-budget': ({ budget }) => `You have ${count(budget, 'dot', 'dots')}. Take a dot away somewhere first.`,
  'over-maximum': ({ maximum }) => `One item takes at most ${count(maximum, 'dot', 'dots')} from you.`,
  'held-back': ({ minimum, ballots, few }) =>
    few === 'phones'
      ? `The result stays closed: beside paper fewer than ${minimum} phones voted. It would show who chose what.`
      : `The result stays closed: ${count(ballots, 'ballot', 'ballots')}, and ${minimum} is the least. It would show who chose what.`,
  'round-not-shown': () => 'The result was not shown yet. Show it to the room first.',
  'too-few-to-ask': ({ minimum }) =>
    `Of fewer than ${minimum} phones it is certain that they gave this no dots. Who answers could be guessed then. Ask it in the conversation.`,
  'not-asked': () => 'This was not asked. Your text is kept.',
  'answered-already': () => 'You have answered this already. You can change that answer.',
  'too-few-answers': ({ minimum }) => `Sharing needs ${minimum} answers. With fewer, who wrote it could be guessed.`,
  'framing-unknown': () => 'This wording is not there (any more). Choose one of the chain.',
  'framing-same': () => 'The question reads like that already.',
  'source-unknown': () => 'One of the sources is not on the board (any more). Choose another one.',
  'line-of-another': () => 'This answer belongs to the other one. Only they can share it further.',
  'circle-not-wider': () => 'This answer is in this circle already, or in a wider one.',
  'line-changed': () => 'The answer has changed meanwhile. Read what stands there now, and then share it again.',
  'stage-differs': () => 'Another text stands before the room now. Read it again and then take it over.',
  'line-not-shared': () => "These words do not stand under 'for the room'. Share the answer with the room first.",
  'perspective-unknown': () => 'This perspective is not part of this Plein. Choose another one.',
  'bad-command': () => 'The server did not understand this message. Load the page again.',
  'unknown-command': () => 'The server does not know this request. Load the page again.',
  'id-reused': () => 'This was sent before with other content. Please try once more.',
  'too-fast': () => 'That was very quick. It will be sent again in a moment.',
  busy: () => 'It is busy right now. It will be sent again in a moment.',
  'storage-failed': () => 'The server cannot keep anything now. Nothing has changed, and your text is still here. Try again in a moment.',
  'code-unknown': () => begin.codeUnknown,
  'door-locked': () => 'The door is closed. Ask the coach to open it.',
  'not-let-in': () => 'The coach said no. Ask in the room why.',
  'nobody-waiting': () => 'Nobody is waiting at the door.',
  'token-unknown': () => 'This device is not known here (any more). Join again with the code on the screen.',
  'link-unknown': () => 'This link does not work (any more). Ask for a new one.',
  'plein-unknown': () => 'This Plein does not exist (any more).',
  'device-unknown': () => 'This device has gone already.',
  'device-own': () => 'This is your own device. Choose “Stop on this device” for that.',
  'screen-code-unknown': () => 'This screen code is not right, or too old. Reload the page of the screen.',
  'protocol-unknown': () => 'This page is of another version than the server. Load the page again.',
}
