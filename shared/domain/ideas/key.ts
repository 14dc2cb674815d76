/** The edit key: made and kept by a phone, of which the server knows only the hash, so that nobody else can say whose idea it is. */
import type { Refusal } from '../refusals.ts'
import type { Idea, Plein } from '../state.ts'
import type { World } from '../world.ts'

export const ideaOf = (plein: Plein, key: string, world: World): Idea | null =>
  plein.ideas.get(plein.keys.get(world.hash(key)) ?? '') ?? null

/** The idea that a key opens, unless it was withdrawn. */
export const ownIdea = (plein: Plein, key: string, world: World): { ok: true; idea: Idea } | { ok: false; refusal: Refusal } => {
  const idea = ideaOf(plein, key, world)
  if (!idea) return { ok: false, refusal: { code: 'key-unknown' } }
  if (idea.withdrawn) return { ok: false, refusal: { code: 'idea-withdrawn', idea: idea.id } }
  return { ok: true, idea }
}
