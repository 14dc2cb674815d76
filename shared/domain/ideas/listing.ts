/** Telling the desk what came in: now and then and shuffled, so that nobody sees who has just typed. */
import type { PleinEvent } from '../events.ts'
import { signed } from '../signed.ts'
import type { Idea, Plein } from '../state.ts'
import type { World } from '../world.ts'

/** Phases that hide nothing share with the room in the same batch; late ones always wait for the coach. */
const atOnce = (plein: Plein, idea: Idea): boolean =>
  !idea.released && !idea.hidden && !idea.late && plein.phases.get(idea.phase)?.settings.hidden === false

export const list = (plein: Plein, world: World): PleinEvent[] => {
  const fresh = [...plein.unlisted].flatMap((id) => plein.ideas.get(id) ?? [])
  if (fresh.length === 0) return []
  const open = fresh.filter((idea) => atOnce(plein, idea))
  const events: PleinEvent[] = [{ type: 'desk.listed', ideas: world.shuffle(fresh.map((idea) => idea.id)) }]
  if (open.length > 0) {
    const ideas = world.shuffle(open.map((idea) => idea.id))
    events.push({ type: 'ideas.released', ideas, ...signed({ role: 'server', seat: null }, world) })
  }
  return events
}

/** What may be counted for somebody to see: while people write, only what the desk has heard of. A count of everything would change at the
 *  moment at which somebody sends, and so tell who has just typed. */
export const countable = (plein: Plein): Idea[] =>
  [...plein.ideas.values()].filter(({ told }) => plein.stage !== 'open' || told !== undefined)

/** Whether a listing would tell the desk anything. */
export const unlisted = (plein: Plein): boolean => plein.unlisted.size > 0
