import type { OwnerWords } from './owner.nl.ts'
import { plural } from './plural.ts'

const count = plural('en')

export const owner: OwnerWords = {
  title: 'Your issue',
  claim: {
    heading: 'Page of the owner of the issue',
    busy: 'Your link is being checked.',
    open: 'Open the link that the organiser gave you. It is for you only.',
    failed: 'The server cannot be reached now. Open the link again in a moment.',
    known: 'You are known on this device',
    knownOne: 'Go to your issue',
  },
  stage: {
    prepared: 'The Plein has not begun yet. You can sharpen the question already.',
    open: 'The Plein is going on.',
    closed: 'The Plein has ended.',
    deleted: 'The Plein was deleted.',
  },
  phase: (name) => `Now: ${name}`,
  present: (n) => `${count(n, 'person is', 'people are')} here now.`,
  draft: {
    heading: 'The question, written together',
    help: 'You and the coach write here together. The room does not see this.',
    label: 'Draft of the question',
    saved: 'Saved',
    saving: 'Being saved',
    away: 'No connection. What you type stays here.',
    loading: 'The draft is being fetched.',
    take: 'Put the present question here',
    preview: 'The question becomes',
    adopt: 'Change the question',
    sure: 'Everybody sees this at once.',
    coach: 'The coach takes this draft over as the new question.',
    empty: 'Write a question first.',
    same: 'This is the question already.',
    tooLong: 'The question is too long.',
    adopted: 'The question has changed.',
    undo: 'Take it back',
    undone: 'The earlier question is back.',
    proposals: (n) => `Proposals from the room (${n})`,
    use: 'Take over in the draft',
    takeThis: (text) => `Take over in the draft: ${text}`,
    fromProposal: 'This text comes from a proposal of the room.',
    forget: 'No, it is our own',
    sources: (n) => (n === 0 ? 'Where does this question come from?' : `Where does this question come from? (${n} chosen)`),
    groups: 'Groups',
    ideas: 'Ideas',
  },
  writing: {
    heading: 'You write too',
    help: 'What you write goes the same way as that of the room: without a name.',
  },
  board: { heading: 'The board', results: 'Results' },
  outcome: {
    heading: 'The outcome',
    help: 'Everything that the Plein leaves, to keep and to use.',
    formats: { html: 'Readable page (HTML)', md: 'Text (Markdown)', csv: 'Table (CSV)', json: 'Data (JSON)' },
    failed: 'Fetching does not work now. Try again in a moment.',
    until: (date) => `On ${date} everything of this Plein is deleted. Fetch the outcome before that day.`,
  },
}
