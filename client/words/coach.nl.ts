import { coachSheets } from './coachSheets.nl.ts'
import { coachVotes } from './coachVotes.nl.ts'
import { desk } from './desk.nl.ts'

/** All that a coach reads. */
export const coach = {
  ...desk,
  ...coachSheets,
  why: { ...desk.why, ...coachSheets.why },
  room: { ...desk.room, ...coachSheets.room },
  side: { ...desk.side, ...coachSheets.side },
  groups: { ...desk.groups, ...coachSheets.groups },
  proposalGroups: { ...desk.groups, ...coachSheets.proposalGroups },
  votes: { ...desk.votes, ...coachVotes.votes },
  question: { ...desk.question, ...coachSheets.question },
  manage: { ...desk.manage, ...coachSheets.manage },
}
