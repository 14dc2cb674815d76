import type { coach as dutch } from './coach.nl.ts'
import { coachSheets } from './coachSheets.en.ts'
import { coachVotes } from './coachVotes.en.ts'
import { desk } from './desk.en.ts'

/** All that a coach reads. */
export const coach: typeof dutch = {
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
