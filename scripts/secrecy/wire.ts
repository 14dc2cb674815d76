/** T20: nobody hears what is not theirs to hear. */
import { dice, seedAfter } from '../players/dice.ts'
import { type Canaries, createCanaries } from './canaries.ts'
import { type House, openHouse } from './house.ts'
import { openInMemory } from './inMemory.ts'
import { openOnWire } from './onWire.ts'
import type { Row } from './row.ts'
import type { Hear, Scene } from './scene.ts'
import { type Played, playSession, wishOf } from './session.ts'

/** Everything that one listener has heard. */
export const listeners = (canaries: Canaries): { hear: Hear; heard: Map<string, Uint8Array[]> } => {
  const heard = new Map<string, Uint8Array[]>()
  return {
    heard,
    hear: (name, bytes) => {
      canaries.hear(name, bytes)
      const known = heard.get(name)
      if (known) known.push(bytes)
      else heard.set(name, [bytes])
    },
  }
}

/** Secrets that were heard by somebody else than who may. */
export const heardSecrets = (secrets: ReturnType<Scene['secrets']>, heard: Map<string, Uint8Array[]>): string[] =>
  [...heard].flatMap(([name, bytes]) => {
    const all = Buffer.concat(bytes)
    return secrets.flatMap(({ what, text, may }) => (!may.includes(name) && all.includes(text) ? [`${what} reached ${name}`] : []))
  })

export type Wire = { sessions: number; bytes: number; canaries: number; heard: number; played: Played; breaches: string[] }
export const nothing = (): Wire => ({ sessions: 0, bytes: 0, canaries: 0, heard: 0, played: { asked: 0, refused: 0 }, breaches: [] })

export const judgeWire = (
  sum: Wire,
  seed: number,
  scene: Scene,
  canaries: Canaries,
  heard: Map<string, Uint8Array[]>,
  played: Played,
): void => {
  sum.sessions++
  sum.canaries += canaries.all().length
  sum.heard += canaries.all().reduce((all, { heardBy }) => all + heardBy.size, 0)
  for (const bytes of heard.values()) sum.bytes += bytes.reduce((all, one) => all + one.length, 0)
  sum.played.asked += played.asked
  sum.played.refused += played.refused
  const found = new Set([...canaries.breaches, ...heardSecrets(scene.secrets(), heard)])
  sum.breaches.push(...[...found].map((breach) => `session ${seed}: ${breach}`))
}

export const wireRow = (where: string, { sessions, bytes, canaries, heard, played, breaches }: Wire): Row => ({
  test: 'T20',
  what: `what the wire says, ${where}`,
  measured: `${sessions} sessions, ${played.asked} commands (${played.refused} refused), ${canaries} canaries heard ${heard} times where they may, ${Math.round(bytes / 1e6)} MB heard, ${breaches.length} elsewhere`,
  goal: '0 where they may not',
  breaches,
  // Ears that hear nothing would find nothing.
  unjudged: heard > canaries / 2 ? undefined : 'too few were heard where they may',
})

/** `until`: as `performance.now()` has it. */
export const wireInMemory = async (
  sessions: number,
  seed: number,
  until = Number.POSITIVE_INFINITY,
  spoil = (hear: Hear): Hear => hear,
): Promise<Row> => {
  const sum = nothing()
  for (let one = 0; one < sessions && performance.now() < until; one++) {
    const chance = dice(seedAfter(seed, one))
    const canaries = createCanaries()
    const { hear, heard } = listeners(canaries)
    const scene = await openInMemory(wishOf(chance), spoil(hear))
    const played = await playSession(scene, chance, canaries)
    judgeWire(sum, seedAfter(seed, one), scene, canaries, heard, played)
    await scene.end()
  }
  return wireRow('in memory', sum)
}

const perHouse = 40
const atOnce = 4

/** The same over real sockets. */
export const wireOnSockets = async (sessions: number, seed: number, until = Number.POSITIVE_INFINITY): Promise<Row> => {
  const sum = nothing()
  const one = async (house: House, at: number): Promise<void> => {
    const chance = dice(at)
    const canaries = createCanaries()
    const { hear, heard } = listeners(canaries)
    const scene = await openOnWire(house, wishOf(chance), hear)
    const played = await playSession(scene, chance, canaries)
    hear('the log', Buffer.from(house.logged()))
    judgeWire(sum, at, scene, canaries, heard, played)
    await scene.end()
  }
  for (let begun = 0; begun < sessions && performance.now() < until; ) {
    const house = await openHouse()
    try {
      for (const last = Math.min(sessions, begun + perHouse); begun < last && performance.now() < until; begun += atOnce)
        await Promise.all(Array.from({ length: Math.min(atOnce, last - begun) }, (_, place) => one(house, seedAfter(seed, begun + place))))
    } finally {
      await house.stop()
      house.remove()
    }
  }
  return wireRow('on real sockets and over HTTP', sum)
}
