/** The signature under an act of the desk, the owner or the server. Participants' acts are not signed. */
import type { Actor } from './decision.ts'
import type { Signed } from './events.ts'
import type { World } from './world.ts'

const signers = new Set(['organiser', 'owner', 'coach', 'server'])

export const signed = (actor: Pick<Actor, 'role' | 'seat'>, world: World): Signed => {
  // A participant's seat in an event would link a person to an act for ever (S2).
  if (!signers.has(actor.role)) throw new Error(`${actor.role} does not sign`)
  return { by: actor.role as Signed['by'], seat: actor.seat, at: world.now() }
}
