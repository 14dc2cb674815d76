/** Who may do what, and when: the one table behind every refusal and behind the list `may` that each client gets.
 *  A role that does not stand in a row may not; a stage that does not stand in it says why. */
import type { Command, CommandType } from './commands.ts'
import type { Actor } from './decision.ts'
import type { PhaseKind } from './phases.ts'
import type { Refusal } from './refusals.ts'
import { type LifeStage, lifeStage, wrongStage } from './stages.ts'
import type { Plein, Role } from './state.ts'
import { asksNow } from './taps/decide.ts'
import { asked, groups, harvested, ownerToo, posts, sets, type When } from './whens.ts'

export type Permission = {
  roles: readonly (Role | 'server')[]
  stages: readonly LifeStage[]
  /** Kinds of the current phase in which it is offered; absent: in all, and when there is none. */
  kinds?: readonly PhaseKind[]
  when?: When
}

const desk = { roles: ['coach'] } as const
/** What they write is for the coaches. */
const outsideDesk = { roles: ['participant', 'owner'] } as const
const people = { roles: ['participant', 'owner', 'coach'] } as const
const open = ['open'] as const
/** The programme, the wording and the groups may be prepared before anybody is there. */
const beforeAndDuring = ['prepared', 'open'] as const
/** Until the Plein is sealed a coach can still hide, and an author can still take back. */
const untilSealed = ['open', 'closed'] as const
/** Changes nothing of what stands, only who may read it; needed most when the meeting is over. */
const access = ['prepared', 'open', 'closed', 'sealed'] as const

export const permissions: { readonly [T in CommandType]: Permission } = {
  'plein.open': { ...desk, stages: ['prepared'] },
  'plein.close': { ...desk, stages: open },
  'plein.reopen': { ...desk, stages: ['closed'] },
  'plein.set': { roles: ['coach', 'organiser'], stages: access, when: sets },
  'door.set': { ...desk, stages: beforeAndDuring },
  'outcome.set': { ...desk, stages: ['open', 'closed', 'sealed'] },

  'phase.enter': { ...desk, stages: open },
  'phase.next': { ...desk, stages: open },
  'phase.back': { ...desk, stages: open },
  'phase.resume': { ...desk, stages: open },
  'phase.play': { ...desk, stages: open },
  'phase.insert': { ...desk, stages: beforeAndDuring },
  'phase.repeat': { ...desk, stages: open },
  'phase.edit': { ...desk, stages: beforeAndDuring },
  'phase.move': { ...desk, stages: beforeAndDuring },
  'phase.skip': { ...desk, stages: beforeAndDuring },
  'phase.remove': { ...desk, stages: beforeAndDuring },
  'timer.start': { ...desk, stages: open },
  'timer.add': { ...desk, stages: open },
  'timer.pause': { ...desk, stages: open },
  'timer.resume': { ...desk, stages: open },
  'timer.stop': { ...desk, stages: open },
  'screen.show': { ...desk, stages: ['prepared', 'open', 'closed'] },

  'idea.post': { ...people, stages: open, when: posts },
  'idea.edit': { ...people, stages: open },
  'idea.withdraw': { ...people, stages: untilSealed },
  'idea.place': { ...people, stages: open, when: groups },
  mine: { ...people, stages: untilSealed },
  'idea.enter': { ...desk, stages: open },
  'ideas.release': { ...desk, stages: open },
  'edit.release': { ...desk, stages: open },
  'edit.drop': { ...desk, stages: open },
  'idea.hide': { ...desk, stages: untilSealed },
  'idea.show': { ...desk, stages: untilSealed },
  'seat.mute': { ...desk, stages: open },
  'card.seal': { ...outsideDesk, stages: open },
  'card.allow': { ...outsideDesk, stages: open },
  'card.withdraw': { ...outsideDesk, stages: untilSealed },
  'card.ask': { ...desk, stages: open },
  'card.aside': { ...desk, stages: untilSealed },
  'card.release': { ...desk, stages: open },

  'ideas.assign': { ...desk, stages: open },
  'cluster.create': { ...desk, stages: beforeAndDuring },
  'cluster.rename': { ...desk, stages: beforeAndDuring },
  'cluster.merge': { ...desk, stages: beforeAndDuring },
  'cluster.split': { ...desk, stages: open },
  'cluster.remove': { ...desk, stages: beforeAndDuring },
  'cluster.open': { ...desk, stages: beforeAndDuring },
  'cluster.ask': { ...desk, stages: open },
  'cluster.verify': { ...people, stages: open },
  undo: { roles: ['coach', 'owner'], stages: ['prepared', 'open', 'closed'], when: ownerToo('undo') },

  'round.open': { ...desk, stages: open, kinds: ['vote'] },
  'ballot.cast': { roles: ['participant'], stages: open },
  'ballot.enter': { ...desk, stages: open },
  'ballot.remove': { ...desk, stages: open },
  'round.close': { ...desk, stages: open },
  'round.reopen': { ...desk, stages: open },
  'round.reveal': { ...desk, stages: untilSealed },
  'round.ask': { ...desk, stages: open },
  'condition.post': { roles: ['participant'], stages: open, when: asked },
  'condition.enter': { ...desk, stages: open, when: asked },

  'framing.adopt': { roles: ['coach', 'owner'], stages: beforeAndDuring, when: ownerToo('framing.adopt') },
  'framing.correct': { ...desk, stages: beforeAndDuring },
  'text.earlier': { roles: ['coach', 'owner'], stages: access },
  'intake.widen': { roles: ['coach', 'owner'], stages: ['prepared', 'open', 'closed'] },

  'owner.mark': { roles: ['owner'], stages: untilSealed },
  'owner.word': { roles: ['owner'], stages: untilSealed, when: harvested },
  'word.hide': { ...desk, stages: untilSealed },

  'seat.perspective': { roles: ['participant'], stages: open },
  'seat.ready': { roles: ['participant', 'owner'], stages: open },
  'seat.hand': { roles: ['participant', 'owner'], stages: open },
  'tap.set': { roles: ['participant', 'owner'], stages: open, when: asksNow },
  'link.rotate': { ...desk, stages: access },
  'door.admit': { ...desk, stages: beforeAndDuring },
  'door.refuse': { ...desk, stages: beforeAndDuring },
  'screen.admit': { ...desk, stages: access },
  'device.end': { ...desk, stages: access },
  'time.passed': { roles: ['server'], stages: access },
}

const currentKind = (plein: Plein): PhaseKind | null => plein.phases.get(plein.current ?? '')?.kind ?? null

/** `command` is `null` when asked for the list: could it be allowed at all now? */
const refusalFor = (plein: Plein, role: Role | 'server', type: CommandType, command: Command | null): Refusal | null => {
  const rule = permissions[type]
  if (!rule.roles.includes(role)) return { code: 'not-allowed', command: type, role }
  const stage = lifeStage(plein)
  if (!rule.stages.includes(stage)) return wrongStage(stage)
  const kind = currentKind(plein)
  if (rule.kinds && (kind === null || !rule.kinds.includes(kind))) return { code: 'not-now', command: type, phase: kind }
  return rule.when?.(plein, role, command) ?? null
}

/** Whether there is any moment at which this role may: what is refused for another reason may be accepted later. */
export const mayEver = (role: Role | 'server', type: CommandType): boolean => permissions[type].roles.includes(role)

/** Why this person may not do this now; `null` when the rules of the area decide further. */
export const forbidden = (plein: Plein, actor: Actor, command: Command): Refusal | null =>
  refusalFor(plein, actor.role, command.type, command)

/** All that a role may do now, in the order of the table. */
export const may = (plein: Plein, role: Role): CommandType[] =>
  (Object.keys(permissions) as CommandType[]).filter((type) => refusalFor(plein, role, type, null) === null)
