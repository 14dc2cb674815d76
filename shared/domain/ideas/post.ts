/** A contribution comes in: from a phone with its edit key, or from paper through a coach. */
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import type { IdeaEvent } from '../events.ts'
import { kinds } from '../phases/kinds.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import type { Contribution, Phase, Plein } from '../state.ts'
import type { World } from '../world.ts'
import { ideaOf } from './key.ts'
import { words } from './text.ts'

type Posted = Extract<IdeaEvent, { type: 'idea.posted' }>
type Written = { as: Contribution; text: string; phase: string; who?: string; by?: string; day?: string }

/** The phase need not be the current one: what somebody was writing when the room moved on still counts, as a late one. */
const written = (
  plein: Plein,
  entry: Posted['entry'],
  given: Written,
  world: World,
): { ok: true; event: Posted; phase: Phase } | { ok: false; refusal: Refusal } => {
  const phase = plein.phases.get(given.phase)
  if (!phase) return refuse({ code: 'phase-unknown', phase: given.phase })
  if (!(kinds[phase.kind].contributions as readonly Contribution[]).includes(given.as))
    return refuse({ code: 'not-contributed-here', contribution: given.as, kind: phase.kind })
  const said = words(given.as, given)
  if (!said.ok) return said
  const { text, who, by, day } = said
  const late = phase.id !== plein.current
  const when = day === null ? {} : { day }
  const event: Posted = { type: 'idea.posted', idea: world.id(), as: given.as, text, phase: phase.id, late, entry, who, by, ...when }
  return { ok: true, phase, event }
}

/** Where nothing is hidden the room reads it with the same turn, if that is what its author was told: a phone without a line may send tomorrow what it
 *  promised to the coach first. In the event itself, because a release is signed with its moment (S2). */
const openly = ({ event, phase }: { event: Posted; phase: Phase }, told: boolean): Posted =>
  !told || phase.settings.hidden || event.late ? event : { ...event, open: true }

export const post: Decide<CommandOf<'idea.post'>> = (plein, actor, command, world) => {
  const made = written(plein, 'phone', command, world)
  if (!made.ok) return made
  const opened = ideaOf(plein, command.key, world)
  if (opened) {
    // A phone that lost the answer may ask again under another id: one idea, the same answer (L2).
    const again = opened.as === command.as && opened.phase === command.phase && opened.text === made.event.text && !opened.withdrawn
    return again ? accept([], { idea: opened.id }) : refuse({ code: 'key-used' })
  }
  if (plein.cards.has(world.hash(command.key))) return refuse({ code: 'key-used' })
  if (actor.muted) return refuse({ code: 'muted' })
  if (plein.ideas.size >= world.limits.ideasPerPlein) return refuse({ code: 'plein-full', maximum: world.limits.ideasPerPlein })
  if (actor.posted >= world.limits.ideasPerSeatPerPhase)
    return refuse({ code: 'too-many-ideas', maximum: world.limits.ideasPerSeatPerPhase })
  return accept([openly(made, command.open === true)], { idea: made.event.idea }, [
    { keep: 'key', hash: world.hash(command.key), idea: made.event.idea },
  ])
}

/** The desk knows at once what it typed itself; only what phones send must wait for a shuffled batch. */
export const enterPaper: Decide<CommandOf<'idea.enter'>> = (plein, actor, command, world) => {
  const made = written(plein, 'paper', command, world)
  if (!made.ok) return made
  if (plein.ideas.size >= world.limits.ideasPerPlein) return refuse({ code: 'plein-full', maximum: world.limits.ideasPerPlein })
  const { idea, late } = made.event
  const atOnce = !made.phase.settings.hidden && !late
  const release: IdeaEvent[] = atOnce ? [{ type: 'ideas.released', ideas: [idea], ...signed(actor, world) }] : []
  return accept([made.event, { type: 'desk.listed', ideas: [idea] }, ...release], { idea })
}
