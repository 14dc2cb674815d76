/** Devices without a keyboard that ask to be let in. In memory only: who knocked is nobody's business afterwards. */
import type { PleinId, SeatId } from '../../shared/domain/state.ts'
import type { ServerWorld } from '../world.ts'
import { newKnockCode, newSecret, typedKnockCode } from './secrets.ts'

export type Admission = { plein: PleinId; role: 'screen' | 'coach'; seat: SeatId; token: string }
export type Knock = {
  code: string
  key: string
  network: string
  until: number
  admission: Admission | null /** somebody is letting it in right now */
  taken: boolean
}

const TEN_MINUTES = 600_000
/** Kept at once, and waiting of one network. A whole room shares one, and so does a class of coaches. */
const MOST = 2000
const OF_ONE = 50
/** Wrong codes of one Plein in ten minutes; 27 to the fifth makes each a chance of one in seven million for each device that waits. */
const GUESSES = 20

export type Knocks = {
  /** `null`: too many wait in this network, or everywhere. A code that is shown is never pushed out by a network that has fewer. */
  knock: (network: string) => { code: string; secret: string } | null
  /** Takes the knock with this code, so that nobody else can; `null`: there is none, or too much was guessed. */
  take: (plein: PleinId, code: string) => Knock | null
  /** After `take`: let in, or `null` to leave it waiting. */
  settle: (knock: Knock, admission: Admission | null) => void
  bySecret: (secret: string) => Knock | null
}

export const knocks = (world: ServerWorld): Knocks => {
  const byCode = new Map<string, Knock>()
  const byKey = new Map<string, Knock>()
  const guesses = new Map<PleinId, { count: number; until: number }>()
  const drop = (knock: Knock): void => {
    byKey.delete(knock.key)
    if (byCode.get(knock.code) === knock) byCode.delete(knock.code)
  }
  /** Those whose time is over first, as a Map keeps them. */
  const sweep = (): void => {
    const now = world.now()
    for (const knock of byKey.values()) {
      if (knock.until > now) break
      drop(knock)
    }
    for (const [plein, guessed] of guesses) if (guessed.until <= now) guesses.delete(plein)
  }
  /** Those that wait, by network, oldest first. */
  const inLine = (): Map<string, Knock[]> => {
    const lines = new Map<string, Knock[]>()
    for (const knock of byKey.values()) {
      if (knock.taken) continue
      const line = lines.get(knock.network)
      if (line) line.push(knock)
      else lines.set(knock.network, [knock])
    }
    return lines
  }
  /** In a flood the network with most loses its newest: what a projector shows already keeps its place. */
  const makeRoom = (network: string): boolean => {
    const lines = inLine()
    const own = lines.get(network)?.length ?? 0
    if (own >= OF_ONE) return false
    if (byKey.size < MOST) return true
    let longest: Knock[] = []
    for (const line of lines.values()) if (line.length > longest.length) longest = line
    if (longest.length <= own + 1) return false
    drop(longest.at(-1)!)
    return true
  }
  const wrong = (plein: PleinId): null => {
    const guessed = guesses.get(plein) ?? { count: 0, until: world.now() + TEN_MINUTES }
    guesses.set(plein, { ...guessed, count: guessed.count + 1 })
    return null
  }
  return {
    knock: (network) => {
      sweep()
      if (!makeRoom(network)) return null
      let code = newKnockCode(world)
      while (byCode.has(code)) code = newKnockCode(world)
      const secret = newSecret(world)
      const knock: Knock = { code, key: world.hash(secret), network, until: world.now() + TEN_MINUTES, admission: null, taken: false }
      byCode.set(code, knock)
      byKey.set(knock.key, knock)
      return { code, secret }
    },
    take: (plein, typed) => {
      sweep()
      if ((guesses.get(plein)?.count ?? 0) >= GUESSES) return null
      const knock = byCode.get(typedKnockCode(typed))
      if (!knock || knock.taken) return wrong(plein)
      knock.taken = true
      return knock
    },
    settle: (knock, admission) => {
      knock.admission = admission
      knock.taken = admission !== null
      if (admission === null) return
      byCode.delete(knock.code)
      // Its ten minutes begin now: a device that was let in and hears nothing of it stands outside with its code gone.
      knock.until = world.now() + TEN_MINUTES
      byKey.delete(knock.key)
      byKey.set(knock.key, knock)
    },
    bySecret: (secret) => {
      sweep()
      return byKey.get(world.hash(secret)) ?? null
    },
  }
}
