/** An answer comes in: from a phone with its edit key, or from paper through a coach. It hides whatever its phase does. */
import { checkText } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import type { IdeaEvent } from '../events.ts'
import { ideaOf } from '../ideas/key.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { About, Idea, Plein } from '../state.ts'
import type { World } from '../world.ts'
import { askOf } from './asks.ts'

type Posted = Extract<IdeaEvent, { type: 'idea.posted' }>

/** One answer of one seat: with more of them one person would be the three below which nothing is told. */
const answersPerSeat = 1

const written = (
  plein: Plein,
  entry: Posted['entry'],
  { round: id, item, text }: About & { text: string },
  world: World,
): { ok: true; event: Posted } | { ok: false; refusal: Refusal } => {
  const round = plein.rounds.get(id)
  const ask = askOf(plein, { round: id, item })
  if (!round || !ask) return refuse({ code: 'not-asked' })
  const said = checkText(text, lengths.idea)
  if (!said.ok) return said
  const nobody = { who: null, by: null }
  return {
    ok: true,
    // What somebody was writing when the question ended still counts.
    event: {
      type: 'idea.posted',
      idea: world.id(),
      as: 'condition',
      text: said.text,
      phase: round.phase,
      late: !ask.asked,
      entry,
      ...nobody,
      about: { round: id, item },
    },
  }
}

const same = (idea: Idea, text: string, { round, item }: About): boolean =>
  idea.text === text && !idea.withdrawn && idea.about?.round === round && idea.about.item === item

export const post: Decide<CommandOf<'condition.post'>> = (plein, actor, command, world) => {
  const made = written(plein, 'phone', command, world)
  if (!made.ok) return made
  const { event } = made
  const opened = ideaOf(plein, command.key, world)
  // As for ideas: a phone that lost the answer may ask again under another id (L2).
  if (opened) return same(opened, event.text, command) ? accept([], { idea: opened.id }) : refuse({ code: 'key-used' })
  if (plein.cards.has(world.hash(command.key))) return refuse({ code: 'key-used' })
  if (actor.muted) return refuse({ code: 'muted' })
  if (plein.ideas.size >= world.limits.ideasPerPlein) return refuse({ code: 'plein-full', maximum: world.limits.ideasPerPlein })
  if (actor.posted >= answersPerSeat) return refuse({ code: 'answered-already' })
  return accept([event], { idea: event.idea }, [{ keep: 'key', hash: world.hash(command.key), idea: event.idea }])
}

/** The desk typed it and knows it at once; the room is shown it under the same rule as the others. */
export const enter: Decide<CommandOf<'condition.enter'>> = (plein, _actor, command, world) => {
  const made = written(plein, 'paper', command, world)
  if (!made.ok) return made
  if (plein.ideas.size >= world.limits.ideasPerPlein) return refuse({ code: 'plein-full', maximum: world.limits.ideasPerPlein })
  const { idea } = made.event
  return accept([made.event, { type: 'desk.listed', ideas: [idea] }], { idea })
}
