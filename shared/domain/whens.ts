/** Permissions that hang on a setting. */
import type { Command, CommandType } from './commands.ts'
import { listensIn } from './ownerSeat/listens.ts'
import { kinds } from './phases/kinds.ts'
import type { Poster } from './phases.ts'
import type { Refusal } from './refusals.ts'
import { lifeStage, wrongStage } from './stages.ts'
import type { Phase, Plein, Role } from './state.ts'

/** `command` is `null` for the list `may`. */
export type When = (plein: Plein, role: Role | 'server', command: Command | null) => Refusal | null

const collects = (phase: Phase): boolean => kinds[phase.kind].contributions.length > 0

/** Whoever the phase says. For the list: the current phase when it collects anything, else any phase, since what was
 *  being written when the room moved on may still be sent. */
export const posts: When = (plein, role, command) => {
  const barred: Refusal = { code: 'may-not-post', role }
  const admits = (phase: Phase): boolean => phase.settings.whoPosts.includes(role as Poster)
  const listens = (phase: Phase): boolean => role === 'owner' && listensIn(phase, plein.played, plein.settings)
  if (command?.type === 'idea.post') {
    const phase = plein.phases.get(command.phase)
    // An unknown phase, and a kind that collects nothing, are named by the rules of ideas.
    if (!phase || !collects(phase)) return null
    if (!admits(phase)) return barred
    return listens(phase) ? { code: 'owner-listens' } : null
  }
  const current = plein.phases.get(plein.current ?? '')
  const open = current && collects(current) ? [current] : [...plein.phases.values()].filter(collects)
  // The list says whether, not why.
  return open.some((phase) => admits(phase) && !listens(phase)) ? null : barred
}

/** Authors place their own ideas when the last grouping phase that was entered says so. Leaving it closes nothing. */
export const authorsPlace = (plein: Plein): boolean => {
  const last = plein.played.findLast((one) => kinds[one.kind].shows.includes('whoGroups'))
  return plein.phases.get(last?.phase ?? '')?.settings.whoGroups === 'authors'
}

export const groups: When = (plein) => (authorsPlace(plein) ? null : { code: 'authors-do-not-place' })

/** From the first harvest that was entered on; leaving it closes nothing. When the Plein is closed nobody waits for one any more. */
export const harvested: When = (plein) =>
  plein.stage === 'closed' || plein.played.some(({ kind }) => kind === 'harvest')
    ? null
    : { code: 'not-now', command: 'owner.word', phase: plein.phases.get(plein.current ?? '')?.kind ?? null }

/** What was ever asked may be answered, by whoever was still writing when the question ended: what was not is named by the rules of answers. For
 *  the list: phones only what is asked now. */
export const asked: When = (plein, role, command) =>
  command !== null || [...plein.rounds.values()].some(({ asks }) => asks.some((ask) => ask.asked || role === 'coach'))
    ? null
    : { code: 'not-asked' }

/** The owner too, when the setting says that the owner adopts framings; undo goes with it, for one's own step. */
export const ownerToo =
  (type: CommandType): When =>
  (plein, role) =>
    role === 'owner' && !plein.settings.ownerAdopts ? { code: 'not-allowed', command: type, role } : null

/** How long everything is kept is the organiser's, also when the Plein is over; the rest is for before and during it. */
export const sets: When = (plein, role, command) => {
  const retention = command?.type === 'plein.set' ? command.retainUntil !== undefined : role === 'organiser'
  if (retention && role !== 'organiser') return { code: 'not-allowed', command: 'plein.set', role }
  const more = command?.type === 'plein.set' ? command.title !== undefined || command.settings !== undefined : !retention
  const stage = lifeStage(plein)
  return more && stage !== 'prepared' && stage !== 'open' ? wrongStage(stage) : null
}
